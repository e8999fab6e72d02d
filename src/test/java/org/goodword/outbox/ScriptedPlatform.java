package org.goodword.outbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.goodword.platform.Account;
import org.goodword.platform.Batch;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Profiles;

/** A platform that answers as a test has written, and notes every call. What is not written goes well. */
final class ScriptedPlatform implements Platform {
    final List<String> calls = new ArrayList<>();
    final Deque<Supplier<Outcome<PostId>>> writes = new ArrayDeque<>();
    final Map<PostId, Post> posts = new HashMap<>();
    final List<Post> timeline = new ArrayList<>();
    Optional<Outcome<List<Post>>> timelineFails = Optional.empty();
    Optional<Outcome<Batch>> readFails = Optional.empty();
    Runnable whileReading = () -> {};
    private int made = 500;

    /** The next write ends like this. */
    ScriptedPlatform then(Outcome<PostId> outcome) {
        writes.add(() -> outcome);
        return this;
    }

    /** The next write does this instead of answering. */
    ScriptedPlatform then(Supplier<Outcome<PostId>> answer) {
        writes.add(answer);
        return this;
    }

    List<String> writesMade() {
        return calls.stream().filter(call -> !call.startsWith("read")).toList();
    }

    private Outcome<PostId> write(String call) {
        calls.add(call);
        var next = writes.poll();
        made++;
        return next == null ? new Outcome.Done<>(new PostId(Integer.toString(made))) : next.get();
    }

    @Override
    public Outcome<PostId> publish(Account voice, String text, boolean paidPartnership) {
        return write("publish " + voice.handle() + " " + text);
    }

    @Override
    public Outcome<PostId> repost(Account voice, PostId post) {
        return write("repost " + voice.handle() + " " + post);
    }

    @Override
    public Outcome<PostId> delete(Account voice, PostId own) {
        return write("delete " + voice.handle() + " " + own);
    }

    @Override
    public Outcome<PostId> undoRepost(Account voice, PostId source) {
        return write("undo " + voice.handle() + " " + source);
    }

    @Override
    public Outcome<Batch> read(List<PostId> ids) {
        calls.add("read " + ids);
        whileReading.run();
        return readFails.orElseGet(() -> new Outcome.Done<>(batch(ids)));
    }

    private Batch batch(List<PostId> ids) {
        var found = new HashMap<PostId, Post>();
        var gone = new HashMap<PostId, String>();
        ids.forEach(id -> Optional.ofNullable(posts.get(id))
                .ifPresentOrElse(post -> found.put(id, post), () -> gone.put(id, "deleted")));
        return new Batch(found, gone);
    }

    @Override
    public Outcome<List<Post>> timeline(Account voice, Instant since) {
        calls.add("read timeline " + voice.handle());
        return timelineFails.orElseGet(() -> new Outcome.Done<>(List.copyOf(timeline)));
    }

    @Override
    public Outcome<Profiles> profiles(List<Handle> handles) {
        return unasked(Function.identity());
    }

    @Override
    public Outcome<Profile> signedIn(Handle voice) {
        return unasked(Function.identity());
    }

    @Override
    public Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore) {
        return unasked(Function.identity());
    }

    private static <T> Outcome<T> unasked(Function<String, String> words) {
        throw new AssertionError(words.apply("the outbox asked for something it has no need of"));
    }
}
