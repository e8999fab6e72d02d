package org.goodword.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads one YAML file of the organiser's. Every scalar is text: 12:30 stays 12:30 and no stays no. */
public final class YamlFile {
    private YamlFile() {}

    /**
     * The whole file as one entry. What cannot be read at all is one fault, and the entry is then empty.
     *
     * @param shown the file as the organiser would name it
     */
    public static Entry read(Path file, String shown, Faults faults) {
        var yaml = new NodeYaml();
        if (!Files.isRegularFile(file)) {
            faults.add(Fault.inFile(shown, "there is no such file", "write it, or name the right one"));
            return Entry.nothing(shown, faults);
        }
        try {
            new FileHandler(yaml).load(file.toFile());
        } catch (ConfigurationException | YAMLException e) {
            faults.add(unreadable(shown, e));
            return Entry.nothing(shown, faults);
        }
        yaml.twice()
                .forEach(key -> faults.add(new Fault(
                        shown,
                        key.place().line(),
                        key.place().column(),
                        "\"" + key.key() + "\" stands here a second time",
                        "keep one of the two")));
        return new Entry(shown, yaml.root(), faults);
    }

    private static Fault unreadable(String shown, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException broken && broken.getProblemMark() != null) {
                var mark = broken.getProblemMark();
                return BrokenYaml.fault(shown, mark.getLine() + 1, mark.getColumn() + 1, broken);
            }
            if (cause instanceof ReaderException strange) {
                return Fault.inFile(
                        shown,
                        String.format(
                                "a control character (U+%04X) as letter %d",
                                strange.getCodePoint(), strange.getPosition() + 1),
                        "delete it; an editor that shows invisible characters finds it");
            }
            if (cause instanceof CharacterCodingException) {
                return Fault.inFile(shown, "it is not UTF-8", "save it as UTF-8 in your editor");
            }
            if (cause instanceof YAMLException
                    && String.valueOf(cause.getMessage()).startsWith("Number of aliases")) {
                return Fault.inFile(shown, "it uses an alias (*name)", "write each thing out where it stands");
            }
            if (cause instanceof IOException io) {
                return Fault.inFile(shown, "it cannot be read (" + io.getMessage() + ")", "let this user read it");
            }
        }
        return Fault.inFile(shown, "it cannot be read: " + e.getMessage(), "mend it, or restore the last good copy");
    }
}
