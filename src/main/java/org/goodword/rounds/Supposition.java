package org.goodword.rounds;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.goodword.platform.Handle;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;
import org.goodword.roster.Standing;

/** Something that could be otherwise, to see what the coming weeks would bring then. */
public sealed interface Supposition {

    /** What can be written, as it is told to somebody who wrote something else. */
    String EXAMPLES =
            "\"capacity of @handle 3\", \"want of @handle 3\", \"@handle pauses\", \"@handle leaves\", \"without the circle account\"";

    Pattern NUMBER = Pattern.compile("(capacity|want) of (@?\\w{1,15}) (\\d{1,3})");
    Pattern GOING = Pattern.compile("(@?\\w{1,15}) (pauses|leaves)");
    Pattern WITHOUT = Pattern.compile("without (the )?circle( account)?");

    /** How everybody would stand. */
    Standing in(Standing standing);

    /** Whom it is about, where it is about a member. */
    Optional<Handle> who();

    record Capacity(Handle member, int turns) implements Supposition {
        @Override
        public Standing in(Standing standing) {
            return withMember(standing, member, one -> one.with(turns, one.want()));
        }

        @Override
        public Optional<Handle> who() {
            return Optional.of(member);
        }
    }

    record Want(Handle member, int turns) implements Supposition {
        @Override
        public Standing in(Standing standing) {
            return withMember(standing, member, one -> one.with(one.capacity(), turns));
        }

        @Override
        public Optional<Handle> who() {
            return Optional.of(member);
        }
    }

    record Pauses(Handle member) implements Supposition {
        @Override
        public Standing in(Standing standing) {
            var stopped = new HashMap<>(standing.stopped());
            stopped.put(member, "paused, for the sake of the question");
            return new Standing(standing.roster(), stopped, standing.disagreements());
        }

        @Override
        public Optional<Handle> who() {
            return Optional.of(member);
        }
    }

    record Leaves(Handle member) implements Supposition {
        @Override
        public Standing in(Standing standing) {
            var others = standing.roster().members().stream()
                    .filter(one -> !one.handle().equals(member))
                    .map(this::withoutWordsAboutHer)
                    .toList();
            return with(standing, standing.roster().with(others));
        }

        private Member withoutWordsAboutHer(Member other) {
            return other.with(
                    other.about(),
                    other.goodWords().stream()
                            .filter(word -> !word.about().equals(member))
                            .toList());
        }

        @Override
        public Optional<Handle> who() {
            return Optional.of(member);
        }
    }

    record WithoutCircle() implements Supposition {
        @Override
        public Standing in(Standing standing) {
            return with(standing, standing.roster().withoutCircle());
        }

        @Override
        public Optional<Handle> who() {
            return Optional.empty();
        }
    }

    private static Standing withMember(Standing standing, Handle who, UnaryOperator<Member> change) {
        List<Member> members = standing.roster().members().stream()
                .map(one -> one.handle().equals(who) ? change.apply(one) : one)
                .toList();
        return with(standing, standing.roster().with(members));
    }

    private static Standing with(Standing standing, Roster roster) {
        return new Standing(roster, standing.stopped(), standing.disagreements());
    }

    /** Empty when it is none of {@link #EXAMPLES}. */
    static Optional<Supposition> parse(String text) {
        var plain =
                text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("\\.$", "");
        var number = NUMBER.matcher(plain);
        if (number.matches()) {
            var who = Handle.of(number.group(2));
            var turns = Integer.parseInt(number.group(3));
            return Optional.of(number.group(1).equals("want") ? new Want(who, turns) : new Capacity(who, turns));
        }
        var going = GOING.matcher(plain);
        if (going.matches()) {
            var who = Handle.of(going.group(1));
            return Optional.of(going.group(2).equals("pauses") ? new Pauses(who) : new Leaves(who));
        }
        return WITHOUT.matcher(plain).matches() ? Optional.of(new WithoutCircle()) : Optional.empty();
    }
}
