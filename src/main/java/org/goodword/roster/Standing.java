package org.goodword.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.platform.Wording;
import org.goodword.settings.Fault;

/**
 * How everybody stands today: the roster file and what was said since, the stricter of the two.
 *
 * @param roster without those who left; with the consents in force
 * @param stopped who may neither speak nor be spoken for now, each with the reason; these are still members
 * @param disagreements the lines of the roster file that say more than was said since
 */
public record Standing(Roster roster, Map<Handle, String> stopped, List<Fault> disagreements) {
    public Standing {
        stopped = Map.copyOf(stopped);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * @param said in the order it was said
     * @param key the one leavers were marked with
     */
    public static Standing of(Enrolment file, Collection<Said> said, byte[] key, LocalDate today) {
        var faults = new ArrayList<Fault>();
        var gone = gone(file, said, key, faults);
        var agreed = new HashMap<Handle, Said.Agreed>();
        said.forEach(one -> {
            if (one instanceof Said.Agreed newest) {
                agreed.put(newest.who(), newest);
            }
        });
        var unspent = unspent(said, key);
        var members = file.roster().members().stream()
                .filter(member -> !gone.contains(member.handle()))
                .map(member ->
                        member.with(member.about().stream().filter(unspent).toList(), spokenOf(member, gone, unspent)))
                .map(member -> Optional.ofNullable(agreed.get(member.handle()))
                        .map(newest -> stricter(member, newest, file, faults))
                        .orElse(member))
                .toList();
        var roster = file.roster().with(members);
        return new Standing(roster, stopped(roster, said, today), faults);
    }

    /** Entries of people who left, unless they carry a consent that is newer than the leaving. */
    private static Set<Handle> gone(Enrolment file, Collection<Said> said, byte[] key, List<Fault> faults) {
        var leavings = new HashMap<String, LocalDate>();
        said.forEach(one -> {
            if (one instanceof Said.Left left) {
                leavings.merge(left.mark(), left.on(), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        var gone = new HashSet<Handle>();
        if (leavings.isEmpty()) {
            return gone;
        }
        for (var member : file.roster().members()) {
            var left = leavings.get(LeaverMark.of(member.handle(), key));
            if (left != null && !member.consent().since().isAfter(left)) {
                gone.add(member.handle());
                file.consent(member.handle())
                        .ifPresent(place -> faults.add(place.fault(
                                member.handle() + " left on " + left + ", so this entry is ignored",
                                "take it out, or if she came back, date consent.since after that day")));
            }
        }
        return gone;
    }

    private static List<GoodWord> spokenOf(Member member, Set<Handle> gone, Predicate<String> unspent) {
        return member.goodWords().stream()
                .filter(word -> !gone.contains(word.about()) && unspent.test(word.text()))
                .toList();
    }

    /** Texts that were not used in the books of somebody who has left since. */
    private static Predicate<String> unspent(Collection<Said> said, byte[] key) {
        var spent = said.stream()
                .filter(Said.Spent.class::isInstance)
                .map(one -> ((Said.Spent) one).mark())
                .collect(Collectors.toSet());
        return spent.isEmpty()
                ? text -> true
                : text -> Wording.forms(text).stream().noneMatch(form -> spent.contains(LeaverMark.ofText(form, key)));
    }

    private static Member stricter(Member member, Said.Agreed newest, Enrolment file, List<Fault> faults) {
        var inForce = member.consent().stricter(newest.consent());
        var more = whatTheFileSaysMore(member.consent(), inForce);
        if (!more.isEmpty()) {
            file.consent(member.handle())
                    .ifPresent(place -> faults.add(place.fault(
                            member.handle() + " agreed to less on " + newest.on() + ": " + String.join(", ", more),
                            "the stricter holds; write the same here")));
        }
        return member.with(inForce);
    }

    private static List<String> whatTheFileSaysMore(Consent file, Consent inForce) {
        var more = new ArrayList<String>();
        if (file.spokenFor() && !inForce.spokenFor()) {
            more.add("spoken-for is false, not true");
        }
        addMode(more, "introductions", file.introductions(), inForce.introductions());
        addMode(more, "reposts", file.reposts(), inForce.reposts());
        inForce.until()
                .filter(end -> !file.until().equals(Optional.of(end)))
                .ifPresent(end -> more.add("until is " + end + ", not "
                        + file.until().map(LocalDate::toString).orElse("open")));
        return more;
    }

    private static void addMode(List<String> more, String what, Mode file, Mode inForce) {
        if (file != inForce) {
            more.add(what + " is " + inForce.word() + ", not " + file.word());
        }
    }

    private static Map<Handle, String> stopped(Roster roster, Collection<Said> said, LocalDate today) {
        var pauses = new TreeMap<Handle, String>();
        var signedOut = new TreeMap<Handle, String>();
        for (var one : said) {
            if (one instanceof Said.Paused paused) {
                if (paused.until().map(end -> !today.isAfter(end)).orElse(true)) {
                    pauses.put(paused.who(), reason(paused));
                } else {
                    pauses.remove(paused.who());
                }
            } else if (one instanceof Said.Resumed resumed) {
                pauses.remove(resumed.who());
            } else if (one instanceof Said.SignedOut out) {
                signedOut.put(out.who(), "stopped on " + out.on() + ": " + out.reason());
            } else if (one instanceof Said.SignedIn in) {
                signedOut.remove(in.who());
            }
        }
        signedOut.forEach((who, reason) -> pauses.merge(who, reason, (pause, out) -> pause + "; " + out));
        pauses.keySet().removeIf(who -> roster.member(who).isEmpty() && !roster.isCircle(who));
        return pauses;
    }

    private static String reason(Said.Paused paused) {
        return "paused on " + paused.on()
                + paused.until().map(end -> ", until " + end).orElse("");
    }
}
