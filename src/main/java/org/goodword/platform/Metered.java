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
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Outcome.Scope;
import org.goodword.settings.Usd;
import org.jspecify.annotations.Nullable;

/**
 * A platform behind its meter. Before a call it asks {@link Budget} and {@link Pace}, after it the call stands in the
 * {@link Ledger}: a write by its attempt, whatever came of it, a read by what came back, or, where the answer was lost, by the
 * most that it can have brought. Once the platform has refused the whole app, nothing is called until the refusal's own end
 * or {@link #resume()}; while something stands between us and the platform, one call in a while finds out whether it is gone.
 */
public final class Metered implements Platform {
    private final Platform platform;
    private final Budget budget;
    private final Pace pace;
    private final Supplier<Tariff> tariff;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ReadToday readToday = new ReadToday();
    private final Supposed supposed = new Supposed();
    private final Waiting waiting = new Waiting();
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
    public Optional<Hold> held() {
        return waiting.hold();
    }

    @Override
    public List<Hold> rests() {
        return waiting.rests(clock.instant());
    }

    /**
     * One question, for the meter.
     *
     * @param atMost how many items its answer can bring
     * @param atLeast how many of them must be affordable: how many there are is not known before
     */
    private record Question<T>(
            Call call,
            Optional<Purpose> purpose,
            Optional<Handle> account,
            String what,
            int atLeast,
            int atMost,
            Function<T, Collection<String>> items) {}

    @Override
    public Outcome<Profiles> profiles(List<Handle> handles) {
        var question = new Question<Profiles>(
                Call.PROFILES,
                purpose(Call.PROFILES),
                Optional.empty(),
                handles.toString(),
                handles.size(),
                handles.size(),
                answer -> users(answer.found()));
        return read(question, () -> platform.profiles(handles));
    }

    @Override
    public Outcome<Profile> signedIn(Handle voice) {
        var question = new Question<Profile>(
                Call.SIGNED_IN,
                purpose(Call.SIGNED_IN),
                Optional.of(voice),
                voice.toString(),
                1,
                1,
                one -> users(List.of(one)));
        return read(question, () -> platform.signedIn(voice));
    }

    @Override
    public Outcome<List<Post>> postsSince(Account author, Optional<PostId> after, Instant notBefore) {
        // most mornings it is none or one
        var question = new Question<List<Post>>(
                Call.POSTS_SINCE, purpose(Call.POSTS_SINCE), Optional.empty(), author.id(), 1, PAGE, Metered::posts);
        return read(question, () -> platform.postsSince(author, after, notBefore));
    }

    @Override
    public Outcome<List<Post>> timeline(Account voice, Instant since) {
        var question = new Question<List<Post>>(
                Call.TIMELINE,
                purpose(Call.TIMELINE),
                Optional.of(voice.handle()),
                voice.id(),
                1,
                PAGE,
                Metered::posts);
        return read(question, () -> platform.timeline(voice, since));
    }

    @Override
    public Outcome<Batch> read(List<PostId> ids) {
        var wanted = ids.stream().map(Metered::post).toList();
        var fresh = readToday.fresh(wanted, clock.instant());
        // one post alone is the last look before a turn goes out, and must be affordable where the turn is
        var purpose = ids.size() == 1 ? Purpose.WRITING : Purpose.READING;
        var question = new Question<Batch>(
                Call.READ,
                Optional.of(purpose),
                Optional.empty(),
                ids.toString(),
                fresh,
                fresh,
                batch -> batch.found().keySet().stream().map(Metered::post).toList());
        return read(question, () -> platform.read(ids));
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
            var outcome = attempted(made, call, account, price);
            if (reached(outcome)) {
                book(call, account, 1, price, pushedBack(outcome));
            }
            return heeded(outcome);
        });
    }

    private <T> Outcome<T> attempted(Supplier<Outcome<T>> made, Call call, Optional<Handle> account, Usd price) {
        try {
            return made.get();
        } catch (RuntimeException bug) {
            // it may have left before it broke
            book(call, account, 1, price, false);
            throw bug;
        }
    }

    private <T> Outcome<T> read(Question<T> question, Supplier<Outcome<T>> made) {
        var call = question.call();
        var price = tariff.get().price(call).times(question.atLeast());
        return this.<T>hindrance(call, question.purpose(), question.account(), price)
                .orElseGet(() -> {
                    var asked = clock.instant();
                    var outcome = made.get();
                    if (outcome instanceof Done<T> done) {
                        bookItems(question, question.items().apply(done.value()), asked);
                    } else if (outcome instanceof Later<T> later && later.contact() == Contact.LOST) {
                        bookLost(question, later.brought() + question.atMost());
                    } else if (reached(outcome)) {
                        book(call, question.account(), 0, Usd.ZERO, pushedBack(outcome));
                    }
                    return heeded(outcome);
                });
    }

    private <T> Optional<Outcome<T>> hindrance(
            Call call, Optional<Purpose> wanted, Optional<Handle> account, Usd price) {
        var now = clock.instant();
        return stopped()
                .<Outcome<T>>map(each -> new Refused<>(Scope.APP, each.reason(), each.until()))
                .or(() -> waiting.inTheWay(now).map(hold -> new Later<>(hold.until(), hold.reason(), hold.contact())))
                .or(() -> wanted.flatMap(purpose -> budget.shortfall(purpose, price, now))
                        .map(shortfall -> new Later<>(shortfall.until(), shortfall.reason())))
                .or(() -> pace.wait(call, account, now).map(wait -> rested(wait, account, now)));
    }

    private <T> Outcome<T> rested(Pace.Wait wait, Optional<Handle> account, Instant now) {
        if (wait.isRest()) {
            waiting.rest(account.map(Handle::toString).orElse("the app"), wait, now);
        }
        return new Later<>(wait.from(), wait.reason());
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
        return waiting.heed(outcome, clock.instant());
    }

    private void bookItems(Question<?> question, Collection<String> items, Instant asked) {
        var call = question.call();
        var now = clock.instant();
        var fresh = readToday.note(items, asked, now);
        var known = new Entry(
                now, call, question.account(), fresh, tariff.get().price(call).times(fresh), false);
        supposed.answered(call + " " + question.what(), asked)
                .ifPresentOrElse(mark -> ledger.record(known, mark), () -> ledger.record(known));
        for (var further = PAGE; further < items.size() && isPaged(call); further += PAGE) {
            book(call, question.account(), 0, Usd.ZERO, false);
        }
    }

    /** Each further page was a call of its own. */
    private static boolean isPaged(Call call) {
        return call == Call.POSTS_SINCE || call == Call.TIMELINE;
    }

    /** What X billed for an answer that never came: at most all it could have said, once however often it is lost today. */
    private void bookLost(Question<?> question, int atMost) {
        var call = question.call();
        var now = clock.instant();
        supposed.lost(call + " " + question.what(), now)
                .ifPresentOrElse(
                        mark -> ledger.record(new Entry(
                                now,
                                call,
                                question.account(),
                                atMost,
                                tariff.get().price(call).times(atMost),
                                false,
                                Optional.of(mark))),
                        () -> book(call, question.account(), 0, Usd.ZERO, false));
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
