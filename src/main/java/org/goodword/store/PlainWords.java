package org.goodword.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleCallbackDecorator;
import org.jdbi.v3.core.Jdbi;

/** What SQLite complains of while the store is open, put so that an organiser can act on it, and without its stack. */
record PlainWords(Path file) implements HandleCallbackDecorator {

    /** Everything that is done through it complains in plain words. */
    static Jdbi over(ConnectionFactory connections, Path file) {
        var words = new PlainWords(file);
        return Jdbi.create(() -> words.opened(connections)).setHandleCallbackDecorator(words);
    }

    private Connection opened(ConnectionFactory connections) throws SQLException {
        try {
            return connections.openConnection();
        } catch (SQLException e) {
            var trouble = OpenFaults.trouble(file, e);
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            throw e;
        }
    }

    @Override
    public <R, X extends Exception> HandleCallback<R, X> decorate(HandleCallback<R, X> callback) {
        return handle -> {
            try {
                return callback.withHandle(handle);
            } catch (RuntimeException e) {
                throw OpenFaults.trouble(file, e)
                        .<RuntimeException>map(trouble -> trouble)
                        .orElse(e);
            }
        };
    }
}
