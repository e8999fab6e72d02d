package org.goodword.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.roster.Said;
import org.goodword.rounds.books.Books;

/** What a member may say at any time, and what follows at once: a pause, its end, a leaving, a fresh sign-in. */
public final class Membership {
    private final Books books;
    private final Circle circle;
    private final Stopping stopping;
    private final LeavingRound leaving;

    public Membership(Books books, Circle circle, Stopping stopping, LeavingRound leaving) {
        this.books = books;
        this.circle = circle;
        this.stopping = stopping;
        this.leaving = leaving;
    }

    /** @return how many queued turns by or about her were struck */
    public int pause(Handle member, Optional<LocalDate> until, Instant now, String source) {
        books.registry().say(new Said.Paused(member, today(now), until), now, source);
        return stopping.strike(member, now, "Paused by the member.");
    }

    public void resume(Handle member, Instant now, String source) {
        books.registry().say(new Said.Resumed(member, today(now)), now, source);
    }

    /** Forgets her. A keyed hash is all that remains of her name in the store. */
    public LeavingRound.Left leave(Handle member, Instant now, String source) {
        return leaving.leave(member, now, source);
    }

    /** Her sign-in works: what it had stopped goes on. */
    public void signedIn(Handle member, Instant now) {
        books.registry().say(new Said.SignedIn(member, today(now)), now, "platform");
        books.notices().settle("account " + member, now);
    }

    private LocalDate today(Instant now) {
        return now.atZone(circle.settings().circle().zone()).toLocalDate();
    }
}
