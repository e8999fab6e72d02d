package org.goodword.roster.file;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.roster.Consent;
import org.goodword.roster.GoodWord;
import org.goodword.roster.Member;
import org.goodword.roster.file.Vocabulary.Shelf;
import org.goodword.settings.Entry;

/** Reads one entry under {@code members:}. What is about more than one entry is {@link Together}'s. */
final class MemberEntry {
    private static final List<String> KEYS = List.of(
            "handle",
            "name",
            "trade",
            "area",
            "email",
            "time-zone",
            "hours",
            "languages",
            "capacity",
            "want",
            "consent",
            "carry",
            "skip-words",
            "about",
            "offers",
            "needs",
            "not-with",
            "good-words");

    /** Enough to be heard and small enough to be a courtesy: two things a week. */
    private static final int CAPACITY = 2;
    /** With the rulebook's own limits, as often as a member is spoken up for in a good week. */
    private static final int WANT = 3;
    /** Nobody means more than seven a day. */
    private static final int MOST = 50;

    private static final List<String> LANGUAGES = List.of("en");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Set<String> LANGUAGE_CODES = Set.of(Locale.getISOLanguages());

    private final ZoneId circleZone;
    private final Vocabulary vocabulary;

    MemberEntry(ZoneId circleZone, Vocabulary vocabulary) {
        this.circleZone = circleZone;
        this.vocabulary = vocabulary;
    }

    /** Empty only where there is no handle to know her by; every fault is noted. */
    Optional<Written> read(Entry entry) {
        if (!entry.isMap()) {
            entry.map();
            return Optional.empty();
        }
        keys(entry);
        var at = entry.required("handle");
        var handle = at.flatMap(MemberEntry::handle);
        var written = written(entry, handle.orElse(new Handle("_")));
        return handle.flatMap(known -> at.map(written));
    }

    private static void keys(Entry entry) {
        entry.optional("accounts")
                .ifPresent(accounts -> accounts.faultAtKey(
                        "no platform but X is spoken to so far", "leave accounts out; the handle is the one on X"));
        entry.without("accounts").onlyKeys(KEYS);
    }

    private Function<Entry, Written> written(Entry entry, Handle handle) {
        var about = about(entry);
        var goodWords = goodWords(entry, handle);
        var notWith = notWith(entry);
        var member = new Member(
                handle,
                entry.required("name")
                        .flatMap(Entry::text)
                        .map(MemberEntry::onOneLine)
                        .orElse(handle.toString()),
                known(entry, "trade", vocabulary.trades(), handle),
                known(entry, "area", vocabulary.areas(), handle),
                entry.optional("email").flatMap(MemberEntry::email),
                new HoursEntry(circleZone).read(entry),
                languages(entry),
                entry.optional("capacity")
                        .flatMap(number -> number.whole(0, MOST))
                        .orElse(CAPACITY),
                entry.optional("want").flatMap(number -> number.whole(0, MOST)).orElse(WANT),
                entry.optional("consent").map(ConsentEntry::read).orElse(Consent.NONE),
                entry.optional("carry").flatMap(MemberEntry::carry).orElse(Member.Carry.ALL),
                texts(entry, "skip-words"),
                about.stream().map(Written.Line::text).toList(),
                classes(entry, "offers"),
                classes(entry, "needs"),
                notWith.stream().map(Written.Other::handle).collect(Collectors.toSet()),
                goodWords.stream().map(Written.Word::word).toList());
        return at -> new Written(member, entry, at, about, goodWords, notWith);
    }

    private static String onOneLine(String name) {
        return name.replaceAll("\\s+", " ");
    }

    private static Optional<Handle> handle(Entry at) {
        return at.as(Handle::of, "write it as it is on X, such as \"@bluebirdbakes\"");
    }

    /** The word as it is written even when it is not known, so that what depends on it can still be judged. */
    private static String known(Entry entry, String key, Shelf<?> shelf, Handle handle) {
        var at = entry.required(key);
        if (shelf.readable()) {
            at.ifPresent(word -> word.oneOf(shelf.names(), key, shelf.file() + " lists them"));
        }
        return at.filter(Entry::isText).flatMap(Entry::text).orElse("none of " + handle);
    }

    private static Optional<String> email(Entry at) {
        return at.as(
                text -> {
                    if (!EMAIL.matcher(text).matches()) {
                        throw new IllegalArgumentException("\"" + text + "\" is no e-mail address");
                    }
                    return text;
                },
                "write one such as hello@bluebirdbakes.example");
    }

    private static List<String> languages(Entry entry) {
        var known = new ArrayList<String>();
        for (var item : list(entry, "languages")) {
            item.oneOf(LANGUAGE_CODES, "language", "write its two letters, such as en or cy")
                    .ifPresent(known::add);
        }
        return known.isEmpty() ? LANGUAGES : known;
    }

    private static Optional<Member.Carry> carry(Entry at) {
        return at.oneOf(List.of("all", "marked"), "way to carry", "write all, or marked for only those she marked")
                .map(word -> Member.Carry.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** A word, or a map that says more; the word is what is matched. */
    private List<String> classes(Entry entry, String key) {
        var words = new ArrayList<String>();
        for (var item : list(entry, key)) {
            if (item.isMap()) {
                item.onlyKeys("what", "how-much", "when");
            }
            var word = item.isMap() ? item.required("what") : Optional.of(item);
            word.flatMap(this::exchangeClass).ifPresent(words::add);
        }
        return words;
    }

    private Optional<String> exchangeClass(Entry at) {
        var shelf = vocabulary.classes();
        return shelf.readable()
                ? at.oneOf(shelf.names(), "word of the exchange", shelf.file() + " lists them")
                : at.text();
    }

    private static List<Written.Line> about(Entry entry) {
        return list(entry, "about").stream()
                .flatMap(at -> at.text().map(text -> new Written.Line(at, text)).stream())
                .toList();
    }

    private static List<Written.Word> goodWords(Entry entry, Handle by) {
        var words = new ArrayList<Written.Word>();
        for (var item : list(entry, "good-words")) {
            item.onlyKeys("for", "text");
            var about = item.required("for");
            var text = item.required("text");
            var subject = about.flatMap(MemberEntry::handle);
            var said = text.flatMap(Entry::text);
            if (subject.isPresent() && said.isPresent()) {
                words.add(new Written.Word(
                        text.orElseThrow(),
                        about.orElseThrow(),
                        new GoodWord(by, subject.orElseThrow(), said.orElseThrow())));
            }
        }
        return words;
    }

    private static List<Written.Other> notWith(Entry entry) {
        return list(entry, "not-with").stream()
                .flatMap(at -> handle(at).map(handle -> new Written.Other(at, handle)).stream())
                .toList();
    }

    private static List<String> texts(Entry entry, String key) {
        return list(entry, key).stream().flatMap(at -> at.text().stream()).toList();
    }

    private static List<Entry> list(Entry entry, String key) {
        return entry.optional(key).map(Entry::list).orElse(List.of());
    }
}
