package org.goodword.roster.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;
import org.goodword.settings.Entry;
import org.goodword.settings.Settings;
import org.goodword.settings.Spelling;

/** What can only be judged when all entries are read: who is named twice, who is unknown, what is said twice. */
final class Together {
    private final Roster roster;
    private final List<Written> written;
    private final Settings settings;
    private final List<String> handles;

    Together(Roster roster, List<Written> written, Settings settings) {
        this.roster = roster;
        this.written = written;
        this.settings = settings;
        this.handles = roster.members().stream()
                .map(member -> member.handle().toString())
                .toList();
    }

    void check() {
        eachBusinessOnce();
        everybodyNamedIsHere();
        everyTextOnce();
        everyTextFits();
    }

    private void eachBusinessOnce() {
        var byHandle = new HashMap<Handle, Entry>();
        var byName = new HashMap<String, Entry>();
        for (var one : written) {
            var member = one.member();
            var at = one.handle();
            if (roster.isCircle(member.handle())) {
                at.fault(
                        asItStands(at) + " is the circle's own account, and nobody's business",
                        "take the entry out, or change circle.account in bot.properties");
            }
            var before = byHandle.putIfAbsent(member.handle(), at);
            var namesake = byName.putIfAbsent(bare(member.name()), at);
            if (before != null) {
                at.fault(
                        asItStands(at) + " is enrolled twice, here and in line " + before.line(),
                        "keep one of the two entries");
            } else if (namesake != null) {
                at.fault(
                        member.name() + " is enrolled twice, here and in line " + namesake.line(),
                        "keep one entry, or tell the two apart by their names");
            }
        }
    }

    private void everybodyNamedIsHere() {
        for (var one : written) {
            for (var other : one.notWith()) {
                if (other.handle().equals(one.member().handle())) {
                    other.at()
                            .fault(
                                    asItStands(other.at()) + " is the member herself",
                                    "take it out of her own not-with");
                } else if (roster.member(other.handle()).isEmpty()) {
                    unknown(other.at(), other.handle());
                }
            }
            one.goodWords().forEach(word -> checkSubject(one.member(), word));
        }
    }

    private void checkSubject(Member by, Written.Word word) {
        var about = word.word().about();
        if (about.equals(by.handle())) {
            word.about().fault("a good word about herself", "put it under about, for the circle account to say");
        } else if (roster.isCircle(about)) {
            word.about()
                    .fault(asItStands(word.about()) + " is the circle's own account", "write good words about members");
        } else {
            roster.member(about)
                    .ifPresentOrElse(
                            subject -> checkRivals(by, subject, word.about()), () -> unknown(word.about(), about));
        }
    }

    private void checkRivals(Member by, Member about, Entry at) {
        if (roster.rivals(by, about)) {
            at.fault(
                    by.name() + " and " + about.name() + " are rivals (" + why(by, about) + ")",
                    "take the good word out, or mend the trade, the area or not-with");
        }
    }

    private String why(Member one, Member other) {
        return roster.blocked(one, other)
                ? "one names the other in not-with"
                : one.trade().equals(other.trade())
                        ? "both " + one.trade() + " in " + one.area()
                        : one.trade() + " and " + other.trade() + " are rivals in the list of trades";
    }

    private void unknown(Entry at, Handle handle) {
        at.fault(
                asItStands(at) + " is no member",
                Spelling.suggest(handle.toString(), handles, "enrol them, or take this out"));
    }

    /** In the organiser's own spelling, so that she finds it in her file. */
    private static String asItStands(Entry handle) {
        return handle.text().orElseThrow();
    }

    private void everyTextOnce() {
        var seen = new HashMap<String, Entry>();
        for (var text : texts()) {
            var before = seen.putIfAbsent(bare(text.words()), text.at());
            if (before != null) {
                text.at()
                        .fault(
                                "this text stands in line " + before.line() + " already",
                                "everything is said once: write another, or take it out");
            }
        }
    }

    private void everyTextFits() {
        for (var text : texts()) {
            var subject = roster.name(text.subject());
            var whole =
                    Composed.text(text.disclosure(), subject, settings.circle().name(), text.words());
            var over = Composed.tooLongBy(whole);
            if (over > 0) {
                text.at()
                        .fault(
                                "too long by " + over + ": with what stands before it, it comes to "
                                        + (Composed.LONGEST + over) + " of " + Composed.LONGEST + " letters",
                                "shorten it; it goes out as \""
                                        + whole.substring(
                                                0, whole.length() - text.words().length()) + "...\"");
            }
        }
    }

    private record Text(Entry at, String words, Handle subject, String disclosure) {}

    private Collection<Text> texts() {
        var conduct = settings.conduct();
        var texts = new ArrayList<Text>();
        for (var one : written) {
            var handle = one.member().handle();
            one.about()
                    .forEach(line -> texts.add(new Text(line.at(), line.text(), handle, conduct.circleDisclosure())));
            one.goodWords()
                    .forEach(word -> texts.add(
                            new Text(word.at(), word.word().text(), word.word().about(), conduct.memberDisclosure())));
        }
        return texts;
    }

    /** Letters and digits alone: two texts that differ in case, accents' encoding or punctuation are the same. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
