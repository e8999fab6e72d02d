package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.platform.Platform;
import org.goodword.platform.PostId;
import org.goodword.rotation.Chance;
import org.goodword.rounds.books.Books;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A morning's look for new posts, account after account. Where it was cut short it goes on with those whose posts were not
 * read; whom it has looked at is kept in memory.
 */
final class LookingOut {
    private static final Logger log = LoggerFactory.getLogger(LookingOut.class);

    /** An account whose answer is lost again and again is left out that morning: each time may be billed. */
    private static final int TRIES = 5;

    /** So many answers lost one after the other, and it is not those accounts' trouble. */
    private static final int IN_A_ROW = 3;

    private static final Duration A_SILENCE_LASTS = Duration.ofMinutes(15);

    /** Zones whose mornings come together do not both ask at once after whoever was not answered for. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

    private final Books books;
    private final Look look;
    private final Chance chance;
    private final Map<Handle, Instant> lookedAt = new HashMap<>();
    private final Map<Handle, Integer> inVain = new HashMap<>();
    private Instant since = Instant.MIN;
    private Instant from = Instant.MIN;
    private String told = "";

    LookingOut(Books books, Platform platform, Chance chance) {
        this.books = books;
        this.look = new Look(books, platform);
        this.chance = chance;
    }

    /** When it may go on, where it is not complete. */
    Instant from() {
        return from;
    }

    /** Whether everybody was looked at since then, so far as X told us who they are. */
    boolean isComplete(List<Handle> subjects, Instant since) {
        return open(subjects, since).isEmpty();
    }

    private List<Account> open(List<Handle> subjects, Instant since) {
        return subjects.stream()
                .filter(handle -> lookedAt.getOrDefault(handle, Instant.MIN).isBefore(since))
                .flatMap(handle -> books.registry().account(handle).stream())
                .toList();
    }

    /**
     * Looks at everybody who was not looked at since then; trouble that is everybody's ends it for now.
     *
     * @param day by which the line is drawn, so that nobody is always the last
     */
    void goOn(List<Handle> subjects, LocalDate day, Instant since, Instant now) {
        if (since.isAfter(this.since)) {
            this.since = since;
            inVain.clear();
        }
        if (!now.isBefore(from)) {
            var line = new ArrayList<>(open(subjects, since));
            line.sort(Comparator.<Account>comparingInt(account -> inVain.getOrDefault(account.handle(), 0))
                    .thenComparingDouble(account -> chance.of("look", day, account.handle())));
            new Pass(line, now).go();
        }
    }

    /** One walk down the line. */
    private final class Pass {
        private final List<Account> line;
        private final Instant now;
        private final Map<Handle, PostId> newest = books.posts().lookedUpTo();
        private final Map<String, List<Handle>> notRead = new LinkedHashMap<>();
        private Optional<RuntimeException> bug = Optional.empty();
        private int silent;

        Pass(List<Account> line, Instant now) {
            this.line = line;
            this.now = now;
        }

        void go() {
            for (var next = 0; next < line.size() && goesOn(); next++) {
                var account = line.get(next);
                var trouble = look(account);
                if (trouble.filter(Trouble::isEverybodys).isPresent()) {
                    from = trouble.get().from();
                    line.subList(next, line.size()).forEach(one -> note(one, trouble.get()));
                    break;
                }
                trouble.ifPresent(one -> note(account, one));
                settle(account, trouble);
            }
            tell();
            bug.ifPresent(e -> {
                throw e;
            });
        }

        /** Interrupted: the program is being stopped, and the rest waits for the next start. */
        private boolean goesOn() {
            return silent < IN_A_ROW && !Thread.currentThread().isInterrupted();
        }

        private Optional<Trouble> look(Account account) {
            try {
                return look.at(account, Optional.ofNullable(newest.get(account.handle())), now);
            } catch (RuntimeException e) {
                // the others are looked at all the same, and then it is told
                bug = Optional.of(e);
                return Optional.of(new Trouble(Trouble.Whose.THIS_ONES, "the program failed", now));
            }
        }

        private void settle(Account account, Optional<Trouble> trouble) {
            var handle = account.handle();
            if (trouble.filter(one -> one.whose() == Trouble.Whose.THIS_ONES).isEmpty()) {
                silent = 0;
                lookedAt.put(handle, now);
                return;
            }
            silent++;
            from = now.plus(BETWEEN_TRIES);
            if (inVain.merge(handle, 1, Integer::sum) >= TRIES) {
                lookedAt.put(handle, now);
            }
            if (silent == IN_A_ROW && bug.isEmpty()) {
                from = now.plus(A_SILENCE_LASTS);
            }
        }

        private void note(Account account, Trouble trouble) {
            notRead.computeIfAbsent(trouble.reason(), unused -> new ArrayList<>())
                    .add(account.handle());
        }

        /** What is the same as the last time is not told again. */
        private void tell() {
            var what = notRead.entrySet().stream()
                    .map(one -> "accounts=" + one.getValue().size() + " first="
                            + one.getValue().get(0) + " reason=\"" + one.getKey() + "\"")
                    .toList();
            if (!what.toString().equals(told)) {
                told = what.toString();
                what.forEach(one -> log.warn("posts could not be looked for {}", one));
            }
        }
    }
}
