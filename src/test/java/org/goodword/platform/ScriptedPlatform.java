package org.goodword.platform;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/** Answers what it was told to, in order, and remembers which calls came. */
final class ScriptedPlatform implements Platform {
    private final Queue<Supplier<Outcome<?>>> outcomes = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    ScriptedPlatform answers(Outcome<?> outcome) {
        return answers(() -> outcome);
    }

    /** Something happens while it answers. */
    ScriptedPlatform answers(Supplier<Outcome<?>> outcome) {
        outcomes.add(outcome);
        return this;
    }

    List<String> calls() {
        return calls;
    }

    @SuppressWarnings("unchecked")
    private <T> Outcome<T> next(String call) {
        calls.add(call);
        return (Outcome<T>) outcomes.remove().get();
    }

    @Override
    public Outcome<Profiles> profiles(List<Handle> handles) {
        return next("profiles");
    }

    @Override
    public Outcome<Profile> signedIn(Handle voice) {
        return next("signedIn");
    }

    @Override
    public Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore) {
        return next("postsSince");
    }

    @Override
    public Outcome<List<Post>> timeline(Account voice, Instant since) {
        return next("timeline");
    }

    @Override
    public Outcome<Batch> read(List<PostId> ids) {
        return next("read");
    }

    @Override
    public Outcome<PostId> publish(Account voice, String text, boolean paidPartnership) {
        return next("publish");
    }

    @Override
    public Outcome<PostId> repost(Account voice, PostId post) {
        return next("repost");
    }

    @Override
    public Outcome<PostId> delete(Account voice, PostId own) {
        return next("delete");
    }

    @Override
    public Outcome<PostId> undoRepost(Account voice, PostId source) {
        return next("undoRepost");
    }
}
