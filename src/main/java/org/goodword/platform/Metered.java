package org.goodword.platform;

import com.twitter.twittertext.Extractor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.goodword.platform.Ledger.Entry;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Outcome.Scope;
import org.goodword.settings.Usd;
import org.jspecify.annotations.Nullable;

/**
 * A platform behind its meter. Before a call it asks {@link Budget} and {@link Pace}, after it the call stands in the
 * {@link Ledger}: a write by its attempt, whatever came of it, a read by what came back. Once the platform has refused the
 * whole app, nothing is called until the refusal's own end or {@link #resume()}.
 */
public final class Metered implements Platform {
    /** A page of a timeline; each further page was a call of its own. */
    private static final int PAGE = 100;

    private final Platform platform;
    private final Budget budget;
    private final Pace pace;
    private final Supplier<Tariff> tariff;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ReadToday readToday = new ReadToday();
    private final Extractor extractor = new Extractor();
    private volatile @Nullable Stop stop;

    /** @param tariff asked at each call: the rule file may be edited while the program runs */
    public Metered(
            Platform platform, Budget budget, Pace pace, Supplier<Tariff> tariff, Ledger ledger, InstantSource clock) {
        this.platform = platform;
        this.budget = budget;
        this.pace = pace;
        this.tariff = tariff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why nothing is called at present, if so. */
    @Override
    public Optional<Stop> stopped() {
        var now = clock.instant();
        return Optional.ofNullable(stop)
                .filter(each -> each.until().map(now::isBefore).orElse(true));
    }

    /** The organiser has seen to it: calls are made again. */
    @Override
    public void resume() {
        stop = null;
    }

    @Override
    public Outcome<Profiles> profiles(List<Handle> handles) {
        var price = tariff.get().price(Call.PROFILES).times(handles.size());
        return read(Call.PROFILES, Optional.empty(), price, () -> platform.profiles(handles), answer -> users(answer.found()));
    }

    @Override
    public Outcome<Profile> signedIn(Handle voice) {
        var price = tariff.get().price(Call.SIGNED_IN);
        return read(
                Call.SIGNED_IN, Optional.of(voice), price, () -> platform.signedIn(voice), one -> users(List.of(one)));
    }

    @Override
    public Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore) {
        // how many there are is not known before: most mornings it is none or one
        var price = tariff.get().price(Call.POSTS_SINCE);
        return read(
                Call.POSTS_SINCE,
                Optional.empty(),
                price,
                () -> platform.postsSince(author, after, notBefore),
                Metered::posts);
    }

    @Override
    public Outcome<List<Post>> timeline(Account voice, Instant since) {
        var price = tariff.get().price(Call.TIMELINE);
        return read(
                Call.TIMELINE,
                Optional.of(voice.handle()),
                price,
                () -> platform.timeline(voice, since),
                Metered::posts);
    }

    @Override
    public Outcome<Batch> read(List<PostId> ids) {
        var wanted = ids.stream().map(Metered::post).toList();
        var price = tariff.get().price(Call.READ).times(readToday.fresh(wanted, clock.instant()));
        // one post alone is the last look before a turn goes out, and must be affordable where the turn is
        var purpose = ids.size() == 1 ? Purpose.WRITING : Purpose.READING;
        return read(
                Call.READ,
                Optional.of(purpose),
                Optional.empty(),
                price,
                () -> platform.read(ids),
                batch -> batch.found().keySet().stream().map(Metered::post).toList());
    }

    @Override
    public Outcome<PostId> publish(Account voice, String text, boolean paidPartnership) {
        var call = extractor.extractURLs(text).isEmpty() ? Call.PUBLISH : Call.PUBLISH_WITH_LINK;
        return write(call, voice, () -> platform.publish(voice, text, paidPartnership));
    }

    @Override
    public Outcome<PostId> repost(Account voice, PostId post) {
        return write(Call.REPOST, voice, () -> platform.repost(voice, post));
    }

    @Override
    public Outcome<PostId> delete(Account voice, PostId own) {
        return write(Call.DELETE, voice, () -> platform.delete(voice, own));
    }

