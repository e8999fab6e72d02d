package org.goodword.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodword.platform.Handle;
import org.goodword.platform.Wording;
import org.goodword.roster.Leaver;
import org.goodword.roster.LeaverMark;
import org.goodword.roster.Member;
import org.goodword.roster.Said;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Forgetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a member leave. Her queue is struck and her sign-in forgotten at once. The rest is forgotten as soon as nothing by or
 * about her is under way, because what became of that can only be looked up with her name: at once as a rule, else by the
 * dispatch in which it is settled, a restart in between notwithstanding.
 */
public final class LeavingRound {
    static final String NAME = "leaving";

    private static final Logger log = LoggerFactory.getLogger(LeavingRound.class);

    private final Books books;
    private final Circle circle;
    private final Stopping stopping;
    private final Forgetting forgetting;
    private final byte[] key;

    /** @param key the one leavers are marked with */
    public LeavingRound(Books books, Circle circle, Stopping stopping, Forgetting forgetting, byte[] key) {
        this.books = books;
        this.circle = circle;
        this.stopping = stopping;
        this.forgetting = forgetting;
        this.key = key.clone();
    }

    /**
     * What came of a leaving.
     *
     * @param struck turns by, about or naming her that were taken from the queue
     * @param forgotten whether all of it is done; otherwise something is under way, and the rest follows by itself
     */
    public record Left(int struck, boolean forgotten) {}

    Left leave(Handle member, Instant now, String source) {
        var name = circle.roster(now).member(member).map(Member::name);
        var leaver = Leaver.of(member, name, key);
        books.registry().say(new Said.Left(LeaverMark.of(member, key), today(now)), now, source);
        forgetting.begin(leaver);
        var struck = stopping.strike(leaver, now);
        return new Left(struck, finish(leaver, now));
    }

    /** With every dispatch: goes on where something was under way. */
    public void run(Instant now) {
        lookForTraces(now);
        for (var leaver : forgetting.begun()) {
            stopping.strike(leaver, now);
            if (finish(leaver, now)) {
                log.info("a member who left is forgotten");
            }
        }
    }

    private boolean finish(Leaver leaver, Instant now) {
        return forgetting.finish(leaver, text -> LeaverMark.ofText(Wording.composed(text), key), now);
    }

    /** Once a day: what another program wrote while she left, or an older one left standing. */
    private void lookForTraces(Instant now) {
        var date = today(now).toString();
        if (books.journal().isDone(NAME, date)) {
            return;
        }
        var left = books.registry().said().stream()
                .filter(Said.Left.class::isInstance)
                .map(said -> ((Said.Left) said).mark())
                .collect(Collectors.toSet());
        if (!left.isEmpty()) {
            traces(left, now).forEach(forgetting::begin);
        }
        books.journal().done(NAME, date, now);
    }

    private Set<Leaver> traces(Set<String> left, Instant now) {
        var roster = circle.roster(now);
        return forgetting.named().stream()
                .filter(handle -> !handle.isFormer()
                        && !roster.isCircle(handle)
                        && roster.member(handle).isEmpty())
                .filter(handle -> left.contains(LeaverMark.of(handle, key)))
                .map(handle -> Leaver.of(handle, Optional.empty(), key))
                .collect(Collectors.toSet());
    }

    private LocalDate today(Instant now) {
        return now.atZone(circle.settings().circle().zone()).toLocalDate();
    }
}
