package org.goodword.conduct;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.conduct.Verdict.Refused;
import org.goodword.platform.Post;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;

/** Which posts may be carried. */
final class PostChecks {
    private PostChecks() {}

    static Verdict fresh(Case c) {
        return c.what()
                .post()
                .flatMap(post -> objection(c, post))
                .<Verdict>map(reason -> new Refused("fresh", reason))
                .orElse(Verdict.ALLOWED);
    }

    private static Optional<String> objection(Case c, Post post) {
        return Stream.of(itself(c, post), age(c, post), origin(c, post), wishes(c, post))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> itself(Case c, Post post) {
        if (c.what().author().equals(c.what().voice())) {
            return Optional.of("nobody carries its own post");
        }
        if (!post.original()) {
            return Optional.of("the post is a reply, a repost or a quote");
        }
        if (post.isSuperseded() || c.facts().edited().contains(post.id())) {
            return Optional.of(
                    "its author has edited the post since it was shown, and a yes to it was one to what stood"
                            + " there before");
        }
        if (!post.whole()) {
            return Optional.of("only a part of the post can be read");
        }
        if (post.sensitive()) {
            return Optional.of("the post is marked as sensitive");
        }
        return c.facts().gone().contains(post.id())
                ? Optional.of("the post is no longer public, or is held back")
                : Optional.empty();
    }

    private static Optional<String> age(Case c, Post post) {
        var most = c.rules().time(Figure.FRESH_HOURS);
        return Duration.between(post.at(), c.at()).compareTo(most) > 0
                ? Optional.of("the post would be older than " + most.toHours() + " h")
                : Optional.empty();
    }

    /** The subject's own post, or an introduction of ours about her. */
    private static Optional<String> origin(Case c, Post post) {
        var what = c.what();
        var hers = what.author().equals(what.subject());
        var introduction = c.facts()
                .history()
                .of(post.id())
                .anyMatch(turn -> turn.kind() == Kind.INTRODUCTION
                        && turn.sent()
                        && turn.voice().equals(what.author())
                        && turn.subject().equals(what.subject()));
        return hers || introduction
                ? Optional.empty()
                : Optional.of("the post is neither by " + c.subjectName() + " nor an introduction of ours");
    }

    private static Optional<String> wishes(Case c, Post post) {
        return c.roster().member(c.what().author()).flatMap(author -> wishes(c, author, post));
    }

    private static Optional<String> wishes(Case c, Member author, Post post) {
        if (author.carry() == Member.Carry.MARKED && !c.facts().marked().contains(post.id())) {
            return Optional.of(author.name() + " wants only marked posts carried, and this is not marked");
        }
        var text = " " + Sameness.normal(post.text()) + " ";
        return author.skipWords().stream()
                .filter(word -> text.contains(" " + Sameness.normal(word) + " "))
                .findFirst()
                .map(word -> author.name() + " wants no post carried that says \"" + word + "\"");
    }
}