    @Override
    public Outcome<PostId> undoRepost(Account voice, PostId source) {
        return write(Call.UNDO_REPOST, voice, () -> platform.undoRepost(voice, source));
    }

    private <T> Outcome<T> write(Call call, Account voice, Supplier<Outcome<T>> made) {
        var account = Optional.of(voice.handle());
        var price = tariff.get().price(call);
        return this.<T>hindrance(call, purpose(call), account, price).orElseGet(() -> {
            try {
                var outcome = made.get();
                if (reached(outcome)) {
                    book(call, account, 1, price, pushedBack(outcome));
                }
                return heeded(outcome);
            } catch (RuntimeException bug) {
                // it may have left before it broke
                book(call, account, 1, price, false);
                throw bug;
            }
        });
    }

    private <T> Outcome<T> read(
            Call call,
            Optional<Handle> account,
            Usd atMost,
            Supplier<Outcome<T>> made,
            Function<T, Collection<String>> items) {
        return read(call, purpose(call), account, atMost, made, items);
    }

    private <T> Outcome<T> read(
            Call call,
            Optional<Purpose> purpose,
            Optional<Handle> account,
            Usd atMost,
            Supplier<Outcome<T>> made,
            Function<T, Collection<String>> items) {
        return this.<T>hindrance(call, purpose, account, atMost).orElseGet(() -> {
            var outcome = made.get();
            if (outcome instanceof Done<T> done) {
                bookItems(call, account, items.apply(done.value()));
            } else if (reached(outcome)) {
                book(call, account, 0, Usd.ZERO, pushedBack(outcome));
            }
            return heeded(outcome);
        });
    }

    private <T> Optional<Outcome<T>> hindrance(
            Call call, Optional<Purpose> wanted, Optional<Handle> account, Usd price) {
        var now = clock.instant();
        return stopped()
                .<Outcome<T>>map(each -> new Refused<>(Scope.APP, each.reason(), each.until()))
                .or(() -> wanted.flatMap(purpose -> budget.shortfall(purpose, price, now))
                        .map(shortfall -> new Later<>(shortfall.until(), shortfall.reason())))
                .or(() -> pace.wait(call, account, now).map(wait -> new Later<>(wait.from(), wait.reason())));
    }

    /** Empty for what no ceiling holds up: settling what is unknown, testing a sign-in, and taking back. */
    private static Optional<Purpose> purpose(Call call) {
        return switch (call) {
            case READ, PROFILES -> Optional.of(Purpose.READING);
            case POSTS_SINCE -> Optional.of(Purpose.LOOKING);
            case PUBLISH, PUBLISH_WITH_LINK, REPOST -> Optional.of(Purpose.WRITING);
            case SIGNED_IN, TIMELINE, DELETE, UNDO_REPOST -> Optional.empty();
        };
    }

    /** Whether the platform may have counted the call; where that is open, it is taken to have. */
    private static boolean reached(Outcome<?> outcome) {
        return !(outcome instanceof Later<?> later) || later.pushedBack();
    }

    private static boolean pushedBack(Outcome<?> outcome) {
        return outcome instanceof Later<?> later && later.pushedBack();
    }

    private <T> Outcome<T> heeded(Outcome<T> outcome) {
        if (outcome instanceof Refused<T> refused && refused.scope() == Scope.APP) {
            stop = new Stop(refused.reason(), refused.until());
        }
        return outcome;
    }

    private void bookItems(Call call, Optional<Handle> account, Collection<String> items) {
        var fresh = readToday.note(items, clock.instant());
        book(call, account, fresh, tariff.get().price(call).times(fresh), false);
        for (var further = PAGE; further < items.size(); further += PAGE) {
            book(call, account, 0, Usd.ZERO, false);
        }
    }

    private void book(Call call, Optional<Handle> account, int units, Usd price, boolean pushedBack) {
        ledger.record(new Entry(clock.instant(), call, account, units, price, pushedBack));
    }

    private static Collection<String> posts(List<Post> posts) {
        return posts.stream().map(each -> post(each.id())).toList();
    }

    private static Collection<String> users(List<Profile> profiles) {
        return profiles.stream().map(each -> "user " + each.account().id()).toList();
    }

    private static String post(PostId id) {
        return "post " + id.value();
    }
}
