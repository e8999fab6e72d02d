package org.goodword.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Lays a letter in its folder, as a page, as plain text and as figures for a spreadsheet. */
public final class LetterFiles {
    private LetterFiles() {}

    /**
     * Writes {@code 2026-W36.html}, {@code .txt} and {@code .csv}, each whole or not at all. Returns the page.
     *
     * @throws UncheckedIOException when the folder cannot be written to
     */
    public static Path write(Letter letter, Path folder) {
        try {
            Files.createDirectories(folder);
            put(folder.resolve(letter.week() + ".csv"), LetterCsv.render(letter));
            put(folder.resolve(letter.week() + ".txt"), LetterText.render(letter));
            return put(folder.resolve(letter.week() + ".html"), LetterHtml.render(letter));
        } catch (IOException e) {
            throw new UncheckedIOException("the letter cannot be written to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path put(Path file, String content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, content);
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
