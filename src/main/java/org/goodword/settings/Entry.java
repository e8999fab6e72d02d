package org.goodword.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.goodword.settings.NodeYaml.Shape;

/**
 * A place in a YAML file: a text, a list, a map or nothing. Whoever asks for what is not there gets an empty answer, and
 * the organiser a fault with the line and column; so a reader reads on to the end and finds everything at once.
 */
public final class Entry {
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final String file;
    private final ImmutableNode node;
    private final Faults faults;

    Entry(String file, ImmutableNode node, Faults faults) {
        this.file = file;
        this.node = node;
        this.faults = faults;
    }

    static Entry nothing(String file, Faults faults) {
        return new Entry(file, NodeYaml.nothing(), faults);
    }

    public String file() {
        return file;
    }

    /** The key it stands under; empty for the whole file, {@code -} for an item of a list. */
    public String key() {
        return node.getNodeName();
    }

    /** From 1. */
    public int line() {
        return NodeYaml.place(node).line();
    }

    /** From 1. */
    public int column() {
        return NodeYaml.place(node).column();
    }

    public boolean isText() {
        return is(Shape.TEXT);
    }

    public boolean isList() {
        return is(Shape.LIST);
    }

    public boolean isMap() {
        return is(Shape.MAP);
    }

    /** Written as nothing: {@code key:} with no value, or an empty file. */
    public boolean isNothing() {
        return is(Shape.NOTHING);
    }

    private boolean is(Shape shape) {
        return NodeYaml.shape(node) == shape;
    }

    /** A fault at the value. */
    public void fault(String message, String fix) {
        faults.add(new Fault(file, line(), column(), message, fix));
    }

    /** A fault at the key the value stands under. */
    public void faultAtKey(String message, String fix) {
        var place = NodeYaml.keyPlace(node);
        faults.add(new Fault(file, place.line(), place.column(), message, fix));
    }

    /** What stands under {@code key} in this map; a fault if it is missing or nothing. */
    public Optional<Entry> required(String key) {
        var found = optional(key);
        if (found.isEmpty() && isMap()) {
            fault("\"" + key + "\" is missing", "add \"" + key + ": ...\"");
        }
        return found;
    }

    /** What stands under {@code key} in this map, if anything does; a fault only if this is no map. */
    public Optional<Entry> optional(String key) {
        return children("a map of keys and values", Shape.MAP).stream()
                .filter(entry -> entry.key().equals(key) && !entry.isNothing())
                .findFirst();
    }

    /** A fault for each key of this map that is not one of {@code allowed}. */
    public void onlyKeys(String... allowed) {
        onlyKeys(Arrays.asList(allowed));
    }

    /** A fault for each key of this map that is not one of {@code allowed}. */
    public void onlyKeys(Collection<String> allowed) {
        var known = "known here: " + String.join(", ", allowed);
        children("a map of keys and values", Shape.MAP).stream()
                .filter(entry -> !allowed.contains(entry.key()))
                .forEach(entry -> entry.faultAtKey(
                        "\"" + entry.key() + "\" is not a known key", Spelling.suggest(entry.key(), allowed, known)));
    }

    /** This map without what stands under {@code key}. */
    public Entry without(String key) {
        var rest = node.getChildren().stream()
                .filter(child -> !child.getNodeName().equals(key))
                .toList();
        return new Entry(file, node.replaceChildren(rest), faults);
    }

    /** The items, in the order of the file; a fault if it is no list. */
    public List<Entry> list() {
        return children("a list", Shape.LIST);
    }

    /** The values by their keys, in the order of the file; a fault if it is no map. */
    public Map<String, Entry> map() {
        var map = new LinkedHashMap<String, Entry>();
        children("a map of keys and values", Shape.MAP).forEach(entry -> map.put(entry.key(), entry));
        return map;
    }

    private List<Entry> children(String expected, Shape shape) {
        if (is(shape)) {
            return node.getChildren().stream()
                    .map(child -> new Entry(file, child, faults))
                    .toList();
        }
        // nothing is an empty list and an empty map
        if (!isNothing()) {
            fault(found() + " stands where " + expected + " is expected", "write " + expected);
        }
        return List.of();
    }

    /** The text, stripped; a fault if it is blank or none. */
    public Optional<String> text() {
        if (!isText()) {
            fault(found() + " stands where a text is expected", "write one text");
            return Optional.empty();
        }
        var text = String.valueOf(node.getValue()).strip();
        if (text.isEmpty()) {
            fault("the text is empty", "write it, or leave the line out");
            return Optional.empty();
        }
        var control = CONTROL.matcher(text);
        if (control.find()) {
            fault(
                    String.format(Locale.ROOT, "a control character (U+%04X) in the text", (int)
                            control.group().charAt(0)),
                    "take it out");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /**
     * The text as {@code parse} understands it; a fault if it throws an {@link IllegalArgumentException} or a
     * {@link DateTimeException}.
     *
     * @param expected what to write instead, such as {@code write a date such as 2026-08-01}
     */
    public <T> Optional<T> as(Function<String, T> parse, String expected) {
        return text().flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (DateTimeException | NumberFormatException e) {
                fault("\"" + text + "\" cannot be understood", expected);
            } catch (IllegalArgumentException e) {
                fault(String.valueOf(e.getMessage()), expected);
            }
            return Optional.empty();
        });
    }

    /** A whole number in that range, both ends included. */
    public Optional<Integer> whole(int least, int most) {
        var expected = "write a whole number from " + least + " to " + most;
        return as(Integer::valueOf, expected).filter(number -> {
            var fits = number >= least && number <= most;
            if (!fits) {
                fault(number + " is out of range", expected);
            }
            return fits;
        });
    }

    public Optional<BigDecimal> number() {
        // no exponents: a few letters of them would make a number that fills the memory
        return as(
                text -> {
                    if (!PLAIN_NUMBER.matcher(text).matches()) {
                        throw new IllegalArgumentException("\"" + text + "\" is no plain number");
                    }
                    return new BigDecimal(text);
                },
                "write a number such as 5 or 0.25");
    }

    /** {@code true} or {@code yes}, {@code false} or {@code no}. */
    public Optional<Boolean> yesNo() {
        return text().flatMap(text -> switch (text) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> {
                fault("\"" + text + "\" is neither yes nor no", "write true or false");
                yield Optional.empty();
            }
        });
    }

    public Optional<LocalDate> date() {
        return as(LocalDate::parse, "write a date such as 2026-08-01");
    }

    /**
     * One of {@code words}.
     *
     * @param what what the words are, as in {@code "bakry" is no trade}
     * @param listed where they are listed, for the fix when none is near
     */
    public Optional<String> oneOf(Collection<String> words, String what, String listed) {
        return text().filter(text -> {
            var known = words.contains(text);
            if (!known) {
                var near = Spelling.nearest(text, words);
                fault(
                        "\"" + text + "\" is no " + what,
                        near.map(word -> "did you mean \"" + word + "\"? (" + listed + ")")
                                .orElse(listed));
            }
            return known;
        });
    }

    private String found() {
        return switch (NodeYaml.shape(node)) {
            case TEXT -> "\"" + node.getValue() + "\"";
            case LIST -> "a list";
            case MAP -> "a map of keys and values";
            case NOTHING -> "nothing";
        };
    }

    @Override
    public String toString() {
        return file + ":" + line() + ":" + column();
    }
}
