package org.goodword.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.goodword.outbox.Booked;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.rotation.Proposal;

/**
 * What a voice on mode {@code suggest} is given: for each thing a link that opens X with it ready. She presses it herself, or
 * does not; the program makes no call.
 */
public final class Links {
    private static final String REPOST = "https://x.com/intent/retweet?tweet_id=";
    private static final String POST = "https://x.com/intent/tweet?text=";

    private Links() {}

    /** Those that can still be pressed, each with its link on a line of its own; blank when there is none. */
    public static String render(List<Booked> handed, Roster roster, Instant now, ZoneId zone) {
        return handed.stream()
                .filter(turn -> !turn.turn().window().isOver(now))
                .sorted(Comparator.comparing(
                                (Booked turn) -> roster.name(turn.what().voice()))
                        .thenComparing(Booked::id))
                .map(turn -> lines(turn, roster, zone))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(Booked turn, Roster roster, ZoneId zone) {
        var what = turn.what();
        return "A link for " + roster.name(what.voice()) + ", to "
                + (what.kind() == Kind.REPOST ? "repost " : "introduce ") + roster.name(what.subject())
                + " with a press of her own, until "
                + Dated.minute(LocalDateTime.ofInstant(turn.turn().window().until(), zone)) + ":\n  "
                + of(what) + "\n";
    }

    /** X's web intents open the page with everything filled in, and send nothing by themselves. */
    static String of(Proposal what) {
        return what.post()
                .map(post -> REPOST + encoded(post.id().value()))
                .orElseGet(() -> POST + encoded(what.composed().orElseThrow()));
    }

    private static String encoded(String text) {
        // a + is a space in a form, and a + in an address
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
