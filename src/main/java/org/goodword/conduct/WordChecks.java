package org.goodword.conduct;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.goodword.conduct.Verdict.Refused;
import org.goodword.platform.Wording;
import org.goodword.rotation.Spoken;

/** What a text says and how. A repost has no words of ours: its checks all allow it. */
final class WordChecks {
    private WordChecks() {}

    static Verdict ownWords(Case c) {
        return c.what().words().map(words -> ownWords(c, words)).orElse(Verdict.ALLOWED);
    }

    private static Verdict ownWords(Case c, String words) {
        var bar = c.rules().number(Figure.NEAR_COPY).doubleValue();
        var within = c.rules().time(Figure.NEAR_COPY_DAYS);
        var text = c.texts().apply(words);
        if (c.said().get().same(text).isPresent()) {
            return new Refused("own-words", "these words were said before; each text is used once");
        }
        if (c.said().get().near(text, bar, c.at(), within).isPresent()) {
            return new Refused("own-words", "this is much like a text that was said in the last year; write it anew");
        }
        return openTexts(c).stream()
                        .anyMatch(open -> Sameness.likeness(c.texts().apply(open), text) >= bar)
                ? new Refused("own-words", "another turn that has not gone out yet says much the same")
                : Verdict.ALLOWED;
    }

    /** What went out is in {@link Facts#said}; these have not yet. */
    private static List<String> openTexts(Case c) {
        return c.moment() == Moment.SENDING
                ? List.of()
                : c.facts().history().all().stream()
                        .filter(turn -> !turn.sent())
                        .map(Spoken::words)
                        .flatMap(words -> words.stream())
                        .toList();
    }

    private static Verdict text(Case c, Function<String, Verdict> check) {
        return c.what().composed().map(check).orElse(Verdict.ALLOWED);
    }

    static Verdict length(Case c) {
        return text(c, composed -> length(c, composed, c.what().words().orElse("")));
    }

    private static Verdict length(Case c, String composed, String words) {
        var most = c.rules().count(Figure.WEIGHTED_LENGTH);
        var length = Words.weightedLength(composed);
        if (length > most) {
            return new Refused(
                    "length", "with its disclosure the text is " + (length - most) + " over " + most + "; shorten it");
        }
        if (Words.saysNothing(words)) {
            return new Refused("length", "the text says nothing; write a sentence about " + c.subjectName());
        }
        return Words.isSound(composed)
                ? Verdict.ALLOWED
                : new Refused("length", "the text holds a control character that X does not take; write it anew");
    }

    static Verdict mentions(Case c) {
        return text(c, composed -> {
            var mentions = Words.mentions(composed);
            var most = c.words().allowMentions() ? c.rules().count(Figure.MENTIONS) : 0;
            if (mentions.size() > most) {
                return new Refused(
                        "mentions",
                        "the text mentions @" + mentions.get(0) + "; "
                                + (most == 0 ? "write the business's name instead" : "one mention is the most"));
            }
            return mentions.stream()
                            .allMatch(name ->
                                    name.equalsIgnoreCase(c.what().subject().name()))
                    ? Verdict.ALLOWED
                    : new Refused("mentions", "only " + c.subjectName() + " may be mentioned, not @" + mentions.get(0));
        });
    }

    static Verdict links(Case c) {
        return text(c, composed -> {
            var links = Words.links(composed);
            var most = c.words().allowLinks() ? c.rules().count(Figure.LINKS) : 0;
            if (links.size() > most) {
                return new Refused(
                        "links",
                        "X would make a link of \"" + links.get(0) + "\"; "
                                + (most == 0 ? "leave it out, or turn links on" : "one link is the most"));
            }
            return links.stream()
                    .filter(link -> isShortened(c, Words.host(link)))
                    .findFirst()
                    .<Verdict>map(
                            link -> new Refused("links", "\"" + link + "\" hides where it leads; write it in full"))
                    .orElse(Verdict.ALLOWED);
        });
    }

    private static boolean isShortened(Case c, String host) {
        return c.rules().rule("links").map(rule -> rule.list("shorteners")).orElseThrow().stream()
                .anyMatch(shortener -> host.equals(shortener) || host.endsWith("." + shortener));
    }

    static Verdict tags(Case c) {
        return text(c, composed -> {
            var cashtags = Words.cashtags(composed);
            if (!cashtags.isEmpty()) {
                return new Refused("tags", "the text holds the cashtag $" + cashtags.get(0) + "; leave it out");
            }
            var hashtags = Words.hashtags(composed);
            if (hashtags.size() > c.rules().count(Figure.HASHTAGS)) {
                return new Refused(
                        "tags",
                        "the text holds " + hashtags.size() + " hashtags; keep "
                                + c.rules().count(Figure.HASHTAGS));
            }
            return hashtags.stream()
                    .filter(tag -> !c.rules().lists("tags", "hashtags", tag.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .<Verdict>map(tag -> new Refused("tags", "#" + tag + " is none of the circle's own hashtags"))
                    .orElse(Verdict.ALLOWED);
        });
    }

    static Verdict disclosure(Case c) {
        return text(c, composed -> {
            var words = c.what().words().orElse("");
            var due = c.words().compose(c.roster(), c.what().voice(), c.what().subject(), words);
            return Wording.composed(composed).equals(due)
                    ? Verdict.ALLOWED
                    : new Refused(
                            "disclosure",
                            "what would go out is not the disclosure of today and the text; prepare it anew");
        });
    }
}
