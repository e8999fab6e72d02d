package org.goodword.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.outbox.Turns;
import org.goodword.roster.Kind;

/**
 * The far side's books held against ours. Every entry of the one must have its entry in the other.
 *
 * @param introductions how many posts stand there
 * @param reposts how many reposts do
 * @param twice stand there more than once, or were sent again after nobody knew whether they had gone out
 * @param strangers stand there, and no turn of ours is sent or not known yet
 * @param missing are sent by our books, and do not stand there
 * @param withoutConsent stand there though somebody had not agreed
 */
record BothBooks(
        long introductions,
        long reposts,
        List<String> twice,
        List<String> strangers,
        List<String> missing,
        List<String> withoutConsent) {
    private static final Set<State> MAY_BE_OUT = Set.of(State.SENT, State.UNKNOWN, State.SENDING);

    static BothBooks compared(List<Far.Effect> effects, TrialCircle.Books ours, Predicate<Booked> isAgreed) {
        var there = effects.stream().collect(Collectors.groupingBy(BothBooks::key, Collectors.counting()));
        var turns = ours.turns().stream().collect(Collectors.toMap(BothBooks::key, turn -> turn));
        var twice = new ArrayList<>(there.keySet().stream()
                .filter(key -> there.getOrDefault(key, 0L) > 1)
                .toList());
        ours.turns().stream()
                .filter(turn -> isSentBlind(ours.stories(), turn))
                .map(BothBooks::key)
                .forEach(twice::add);
        var strangers = there.keySet().stream()
                .filter(key -> !turns.containsKey(key)
                        || !MAY_BE_OUT.contains(turns.get(key).state()))
                .map(key -> key + " " + (turns.containsKey(key) ? turns.get(key).state() : "no turn"))
                .toList();
        var missing = ours.turns().stream()
                .filter(turn -> turn.state() == State.SENT && !there.containsKey(key(turn)))
                .map(BothBooks::key)
                .toList();
        var withoutConsent = ours.turns().stream()
                .filter(turn -> there.containsKey(key(turn)) && !isAgreed.test(turn))
                .map(BothBooks::key)
                .toList();
        return new BothBooks(
                count(effects, "POST"), count(effects, "REPOST"), twice, strangers, missing, withoutConsent);
    }

    private static long count(List<Far.Effect> effects, String kind) {
        return effects.stream().filter(effect -> effect.kind().equals(kind)).count();
    }

    /** By its story, since the far side takes no text twice and a second attempt would leave no mark there. */
    private static boolean isSentBlind(Map<Long, List<Turns.Step>> stories, Booked turn) {
        var story = stories.getOrDefault(turn.id(), List.of());
        var states = story.stream().map(Turns.Step::to).toList();
        var afterUnknown =
                states.contains(State.UNKNOWN) && states.lastIndexOf(State.SENDING) > states.indexOf(State.UNKNOWN);
        return afterUnknown || story.stream().anyMatch(BothBooks::isForgotten);
    }

    /** A request that was out and is to be sent again, though nobody was told that it had not arrived. */
    private static boolean isForgotten(Turns.Step step) {
        return step.from().filter(State.SENDING::equals).isPresent()
                && step.to() == State.READY
                && !step.reason().startsWith("X asked to wait")
                && !step.reason().startsWith("It has to wait");
    }

    private static String key(Far.Effect effect) {
        return effect.handle().toLowerCase(Locale.ROOT)
                + switch (effect.kind()) {
                    case "POST" -> " says " + effect.text();
                    case "REPOST" -> " carries " + effect.postId();
                    default -> " did " + effect.kind() + " of " + effect.postId();
                };
    }

    private static String key(Booked turn) {
        var what = turn.what();
        return what.voice().name().toLowerCase(Locale.ROOT)
                + (what.kind() == Kind.REPOST
                        ? " carries " + what.post().orElseThrow().id().value()
                        : " says " + what.composed().orElseThrow());
    }

    List<String> complaints() {
        var complaints = new ArrayList<String>();
        twice.forEach(each -> complaints.add("twice: " + each));
        strangers.forEach(each -> complaints.add("stands there, and not in our books as sent: " + each));
        missing.forEach(each -> complaints.add("sent by our books, and not there: " + each));
        withoutConsent.forEach(each -> complaints.add("without consent: " + each));
        return complaints;
    }
}
