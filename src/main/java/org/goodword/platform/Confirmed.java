package org.goodword.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Outcome.Scope;

/**
 * A platform of which one answer is no verdict. Before anybody is stopped for a refusal, the account is asked once who it is:
 * where that works, only the one request was refused; where it is refused as well, the account is stopped, whichever call
 * found it out, and a read goes on by another sign-in. An account that works again is let go on.
 */
public final class Confirmed implements Platform {
    /** How long to leave alone a request that is turned away although its sign-in works. */
    private static final Duration A_WHILE = Duration.ofMinutes(15);

    /** So many dead sign-ins are passed by in one read; the next read passes by the rest. */
    private static final int MOST_READERS = 5;

    /** Who is told what was found out. */
    public interface Watch {
        /** The platform does not take this account's sign-in, and said so twice running. */
        void stop(Handle account, Instant at, String reason);

        /** The platform takes it, and permits the account nothing: it is locked or suspended. */
        void shutOut(Handle account, Instant at, String reason);

        /** The platform knows this account by its sign-in. */
        void works(Handle account, Instant at);
    }

    private enum Finding {
        WORKS,
        TURNED_AWAY,
        OPEN
    }

    private final Platform platform;
    private final Watch watch;
    private final InstantSource clock;

    /** @param platform metered: asking once more is a call like others */
    public Confirmed(Platform platform, Watch watch, InstantSource clock) {
        this.platform = platform;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Outcome<Profile> signedIn(Handle voice) {
        var first = platform.signedIn(voice);
        var outcome = isAboutTheAccount(first) ? platform.signedIn(voice) : first;
        note(voice, outcome);
        return outcome;
    }

    private void note(Handle voice, Outcome<Profile> outcome) {
        if (outcome instanceof Done) {
            watch.works(voice, clock.instant());
        } else if (outcome instanceof Refused<Profile> no && isAboutTheAccount(no)) {
            tell(voice, no);
        }
    }

    private void tell(Handle voice, Refused<Profile> no) {
        if (no.scope() == Scope.SIGN_IN) {
            watch.stop(voice, clock.instant(), no.reason());
        } else {
            watch.shutOut(voice, clock.instant(), no.reason());
        }
    }

    /** After a refusal: that, and this answer, are two. */
    private Finding ask(Handle voice) {
        var outcome = platform.signedIn(voice);
        note(voice, outcome);
        if (outcome instanceof Done) {
            return Finding.WORKS;
        }
        return isAboutTheAccount(outcome) ? Finding.TURNED_AWAY : Finding.OPEN;
    }

    private static boolean isAboutTheAccount(Outcome<?> outcome) {
        return outcome instanceof Refused<?> no && (no.scope() == Scope.SIGN_IN || no.scope() == Scope.ACCOUNT);
    }

    @Override
    public Outcome<Profiles> profiles(List<Handle> handles) {
        return read(() -> platform.profiles(handles));
    }

    @Override
    public Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore) {
        return read(() -> platform.postsSince(author, after, notBefore));
    }

    @Override
    public Outcome<List<Post>> timeline(Account voice, Instant since) {
        return read(() -> platform.timeline(voice, since));
    }

    @Override
    public Outcome<Batch> read(List<PostId> ids) {
        return read(() -> platform.read(ids));
    }

    private <T> Outcome<T> read(Supplier<Outcome<T>> question) {
        var outcome = question.get();
        for (var readers = 0; readers < MOST_READERS; readers++) {
            if (!(outcome instanceof Refused<T> no)
                    || !isAboutTheAccount(no)
                    || no.account().isEmpty()) {
                return outcome;
            }
            switch (ask(no.account().get())) {
                case WORKS -> {
                    // what was refused had no effect, so it may be asked again
                    return afterAll(question.get(), no.account().get());
                }
                case OPEN -> {
                    return notFoundOut(no.reason());
                }
                case TURNED_AWAY -> outcome = question.get();
            }
        }
        return outcome;
    }

    /** Of an account that works a refusal says nothing, however often it comes. */
    private <T> Outcome<T> afterAll(Outcome<T> outcome, Handle account) {
        return isAboutTheAccount(outcome)
                ? new Later<>(
                        clock.instant().plus(A_WHILE),
                        "X turned this away twice, although it takes the sign-in of " + account)
                : outcome;
    }

    private <T> Outcome<T> notFoundOut(String reason) {
        return new Later<>(
                clock.instant().plus(A_WHILE), reason + " (it could not be asked whether the account itself works)");
    }

    @Override
    public Outcome<PostId> publish(Account voice, String text, boolean paidPartnership) {
        return write(voice.handle(), Scope.PAIR, () -> platform.publish(voice, text, paidPartnership));
    }

    @Override
    public Outcome<PostId> repost(Account voice, PostId post) {
        return write(voice.handle(), Scope.PAIR, () -> platform.repost(voice, post));
    }

    @Override
    public Outcome<PostId> delete(Account voice, PostId own) {
        return write(voice.handle(), Scope.THIS, () -> platform.delete(voice, own));
    }

    @Override
    public Outcome<PostId> undoRepost(Account voice, PostId source) {
        return write(voice.handle(), Scope.THIS, () -> platform.undoRepost(voice, source));
    }

    /** @param ifTheAccountWorks what else a refusal concerns then */
    private Outcome<PostId> write(Handle voice, Scope ifTheAccountWorks, Supplier<Outcome<PostId>> request) {
        var outcome = request.get();
        if (!(outcome instanceof Refused<PostId> no) || !isAboutTheAccount(no)) {
            return outcome;
        }
        var finding = ask(voice);
        if (finding == Finding.TURNED_AWAY) {
            return no;
        }
        if (no.scope() == Scope.SIGN_IN) {
            return finding == Finding.WORKS ? again(voice, ifTheAccountWorks, request) : notFoundOut(no.reason());
        }
        return narrowed(no, ifTheAccountWorks);
    }

    private Outcome<PostId> again(Handle voice, Scope ifTheAccountWorks, Supplier<Outcome<PostId>> request) {
        var outcome = request.get();
        return outcome instanceof Refused<PostId> no && no.scope() == Scope.ACCOUNT
                ? narrowed(no, ifTheAccountWorks)
                : afterAll(outcome, voice);
    }

    private static Outcome<PostId> narrowed(Refused<PostId> no, Scope scope) {
        return new Refused<>(scope, no.reason(), no.until(), no.account());
    }

    @Override
    public Optional<Stop> stopped() {
        return platform.stopped();
    }

    @Override
    public Optional<Hold> held() {
        return platform.held();
    }

    @Override
    public List<Hold> rests() {
        return platform.rests();
    }

    @Override
    public void resume() {
        platform.resume();
    }
}
