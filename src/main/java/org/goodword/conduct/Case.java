package org.goodword.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.goodword.roster.Kind;
import org.goodword.roster.Member;
import org.goodword.roster.Roster;
import org.goodword.rotation.Proposal;
import org.goodword.rotation.Spoken;

/**
 * One proposal at one instant, with all that a check may look at.
 *
 * @param said the sameness guard over everything that went out, made when first asked for
 * @param texts makes a text ready for comparing, or remembers that it has
 */
record Case(
        Proposal what,
        Instant at,
        Facts facts,
        Moment moment,
        Rules rules,
        Words words,
        Supplier<Sameness> said,
        Function<String, Sameness.Text> texts) {

    Roster roster() {
        return facts.roster();
    }

    boolean byCircle() {
        return roster().isCircle(what.voice());
    }

    boolean isRepost() {
        return what.kind() == Kind.REPOST;
    }

    /** The voice, where it is a member. */
    Optional<Member> voice() {
        return byCircle() ? Optional.empty() : roster().member(what.voice());
    }

    Optional<Member> subject() {
        return roster().member(what.subject());
    }

    /** Who wrote what is carried, where that is a member other than the two. */
    Optional<Member> thirdParty() {
        return what.author().equals(what.voice()) || what.author().equals(what.subject())
                ? Optional.empty()
                : roster().member(what.author());
    }

    String name(Handle handle) {
        return roster().name(handle);
    }

    String voiceName() {
        return name(what.voice());
    }

    String subjectName() {
        return name(what.subject());
    }

    /** What stands against this proposal: all that was sent, and at planning what is open, too. */
    boolean counts(Spoken spoken) {
        return spoken.sent() || moment == Moment.PLANNING;
    }

    Stream<Spoken> by(Handle voice) {
        return facts.history().by(voice).filter(this::counts);
    }

    Stream<Spoken> about(Handle subject) {
        return facts.history().about(subject).filter(this::counts);
    }

    boolean within(Spoken spoken, Duration window) {
        return Sliding.apart(spoken.at(), at).compareTo(window) < 0;
    }

    /** All turns less than {@code window} away, of any voice, in the order of time. */
    List<Spoken> around(Duration window) {
        var all = facts.history().all();
        var from = firstAfter(all, at.minus(window));
        var to = from;
        while (to < all.size() && all.get(to).at().isBefore(at.plus(window))) {
            to++;
        }
        return all.subList(from, to).stream().filter(this::counts).toList();
    }

    private static int firstAfter(List<Spoken> all, Instant instant) {
        var low = 0;
        var high = all.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (all.get(middle).at().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Allowed if {@code next} is now; a wait until then; refused if it never comes. */
    Verdict from(Optional<Instant> next, String rule, String reason) {
        return next.<Verdict>map(from -> from.isAfter(at) ? new Verdict.Later(rule, reason, from) : Verdict.ALLOWED)
                .orElseGet(() -> new Verdict.Refused(rule, reason));
    }
}
