package org.goodword.rehearsal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.goodword.outbox.Booked;
import org.goodword.roster.GoodWord;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.rotation.Chance;
import org.goodword.rounds.House;
import org.goodword.sandbox.town.Town;

/**
 * The people of a rehearsal. By the seed they say yes, say no or say nothing, press links, write good words; one pauses, one
 * leaves, one's sign-in lapses and is renewed.
 */
final class People {
    private static final double YES = 0.76;
    private static final double NO = 0.11;
    private static final double PRESSES_A_LINK = 0.5;
    private static final int WORDS_A_WEEK = 6;
    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(10);

    /** Somebody does something at a moment. */
    private record Act(Instant at, int order, Runnable what) {}

    private final House house;
    private final RosterOnDisk roster;
    private final Town town;
    private final Notes notes;
    private final SimulatedClock clock;
    private final Chance chance;
    private final List<String> remarks = new ArrayList<>();
    private final Deque<GoodWord> toWrite = new ArrayDeque<>(NewWords.goodWords());
    private final PriorityQueue<Act> acts =
            new PriorityQueue<>(Comparator.comparing(Act::at).thenComparing(Act::order));
    private Optional<Member> lapsed = Optional.empty();
    private boolean isSignedOut;
    private int order;

    People(House house, RosterOnDisk roster, Town town, Notes notes, SimulatedClock clock, long seed) {
        this.house = house;
        this.roster = roster;
        this.town = town;
        this.notes = notes;
        this.clock = clock;
        this.chance = new Chance(seed);
    }

    /** What will happen in a season of so many weeks, whatever is dealt. */
    void makePlans(LocalDate monday, int weeks, ZoneId zone) {
        for (var week = 0; week < weeks; week++) {
            at(monday.plusWeeks(week).with(DayOfWeek.WEDNESDAY), LocalTime.of(20, 0), zone, this::write);
        }
        if (weeks >= 4) {
            var members = house.circle().roster(clock.instant()).members();
            var pausing = pick(members, "pauses");
            var lapsing = pick(members, "lapses");
            var leaving = pick(members, "leaves");
            var pause = monday.plusWeeks(weeks / 3);
            at(pause, LocalTime.of(9, 10), zone, () -> pauses(pausing, pause.plusDays(6)));
            at(pause.plusDays(7), LocalTime.MIDNIGHT, zone, () -> notes.cameBack(pausing.handle(), clock.instant()));
            var lapse = monday.plusWeeks(weeks / 2 - 1).plusDays(1);
            at(lapse, LocalTime.of(3, 0), zone, () -> lapses(lapsing));
            at(lapse.plusDays(9), LocalTime.of(19, 30), zone, () -> signsInAgain(lapsing));
            at(monday.plusWeeks(weeks * 2L / 3).plusDays(2), LocalTime.of(10, 0), zone, () -> leaves(leaving));
        }
    }

    /** Three different members, each an ordinary voice. */
    private Member pick(List<Member> members, String what) {
        var places = List.of("pauses", "lapses", "leaves");
        var start = chance.below(members.size(), "cast");
        return members.get((start + places.indexOf(what) * (members.size() / 3)) % members.size());
    }

    private void at(LocalDate day, LocalTime time, ZoneId zone, Runnable what) {
        at(day.atTime(time).atZone(zone).toInstant(), what);
    }

    private void at(Instant at, Runnable what) {
        acts.add(new Act(at, order++, what));
    }

    Optional<Instant> next() {
        return Optional.ofNullable(acts.peek()).map(Act::at);
    }

    /** Does everything that is due. */
    void act(Instant now) {
        for (var act = acts.peek(); act != null && !act.at().isAfter(now); act = acts.peek()) {
            acts.poll();
            act.what().run();
        }
    }

