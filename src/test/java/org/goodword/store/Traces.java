package org.goodword.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for words in a store as somebody would who has its file: in every column of every table, and in its bytes. */
public final class Traces {
    private Traces() {}

    /** One line for each row in which one of the words stands, whatever its case, and for each file that holds one. */
    public static List<String> of(Path store, String... words) throws IOException, SQLException {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store)) {
            for (var table : texts(connection, "select name from sqlite_master where type = 'table'")) {
                for (var row : rows(connection, table)) {
                    if (holds(row, words)) {
                        found.add(table + ": " + row);
                    }
                }
            }
        }
        for (var part : List.of("", "-wal", "-journal")) {
            var file = store.resolveSibling(store.getFileName() + part);
            if (Files.exists(file) && holds(Files.readString(file, StandardCharsets.ISO_8859_1), words)) {
                found.add("the bytes of " + file.getFileName());
            }
        }
        return found;
    }

    private static boolean holds(String text, String... words) {
        var low = text.toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(word -> low.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select * from " + table)) {
            while (result.next()) {
                var row = new StringBuilder();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.append(result.getMetaData().getColumnName(column))
                            .append('=')
                            .append(result.getString(column))
                            .append(' ');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
