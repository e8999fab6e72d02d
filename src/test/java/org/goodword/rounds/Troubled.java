package org.goodword.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Account;
import org.goodword.platform.Batch;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.Platform;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Profile;
import org.goodword.platform.Profiles;

/** The village's platform on a bad day: what is written here fails as written, the rest goes well. */
final class Troubled implements Platform {
    /** Whose posts cannot be read, and how that ends. */
    final Map<Handle, Outcome<List<Post>>> lookFails = new HashMap<>();

    /** Whose posts break the program. */
    final Set<Handle> breaks = new HashSet<>();

    /** Who is asked after, in that order. */
    final List<Handle> looked = new ArrayList<>();

    final List<Integer> read = new ArrayList<>();

    /** How everything ends, if at all. */
    Optional<Trouble> everything = Optional.empty();

    Optional<Profiles> answered = Optional.empty();
    Optional<Trouble> profilesFail = Optional.empty();
    /** So many go well before everything ends like that. */
    int batchesBefore;

    int lookBefore;
    int profileCalls;

    private final Platform platform;

    Troubled(Platform platform) {
        this.platform = platform;
    }

    /** How a call ends that is not answered. */
    interface Trouble {
        <T> Outcome<T> outcome();
    }

    static Trouble later(Instant from) {
        return new Trouble() {
            @Override
            public <T> Outcome<T> outcome() {
                return new Outcome.Later<>(from, "X answered with status 503: it is read again later");
            }
        };
    }

    static Trouble lost() {
        return new Trouble() {
            @Override
            public <T> Outcome<T> outcome() {
                return new Outcome.Unknown<>("no answer in ten seconds");
            }
        };
    }

    @Override
    public Outcome<Profiles> profiles(List<Handle> handles) {
        profileCalls++;
        return profilesFail
                .or(() -> everything)
                .map(Trouble::<Profiles>outcome)
                .or(() -> answered.map(Outcome.Done::new))
                .orElseGet(() -> platform.profiles(handles));
    }

    @Override
    public Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore) {
        looked.add(author.handle());
        if (breaks.contains(author.handle())) {
            throw new IllegalStateException("a post of " + author.handle() + " has no date");
        }
        return everything
                .filter(each -> looked.size() > lookBefore)
                .map(Trouble::<List<Post>>outcome)
                .or(() -> Optional.ofNullable(lookFails.get(author.handle())))
                .orElseGet(() -> platform.postsSince(author, after, notBefore));
    }

    @Override
    public Outcome<Batch> read(List<PostId> ids) {
        read.add(ids.size());
        return everything
                .filter(each -> read.size() > batchesBefore)
                .map(Trouble::<Batch>outcome)
                .orElseGet(() -> platform.read(ids));
    }

    @Override
    public Outcome<Profile> signedIn(Handle voice) {
        return platform.signedIn(voice);
    }

    @Override
    public Outcome<List<Post>> timeline(Account voice, Instant since) {
        return platform.timeline(voice, since);
    }

    @Override
    public Outcome<PostId> publish(Account voice, String text, boolean paidPartnership) {
        return platform.publish(voice, text, paidPartnership);
    }

    @Override
    public Outcome<PostId> repost(Account voice, PostId post) {
        return platform.repost(voice, post);
    }

    @Override
    public Outcome<PostId> delete(Account voice, PostId own) {
        return platform.delete(voice, own);
    }

    @Override
    public Outcome<PostId> undoRepost(Account voice, PostId source) {
        return platform.undoRepost(voice, source);
    }
}