    /** What happened that the organiser would hear of, since this was last asked. */
    List<String> remarks() {
        lapsed.filter(member -> house.circle().stopped(clock.instant()).containsKey(member.handle()))
                .ifPresent(member -> {
                    remarks.add(member.name() + "'s sign-in lapsed; its turns were struck, and you were told");
                    lapsed = Optional.empty();
                });
        var told = List.copyOf(remarks);
        remarks.clear();
        return told;
    }

    void asked(Booked turn) {
        var mood = chance.of("answer", turn.id());
        var minutes = 15 + (long) (780 * StrictMath.pow(chance.of("delay", turn.id()), 2));
        var when = clock.instant().plus(Duration.ofMinutes(minutes));
        if (mood < YES) {
            at(when, () -> saysYes(turn.id()));
        } else if (mood < YES + NO) {
            at(when, () -> saysNo(turn.id()));
        }
    }

    private void saysYes(long turn) {
        // noted before it is counted: the audit believes what was said, not what was made of it
        notes.saidYes(turn, clock.instant());
        house.approvals().yes(turn, clock.instant());
        house.books().turns().find(turn).ifPresent(booked -> notes.fixed(booked, clock.instant()));
    }

    private void saysNo(long turn) {
        notes.saidNo(turn);
        house.approvals().no(turn, clock.instant());
    }

    void handed(Booked turn) {
        if (turn.what().kind() == Kind.REPOST && chance.of("press", turn.id()) < PRESSES_A_LINK) {
            var hours = 1 + chance.below(9, "press later", turn.id());
            at(clock.instant().plus(Duration.ofHours(hours)), () -> presses(turn));
        }
    }

    /** She does it herself, in her own app: none of our calls. */
    private void presses(Booked turn) {
        var voice = turn.what().voice();
        var id = turn.what().post().orElseThrow().id().value();
        var now = clock.instant();
        town.post(Long.parseLong(id), now)
                .filter(post -> post.deleted().map(now::isBefore).orElse(true))
                .filter(post -> !town.hasReposted(voice.name(), post.id(), now))
                .ifPresent(post -> {
                    notes.pressed(voice, id);
                    town.repost(voice.name(), post, now);
                });
    }

    private void write() {
        for (var count = 0; count < WORDS_A_WEEK && !toWrite.isEmpty(); count++) {
            roster.add(toWrite.removeFirst());
        }
        rosterChanged();
    }

    private void rosterChanged() {
        roster.reload();
        notes.roster(house.circle().roster(clock.instant()), clock.instant());
    }

    private void pauses(Member member, LocalDate until) {
        var struck = house.membership().pause(member.handle(), Optional.of(until), clock.instant(), "rehearsal");
        notes.wentOut(member.handle(), clock.instant());
        remarks.add(member.name() + " paused for a week" + struck(struck));
    }

    private void leaves(Member member) {
        var left = house.membership().leave(member.handle(), clock.instant(), "rehearsal");
        notes.wentOut(member.handle(), clock.instant());
        notes.roster(house.circle().roster(clock.instant()), clock.instant());
        remarks.add(member.name() + " left" + struck(left.struck()));
    }

    private static String struck(int turns) {
        return turns == 0 ? "" : turns == 1 ? "; one turn was struck" : "; " + turns + " turns were struck";
    }

    private void lapses(Member member) {
        town.revoke(member.handle().name());
        lapsed = Optional.of(member);
        isSignedOut = true;
        noticed(member);
    }

    /** Nobody can know of it before an account of hers is used in vain; from then on nothing may go out about her either. */
    private void noticed(Member member) {
        if (house.circle().stopped(clock.instant()).containsKey(member.handle())) {
            notes.wentOut(member.handle(), clock.instant());
        } else if (isSignedOut) {
            at(clock.instant().plus(LOOKS_AGAIN), () -> noticed(member));
        }
    }

    private void signsInAgain(Member member) {
        isSignedOut = false;
        town.restore(member.handle().name());
        roster.signInAgain(member.handle());
        notes.cameBack(member.handle(), clock.instant());
        house.membership().signedIn(member.handle(), clock.instant());
        remarks.add(member.name() + " signed in again");
    }
}
