package org.goodword.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place where people post, as small as Goodword needs it. There is no call to like, follow, reply, quote or message, so
 * nothing can make one. No call retries a write; a call that cannot tell whether a write took effect says
 * {@link Outcome.Unknown}.
 */
public interface Platform {
    /**
     * Posts a page of a timeline. Members post once a day or so: a small page keeps small what a lost answer may have cost,
     * and whoever posts more is read page by page.
     */
    int PAGE = 10;

    /** Who these accounts are, and what is said of those that are not there. At most 100. */
    Outcome<Profiles> profiles(List<Handle> handles);

    /** Whose sign-in we hold for {@code voice}: tests that it works. */
    Outcome<Profile> signedIn(Handle voice);

    /**
     * The account's own posts later than {@code after} (all pages), oldest first; no replies, no reposts, but quotes, which
     * are not original.
     */
    Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore);

    /** All that stands on the voice's timeline since {@code since}, reposts included: where an unknown write is looked up. */
    Outcome<List<Post>> timeline(Account voice, Instant since);

    /** These posts as they are now. At most 100. */
    Outcome<Batch> read(List<PostId> ids);

    /** Says {@code text} from the voice's account, to the letter. */
    Outcome<PostId> publish(Account voice, String text, boolean paidPartnership);

    /**
     * Carries {@code post} on from the voice's account. Done, too, when it had been carried already. Gives the repost's own
     * id where the platform names one, else {@code post}.
     */
    Outcome<PostId> repost(Account voice, PostId post);

    /** Takes back a post the voice made. Done, too, when it is gone already. */
    Outcome<PostId> delete(Account voice, PostId own);

    /** Takes back the voice's repost of {@code source}. Done, too, when there is none. */
    Outcome<PostId> undoRepost(Account voice, PostId source);

    /** Why nothing is called at all, and until when where that is known. */
    record Stop(String reason, Optional<Instant> until) {}

    /** Why nothing is called at present, if so: the platform has turned the whole app away. */
    default Optional<Stop> stopped() {
        return Optional.empty();
    }

    /** What makes every call wait until it has passed, if anything does: it ends by itself. */
    default Optional<Hold> held() {
        return Optional.empty();
    }

    /** Accounts, or the app, that rest for a while because the platform said "too many". */
    default List<Hold> rests() {
        return List.of();
    }

    /** The organiser has seen to it: calls are made again. */
    default void resume() {}
}
