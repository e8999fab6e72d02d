package org.goodword.sandbox.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The town's memory on disk: one JSON object a line, handed to the operating system before the caller hears that it
 * was done, so that a killed process forgets nothing it has answered for. A torn last line was never answered for and
 * is cut off.
 */
final class Journal {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FileChannel out;

    private Journal(FileChannel out) {
        this.out = out;
    }

    static Journal open(Path file) throws IOException {
        return new Journal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    static List<JsonNode> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var text = Files.readString(file);
        var whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length()) {
            Files.writeString(file, text.substring(0, whole));
        }
        var lines = new ArrayList<JsonNode>();
        for (var line : text.substring(0, whole).lines().toList()) {
            try {
                lines.add(JSON.readTree(line));
            } catch (JacksonException e) {
                throw new IOException(
                        file + ":" + (lines.size() + 1) + ": this line of the town's journal is damaged; move the file"
                                + " away to found the town anew",
                        e);
            }
        }
        return lines;
    }

    static ObjectNode line(String what) {
        return JSON.createObjectNode().put("what", what);
    }

    void write(ObjectNode line) {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The town's journal cannot be written", e);
        }
    }
}
