package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.platform.Platform;
import org.goodword.platform.Profile;
import org.goodword.platform.Profiles;
import org.goodword.roster.Member;
import org.goodword.rounds.books.Books;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the accounts of the roster are on the platform, asked once a week: a name can change its owner, and followers come and
 * go. Whoever was not answered for is asked after again, and so is whoever has joined since.
 */
final class Meeting {
    private static final String NAME = "accounts";
    private static final int NAMES_A_CALL = 100;

    /** An account that an answer passed over in silence is asked after again so much later. */
    private static final Duration PASSED_OVER = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(Meeting.class);

    private final Books books;
    private final Circle circle;
    private final Platform platform;
    private final Again again = new Again();
    private final Set<Asked> asked = new HashSet<>();
    private final Set<Asked> missing = new HashSet<>();

    /** Somebody whom an answer was about, or passed over. */
    private record Asked(String week, Handle handle) {}

    Meeting(Books books, Circle circle, Platform platform) {
        this.books = books;
        this.circle = circle;
        this.platform = platform;
    }

    /** Asks after those who were not answered for yet that week, unless it is too early to ask again. */
    void goOn(WeekOf of, Instant now) {
        var wanted = wanted(of, now);
        if (wanted.isEmpty() || again.isTooEarly(now)) {
            return;
        }
        var lost = false;
        for (var from = 0; from < wanted.size(); from += NAMES_A_CALL) {
            var some = wanted.subList(from, Math.min(wanted.size(), from + NAMES_A_CALL));
            var trouble = ask(of, some, now);
            if (trouble.filter(Trouble::isEverybodys).isPresent()) {
                again.notBefore(trouble.get().from());
                return;
            }
            lost |= trouble.isPresent();
        }
        settle(of, lost, now);
    }

    private void settle(WeekOf of, boolean lost, Instant now) {
        if (lost) {
            again.lostAt(now);
            return;
        }
        books.journal().done(NAME, of.name(), now);
        again.answered();
        if (!wanted(of, now).isEmpty()) {
            again.notBefore(now.plus(PASSED_OVER));
        }
    }

    boolean isUnfinished(WeekOf of, Instant now) {
        return !wanted(of, now).isEmpty();
    }

    /** When it may go on, where it is not finished. */
    Instant from() {
        return again.from();
    }

    /** Nobody has told us who that is, and nobody was asked in vain either. */
    boolean isStillToBeMet(WeekOf of, Handle handle) {
        return !asked.contains(new Asked(of.name(), handle))
                && books.registry().account(handle).isEmpty();
    }

    private List<Handle> wanted(WeekOf of, Instant now) {
        var done = books.journal().isDone(NAME, of.name());
        var settled = done ? missing : asked;
        var known = done ? books.registry().known() : Set.<Handle>of();
        // once everybody was asked after: who is in the roster since, or was passed over in the answer
        return everybody(now).stream()
                .filter(handle -> !known.contains(handle) && !settled.contains(new Asked(of.name(), handle)))
                .toList();
    }

    private List<Handle> everybody(Instant now) {
        var roster = circle.roster(now);
        var handles =
                new ArrayList<>(roster.members().stream().map(Member::handle).toList());
        roster.circle().ifPresent(account -> handles.add(account.handle()));
        return handles;
    }

    private Optional<Trouble> ask(WeekOf of, List<Handle> some, Instant now) {
        var outcome = platform.profiles(some);
        outcome.<Optional<Profiles>>match(
                        done -> Optional.of(done.value()),
                        no -> Optional.empty(),
                        later -> Optional.empty(),
                        lost -> Optional.empty())
                .ifPresent(answer -> met(of, some, answer, now));
        var trouble = Trouble.of(outcome, now);
        trouble.ifPresent(
                one -> log.warn("accounts could not be read accounts={} reason=\"{}\"", some.size(), one.reason()));
        return trouble;
    }

    private void met(WeekOf of, List<Handle> some, Profiles answer, Instant now) {
        books.registry().met(answer.found(), now);
        var known = answer.found().stream()
                .map(Profile::account)
                .map(account -> account.handle())
                .collect(Collectors.toSet());
        for (var handle : some) {
            asked.add(new Asked(of.name(), handle));
            if (known.contains(handle)) {
                books.notices().settle("unknown " + handle, now);
            }
            Optional.ofNullable(answer.missing().get(handle)).ifPresent(why -> notThere(of, handle, why, now));
        }
    }

    private void notThere(WeekOf of, Handle handle, String why, Instant now) {
        missing.add(new Asked(of.name(), handle));
        books.notices().tell("unknown " + handle, now, handle + ": " + why + ".", whatToDo(handle, why));
    }

    /** Nothing is wrong with the name of an account that X has suspended. */
    private static String whatToDo(Handle handle, String why) {
        return why.contains("suspended") ? "goodword members pause " + handle : "Correct it in the roster";
    }
}
