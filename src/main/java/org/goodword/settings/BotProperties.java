package org.goodword.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.PropertiesConfiguration.PropertiesReader;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.ex.ConfigurationRuntimeException;
import org.apache.commons.configuration2.interpol.DefaultLookups;
import org.apache.commons.configuration2.io.FileHandler;
import org.jspecify.annotations.Nullable;

/** The lines of {@code bot.properties}: what each says once {@code ${env:NAME}} is filled in, and where it stands. */
final class BotProperties {
    static final String NAME = "bot.properties";

    private static final Pattern LOOK_UP = Pattern.compile("\\$\\{([^}]*)}");
    /** {@code conduct.pace.voice-per-week}: a number of a rule, by the rule's id. */
    private static final Pattern RULE_NUMBER = Pattern.compile("conduct\\.((?!disclosure\\.)[a-z0-9-]+\\.[a-z0-9-]+)");

    private final PropertiesConfiguration lines = new PropertiesConfiguration();
    private final Map<String, Integer> lineOf = new HashMap<>();
    private final Faults faults;

    private BotProperties(Faults faults) {
        this.faults = faults;
    }

    static BotProperties read(Path file, Map<String, String> environment, Faults faults) {
        var properties = new BotProperties(faults);
        if (Files.exists(file)) {
            properties.load(file, environment);
            properties.check(environment);
        }
        return properties;
    }

    private void load(Path file, Map<String, String> environment) {
        // only these two: the library's own look-ups read files and addresses and run scripts
        lines.installInterpolator(
                Map.of("env", environment::get, "sys", DefaultLookups.SYSTEM_PROPERTIES.getLookup()), List.of());
        lines.setIncludesAllowed(false);
        lines.setIOFactory(new PropertiesConfiguration.DefaultIOFactory() {
            @Override
            public PropertiesReader createPropertiesReader(Reader in) {
                return new CountingReader(in);
            }
        });
        try {
            var text = Files.readString(file);
            new FileHandler(lines).load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            faults.add(Fault.inFile(NAME, "it is not UTF-8", "save it as UTF-8 in your editor"));
        } catch (IOException e) {
            faults.add(Fault.inFile(NAME, "it cannot be read (" + e.getMessage() + ")", "let this user read it"));
        } catch (ConfigurationException | ConfigurationRuntimeException e) {
            faults.add(Fault.inFile(NAME, "it cannot be read: " + e.getMessage(), "write one key = value a line"));
        }
    }

    /** Notes the line at which each key begins; with a backslash at its end a value goes on in the next. */
    private final class CountingReader extends PropertiesReader {
        private int begins;

        CountingReader(Reader in) {
            super(in);
        }

        @Override
        public @Nullable String readLine() throws IOException {
            var line = super.readLine();
            if (begins == 0
                    && line != null
                    && !line.isBlank()
                    && !line.stripLeading().matches("[#!].*")) {
                begins = getLineNumber();
            }
            return line;
        }

        @Override
        public boolean nextProperty() throws IOException {
            begins = 0;
            var found = super.nextProperty();
            if (found) {
                var key = getPropertyName();
                var before = lineOf.putIfAbsent(key, begins);
                if (before != null) {
                    faults.add(new Fault(
                            NAME,
                            begins,
                            0,
                            "\"" + key + "\" stands here a second time (first in line " + before + ")",
                            "keep one of the two"));
                }
            }
            return found;
        }
    }

    private void check(Map<String, String> environment) {
        lineOf.keySet().forEach(key -> {
            if (Key.of(key).isEmpty() && !RULE_NUMBER.matcher(key).matches()) {
                fault(
                        key,
                        "\"" + key + "\" is not a known key",
                        Spelling.suggest(key, Key.all(), "bot.properties.example lists them all"));
            }
            LOOK_UP.matcher(raw(key)).results().forEach(found -> checkLookUp(key, found.group(1), environment));
        });
    }

    private void checkLookUp(String key, String asked, Map<String, String> environment) {
        if (asked.startsWith("env:")) {
            var name = asked.substring("env:".length());
            if (environment.getOrDefault(name, "").isBlank()) {
                fault(key, "the environment variable " + name + " is not set", "set it, or write the value here");
            }
        } else if (!asked.startsWith("sys:") || System.getProperty(asked.substring("sys:".length())) == null) {
            fault(key, "${" + asked + "} cannot be filled in", "write ${env:NAME} for a variable of the environment");
        }
    }

    private String raw(String key) {
        var all = new ArrayList<String>();
        var value = lines.getProperty(key);
        if (value instanceof Iterable<?> several) {
            several.forEach(one -> all.add(String.valueOf(one)));
        } else if (value != null) {
            all.add(String.valueOf(value));
        }
        return String.join(" ", all);
    }

    boolean says(Key key) {
        return lineOf.containsKey(key.key());
    }

    /** What the file says, else the default; empty only where the file or the default says nothing. */
    String text(Key key) {
        return says(key) ? value(key.key()) : key.byDefault();
    }

    /** A key that was written with no value stands as empty here, and is a fault where it has to say something. */
    private String value(String key) {
        return lines.getString(key, "").strip();
    }

    /**
     * What the file says as {@code parse} understands it. After a fault it is the default, so that reading goes on and
     * everything is found at once.
     *
     * @param expected what to write instead
     */
    <T> T as(Key key, Function<String, T> parse, String expected) {
        var text = text(key);
        if (text.contains("${")) {
            // told already
            return parse.apply(key.byDefault());
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            var quoted = text.isEmpty() ? "\"" + key.key() + "\" has no value" : String.valueOf(e.getMessage());
            fault(key.key(), quoted, expected);
            return parse.apply(key.byDefault());
        }
    }

    /** The tighter numbers of {@code conduct.rule.number}, by {@code rule.number}. */
    Map<String, String> ruleNumbers() {
        var numbers = new TreeMap<String, String>();
        lineOf.keySet().forEach(key -> {
            var match = RULE_NUMBER.matcher(key);
            if (match.matches() && Key.of(key).isEmpty()) {
                numbers.put(match.group(1), value(key));
                if (value(key).isEmpty()) {
                    fault(key, "\"" + key + "\" has no value", "write a number, or take the line out");
                }
            }
        });
        return numbers;
    }

    /** A fault in the line of {@code key}. */
    void fault(String key, String message, String fix) {
        faults.add(new Fault(NAME, lineOf.getOrDefault(key, 0), 0, message, fix));
    }

    /** A fault about a key that ought to be there because of what {@code cause} says. */
    void missing(Key key, Key cause, String fix) {
        var line = lineOf.getOrDefault(key.key(), lineOf.getOrDefault(cause.key(), 0));
        var message = cause.key() + " is " + text(cause) + ", and " + key.key() + " is missing";
        faults.add(new Fault(NAME, line, 0, message, fix));
    }
}
