package org.goodword.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.goodword.conduct.Moment;
import org.goodword.conduct.Verdict;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.platform.Purpose;
import org.goodword.reach.Seen;
import org.goodword.reach.Snapshot;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.rotation.Reason;
import org.goodword.rounds.House;
import org.goodword.rounds.NextMinuteLeft;
import org.goodword.rounds.Remembered;

/** All there is to say about one turn: what, when, why, its story, and what speaks against it or came of it. */
final class WhyTurn {
    /** From then on a post's figure hardly grows. */
    private static final Duration SETTLED = Duration.ofDays(7);

    private static final Set<State> IS_OUT = Set.of(State.SENT, State.UNKNOWN);

    private final House house;
    private final Booked turn;
    private final Instant now;
    private final Roster roster;
    private final ZoneId zone;

    private WhyTurn(House house, Booked turn, Instant now) {
        this.house = house;
        this.turn = turn;
        this.now = now;
        this.roster = house.circle().roster(now);
        this.zone = house.settings().circle().zone();
    }

    /** @throws DidNotWork when there is no such turn */
    static String of(House house, long number, Instant now) {
        return house.books()
                .turns()
                .find(number)
                .map(turn -> new WhyTurn(house, turn, now).text())
                .orElseThrow(() -> new DidNotWork("There is no turn " + number + " in the books."));
    }

    private String text() {
        var parts = new ArrayList<String>();
        parts.add("Turn " + turn.id() + ": " + InWords.turn(roster, turn.what()) + "\n" + standing());
        parts.add(section("What", List.of(what())));
        parts.add(section("Why", List.of(why())));
        parts.add(section(
                "Its story",
                house.books().turns().story(turn.id()).stream().map(this::step).toList()));
        if (State.QUEUED.contains(turn.state())) {
            parts.add(section("What the rules say now", objections()));
        }
        if (IS_OUT.contains(turn.state()) || turn.sentAt().isPresent()) {
            parts.add(section("Times shown", List.of(Lines.hanging("  ", shown()))));
        }
        return String.join("\n\n", parts);
    }

    private static String section(String title, List<String> lines) {
        return title + "\n" + String.join("\n", lines);
    }

    private static String item(String sentence) {
        return Lines.hanging("  - ", sentence);
    }

    private String why() {
        var why = Reason.told(turn.turn().why());
        return Lines.hanging("  ", why.isEmpty() ? "Nothing was noted, or it was about a member who has left." : why);
    }

    private String standing() {
        return InWords.sentence(turn.state().words()) + " " + Lines.hanging("", when());
    }

    private String when() {
        var week = "Week " + turn.turn().week() + ".";
        if (turn.sentAt().isPresent()) {
            return "It went out on " + InWords.inASentence(turn.sentAt().get(), zone) + ". " + week;
        }
        if (turn.state() == State.PLANNED) {
            return "Its day is " + InWords.day(turn.turn().day()) + "; its minute is found that morning. " + week;
        }
        var until =
                ", its time until " + InWords.inASentence(turn.turn().window().until(), zone) + ". " + week;
        if (turn.state() == State.ASKED && turn.turn().slot().isBefore(now)) {
            return "Its minute was " + InWords.inASentence(turn.turn().slot(), zone) + until + " "
                    + new NextMinuteLeft(house.books(), house.circle())
                            .slot(turn.turn(), now)
                            .map(minute -> "A yes now sends it on " + InWords.inASentence(minute, zone) + ".")
                            .orElse("No good minute is left for a yes.");
        }
        var tense = State.OPEN.contains(turn.state()) ? "Its minute is " : "Its minute was ";
        return tense + InWords.inASentence(turn.turn().slot(), zone) + until;
    }

    private String what() {
        return turn.what().kind() == Kind.INTRODUCTION ? introduction() : repost();
    }

    private String introduction() {
        var exactly = turn.sentAt().isPresent() ? "Exactly this went out:" : "Exactly this would go out:";
        return Lines.hanging("  ", exactly) + "\n"
                + Lines.quoted(turn.what().composed().orElseThrow());
    }

    private String repost() {
        var post = turn.what().post().orElseThrow();
        var about = "Post " + post.id().value() + " by "
                + roster.name(turn.what().author()) + ", made on " + InWords.inASentence(post.at(), zone) + ".";
        return post.text().isEmpty()
                ? Lines.hanging("  ", about + " Its text is no longer kept.")
                : Lines.hanging("  ", about) + "\n" + Lines.quoted(post.text());
    }

    private String step(Turns.Step step) {
        var same = step.from().filter(step.to()::equals).isPresent();
        return Lines.hanging(
                String.format(
                        Locale.ROOT,
                        "  %-17s  %-17s  ",
                        InWords.minute(step.at(), zone),
                        same ? "" : step.to().words()),
                step.reason());
    }

    /** Asked for the minute at which it would go out, and as strictly as the next one to ask. */
    private List<String> objections() {
        var facts = new Remembered(house.books(), house.circle()).facts(roster, now, purpose());
        var at = turn.turn().slot().isBefore(now) ? now : turn.turn().slot();
        var undealt = turn.state() == State.PLANNED || turn.state() == State.PREPARED;
        var objections = house.circle()
                .rulebook()
                .get()
                .objections(
                        turn.what(),
                        at,
                        facts.with(facts.history().without(turn.id())),
                        undealt ? Moment.PLANNING : Moment.SENDING);
        var telling = objections.stream().filter(this::isTelling).toList();
        return telling.isEmpty()
                ? List.of("  Nothing speaks against it.")
                : telling.stream().map(this::objection).toList();
    }

    /** While a turn has no minute of its own yet, what another minute would settle says nothing. */
    private boolean isTelling(Verdict verdict) {
        return turn.state() != State.PLANNED || verdict.<Boolean>match(() -> false, no -> true, later -> false);
    }

    /** Before the voice was asked, what is to be paid for is the asking. */
    private Purpose purpose() {
        return turn.state() == State.PLANNED || turn.state() == State.PREPARED ? Purpose.ASKING : Purpose.WRITING;
    }

    private String objection(Verdict verdict) {
        return item(verdict.match(
                () -> "Nothing.",
                no -> InWords.sentence(no.reason()) + " (rule " + no.rule() + ")",
                later -> InWords.sentence(later.reason()) + " It may from " + InWords.inASentence(later.from(), zone)
                        + " on (rule " + later.rule() + ")"));
    }

    private String shown() {
        if (turn.made().isEmpty()) {
            return "Not known: whether it went out is still being looked up.";
        }
        var post = turn.made().get();
        var seen = house.books().posts().post(post);
        var reading = seen.map(Seen::at)
                .flatMap(made -> Optional.ofNullable(
                        house.books().posts().latest(made, now).get(post)));
        var gone = seen.flatMap(Seen::gone)
                .map(at -> " The post was gone by " + InWords.inASentence(at, zone) + ".")
                .orElse("");
        return reading.map(one -> one.counts().shown().isEmpty()
                                ? "Not known: X does not say how often the post was shown."
                                : timesShown(one, seen.orElseThrow().at()))
                        .orElse("Not known: the post was not read yet.")
                + gone;
    }

    private String timesShown(Snapshot read, Instant made) {
        return String.format(Locale.UK, "%,d", read.counts().shown().orElseThrow())
                + (read.at().isBefore(made.plus(SETTLED)) ? " so far" : "") + ", as read on "
                + InWords.inASentence(read.at(), zone)
                + ". It counts every showing of the post, not people, by whomever it was carried.";
    }
}
