package org.goodword.rounds;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Roster;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Journal;

/** What changed since a week was dealt, each with its reason, told from the books. */
final class WeekChanges {
    private final Books books;
    private final Roster roster;
    private final Map<Handle, String> stopped;
    private final Journal.Plan plan;

    private WeekChanges(Books books, Roster roster, Map<Handle, String> stopped, Journal.Plan plan) {
        this.books = books;
        this.roster = roster;
        this.stopped = stopped;
        this.plan = plan;
    }

    /** In the order in which it happened. */
    static List<WeekView.Change> of(
            Books books, Roster roster, Map<Handle, String> stopped, Journal.Plan plan, List<Booked> turns) {
        var changes = new WeekChanges(books, roster, stopped, plan);
        return Stream.concat(
                        plan.changes().stream()
                                .filter(change -> change.at().isAfter(plan.dealtAt()))
                                .map(changes::ofVoice),
                        turns.stream().flatMap(changes::ofTurn))
                .sorted(Comparator.comparing(WeekView.Change::at))
                .toList();
    }

    private WeekView.Change ofVoice(Journal.Change change) {
        var name = change.voice().isFormer() ? "A former member" : roster.name(change.voice());
        var day = Optional.ofNullable(plan.days().get(change.voice()))
                .map(WeekChanges::inFull)
                .orElse("its day");
        var sentence = switch (change.cause()) {
            case JOINED -> name + " has joined the voices: its day is " + day + ".";
            case MOVED ->
                name + " can no longer be asked on "
                        + change.before().map(WeekChanges::inFull).orElse("its day") + ": its day is " + day
                        + " now.";
            case STOPPED ->
                name + " is left out" + why(change.voice()) + ". " + day + " stays its day for when it comes back.";
            case BACK -> name + " is back, and " + day + " is its day again.";
            case LEFT -> name + " is no longer in the roster: " + day + ", its day, falls away.";
        };
        return new WeekView.Change(change.at(), sentence);
    }

    private String why(Handle voice) {
        return Optional.ofNullable(stopped.get(voice))
                .map(why -> " for now: " + why)
                .orElse(" for a while");
    }

    private static String inFull(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    private Stream<WeekView.Change> ofTurn(Booked turn) {
        return Stream.of(added(turn), pinned(turn), fellAway(turn)).flatMap(Optional::stream);
    }

    private Optional<WeekView.Change> added(Booked turn) {
        // one that is planned still shows when it was booked; of the others only the story tells
        if (turn.what().kind() != Kind.INTRODUCTION
                || (turn.state() == State.PLANNED && !turn.since().isAfter(plan.dealtAt()))) {
            return Optional.empty();
        }
        return books.turns().story(turn.id()).stream()
                .findFirst()
                .filter(booked -> booked.to() == State.PLANNED && booked.at().isAfter(plan.dealtAt()))
                .map(booked -> new WeekView.Change(booked.at(), named(turn) + " was added. " + booked.reason()));
    }

    private Optional<WeekView.Change> pinned(Booked turn) {
        return turn.state() == State.PLANNED && Steering.isPinned(books, turn.id())
                ? books.turns().story(turn.id()).stream()
                        .filter(step -> step.reason().equals(Steering.PINNED))
                        .findFirst()
                        .map(step -> new WeekView.Change(step.at(), named(turn) + ": " + lower(step.reason())))
                : Optional.empty();
    }

    private Optional<WeekView.Change> fellAway(Booked turn) {
        return turn.state() == State.WITHDRAWN && turn.sentAt().isEmpty()
                ? Optional.of(new WeekView.Change(turn.since(), named(turn) + " fell away. " + turn.reason()))
                : Optional.empty();
    }

    private String named(Booked turn) {
        var what = turn.what();
        return "Turn " + turn.id() + " (" + roster.name(what.voice()) + " "
                + what.kind().verb() + " " + roster.name(what.subject()) + ")";
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.UK) + sentence.substring(1);
    }
}
