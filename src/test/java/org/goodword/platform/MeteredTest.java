package org.goodword.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.goodword.platform.Ledger.Entry;
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Refused;
import org.goodword.platform.Outcome.Scope;
import org.goodword.platform.Outcome.Unknown;
import org.goodword.platform.Tariff.Limit;
import org.goodword.settings.Settings.Ceilings;
import org.goodword.settings.Usd;
import org.junit.jupiter.api.Test;

class MeteredTest {
    private static final Instant NOW = Instant.parse("2026-09-09T10:00:00Z");
    private static final Account BLUEBIRD = new Account(Handle.of("@bluebirdbakes"), "2001");
    private static final PostId ID = new PostId("77");
    private static final Tariff TARIFF = new Tariff(
            Map.of(
                    Call.READ, Usd.parse("0.005"),
                    Call.POSTS_SINCE, Usd.parse("0.005"),
                    Call.TIMELINE, Usd.parse("0.005"),
                    Call.PROFILES, Usd.parse("0.010"),
                    Call.SIGNED_IN, Usd.parse("0.010"),
                    Call.PUBLISH, Usd.parse("0.015"),
                    Call.PUBLISH_WITH_LINK, Usd.parse("0.200"),
                    Call.REPOST, Usd.parse("0.015"),
                    Call.DELETE, Usd.parse("0.005"),
                    Call.UNDO_REPOST, Usd.parse("0.010")),
            List.of(new Limit(List.of(Call.REPOST), false, 4, Duration.ofMinutes(15))));

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final ScriptedPlatform platform = new ScriptedPlatform();
    private final MemoryLedger ledger = new MemoryLedger();
    private final Metered metered = new Metered(
            platform,
            new Budget(new Ceilings(Usd.parse("1.00"), Usd.parse("4.00")), ledger, ZoneId.of("Europe/London")),
            new Pace(() -> TARIFF, ledger, ZoneOffset.UTC),
            () -> TARIFF,
            ledger,
            time::get);

    private static Entry entry(Call call, int units, String usd, boolean pushedBack) {
        return new Entry(NOW, call, Optional.of(BLUEBIRD.handle()), units, Usd.parse(usd), pushedBack);
    }

    private static Entry appEntry(Call call, int units, String usd) {
        return new Entry(NOW, call, Optional.empty(), units, Usd.parse(usd), false);
    }

    private static Post post(String id) {
        return new Post(new PostId(id), "2001", NOW, "Fresh bread", true, false, Optional.empty(), Counts.NONE);
    }

    private static Done<Batch> batch(String... ids) {
        var found = new HashMap<PostId, Post>();
        for (var id : ids) {
            found.put(new PostId(id), post(id));
        }
        return new Done<>(new Batch(found, Map.of()));
    }

    private static List<PostId> ids(String... ids) {
        return Arrays.stream(ids).map(PostId::new).toList();
    }

    @Test
    void aWriteIsBookedByItsAttempt() {
        platform.answers(new Done<>(ID)).answers(new Unknown<>("lost")).answers(new Refused<>(Scope.THIS, "gone"));

        metered.publish(BLUEBIRD, "Ask them.", false);
        metered.publish(BLUEBIRD, "Ask us.", false);
        metered.repost(BLUEBIRD, ID);

        assertThat(ledger.entries())
                .containsExactly(
                        entry(Call.PUBLISH, 1, "0.015", false),
                        entry(Call.PUBLISH, 1, "0.015", false),
                        entry(Call.REPOST, 1, "0.015", false));
    }

    @Test
    void aTextWithALinkCostsMore() {
        platform.answers(new Done<>(ID));

        metered.publish(BLUEBIRD, "Ask at bluebird-bakes.co.uk for anything.", false);

        assertThat(ledger.entries()).containsExactly(entry(Call.PUBLISH_WITH_LINK, 1, "0.200", false));
    }

    @Test
    void aPushbackIsBookedAsOne() {
        platform.answers(new Later<>(NOW.plusSeconds(900), "too many", Contact.PUSHED_BACK));

        metered.repost(BLUEBIRD, ID);

        assertThat(ledger.entries()).containsExactly(entry(Call.REPOST, 1, "0.015", true));
    }

    @Test
    void aCallThatNeverReachedThePlatformIsNotBooked() {
        platform.answers(new Later<>(NOW.plusSeconds(30), "not reached")).answers(new Later<>(NOW, "not reached"));

        metered.repost(BLUEBIRD, ID);
        metered.read(ids("1", "2"));

        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void aWriteThatBreaksInOurOwnHandsIsBookedAllTheSame() {
        assertThatThrownBy(() -> metered.repost(BLUEBIRD, ID)).isInstanceOf(NoSuchElementException.class);

        assertThat(ledger.entries()).containsExactly(entry(Call.REPOST, 1, "0.015", false));
    }

    @Test
    void aPostReadAgainTheSameUtcDayCostsNothingMore() {
        platform.answers(batch("1", "2")).answers(batch("2", "3")).answers(batch("3"));

        metered.read(ids("1", "2", "9"));
        metered.read(ids("2", "3"));
        time.set(Instant.parse("2026-09-10T00:00:00Z"));
        metered.read(ids("3", "4"));

        assertThat(ledger.entries()).extracting(Entry::units).containsExactly(2, 1, 1);
        assertThat(ledger.entries())
                .extracting(Entry::price)
                .containsExactly(Usd.parse("0.010"), Usd.parse("0.005"), Usd.parse("0.005"));
    }

    @Test
    void aTimelineAndABatchShareTheirPosts() {
        platform.answers(new Done<>(List.of(post("1"), post("2")))).answers(batch("1"));

        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);
        metered.read(ids("1", "5"));

        assertThat(ledger.entries())
                .containsExactly(appEntry(Call.POSTS_SINCE, 2, "0.010"), appEntry(Call.READ, 0, "0.000"));
    }

    @Test
    void anEmptyPollIsACallButFree() {
        platform.answers(new Done<>(List.of()));

        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);

        assertThat(ledger.entries()).containsExactly(appEntry(Call.POSTS_SINCE, 0, "0.000"));
    }

    @Test
    void eachPageOfATimelineIsACall() {
        var posts = IntStream.range(0, 21).mapToObj(i -> post("" + i)).toList();
        platform.answers(new Done<>(posts));

        metered.timeline(BLUEBIRD, NOW.minusSeconds(86_400));

        assertThat(ledger.entries()).extracting(Entry::units).containsExactly(21, 0, 0);
    }

    @Test
    void aUserIsBilledOnceADay() {
        var profile = new Profile(BLUEBIRD, "Bluebird Bakes", 300);
        platform.answers(new Done<>(profile)).answers(new Done<>(new Profiles(List.of(profile), Map.of())));

        metered.signedIn(BLUEBIRD.handle());
        metered.profiles(List.of(BLUEBIRD.handle()));

        assertThat(ledger.entries())
                .containsExactly(entry(Call.SIGNED_IN, 1, "0.010", false), appEntry(Call.PROFILES, 0, "0.000"));
    }

    @Test
    void atTheCeilingReadingsYieldWhileTurnsGoOn() {
        ledger.spent(NOW, "0.90");
        platform.answers(new Done<>(List.of())).answers(new Done<>(ID));

        var later = (Later<Batch>) metered.read(ids("1", "2"));
        assertThat(metered.postsSince(BLUEBIRD, Optional.empty(), NOW)).isInstanceOf(Done.class);
        assertThat(metered.repost(BLUEBIRD, ID)).isInstanceOf(Done.class);

        assertThat(later.reason()).contains("budget.weekly-usd");
        assertThat(later.pushedBack()).isFalse();
        assertThat(platform.calls()).containsExactly("postsSince", "repost");
    }

    @Test
    void theLastLookBeforeATurnIsAffordableWhereTheTurnIs() {
        ledger.spent(NOW, "0.90");
        platform.answers(batch("77"));

        assertThat(metered.read(List.of(ID))).isInstanceOf(Done.class);
    }

    @Test
    void overTheCeilingNothingGoesOutButTakingBackAndSettlingDo() {
        ledger.spent(NOW, "1.00");
        platform.answers(new Done<>(ID)).answers(new Done<>(ID)).answers(new Done<>(List.of()));

        assertThat(metered.publish(BLUEBIRD, "Ask them.", false)).isInstanceOf(Later.class);
        assertThat(metered.delete(BLUEBIRD, ID)).isInstanceOf(Done.class);
        assertThat(metered.undoRepost(BLUEBIRD, ID)).isInstanceOf(Done.class);
        assertThat(metered.timeline(BLUEBIRD, NOW)).isInstanceOf(Done.class);

        assertThat(platform.calls()).containsExactly("delete", "undoRepost", "timeline");
        assertThat(ledger.entries())
                .contains(entry(Call.DELETE, 1, "0.005", false), entry(Call.UNDO_REPOST, 1, "0.010", false));
    }

    @Test
    void aboveHalfAPublishedLimitNothingIsCalled() {
        platform.answers(new Done<>(ID)).answers(new Done<>(ID));
        metered.repost(BLUEBIRD, ID);
        metered.repost(BLUEBIRD, ID);

        var later = (Later<PostId>) metered.repost(BLUEBIRD, ID);

        assertThat(later.reason()).contains("half");
        assertThat(platform.calls()).hasSize(2);
    }

    @Test
    void afterARefusalOfTheWholeAppNothingIsCalledUntilResumed() {
        platform.answers(new Refused<>(Scope.APP, "the credits are used up")).answers(new Done<>(ID));

        metered.repost(BLUEBIRD, ID);
        var refused = (Refused<PostId>) metered.delete(BLUEBIRD, ID);

        assertThat(refused.scope()).isEqualTo(Scope.APP);
        assertThat(refused.reason()).isEqualTo("the credits are used up");
        assertThat(platform.calls()).containsExactly("repost");
        assertThat(metered.stopped().orElseThrow().reason()).isEqualTo("the credits are used up");

        metered.resume();
        assertThat(metered.delete(BLUEBIRD, ID)).isInstanceOf(Done.class);
        assertThat(metered.stopped()).isEmpty();
    }

    @Test
    void aStopWithAnEndEndsByItself() {
        var until = NOW.plus(Duration.ofDays(2));
        platform.answers(new Refused<>(Scope.APP, "the cap is reached", Optional.of(until)))
                .answers(new Done<>(ID));
        metered.repost(BLUEBIRD, ID);

        assertThat(((Refused<?>) metered.repost(BLUEBIRD, ID)).until()).contains(until);
        time.set(until);

        assertThat(metered.repost(BLUEBIRD, ID)).isInstanceOf(Done.class);
    }

    @Test
    void aRefusalOfLessThanTheAppStopsNothingElse() {
        platform.answers(new Refused<>(Scope.ACCOUNT, "not permitted")).answers(new Done<>(ID));
        metered.repost(BLUEBIRD, ID);

        assertThat(metered.stopped()).isEmpty();
        assertThat(metered.repost(BLUEBIRD, ID)).isInstanceOf(Done.class);
    }

    private static Later<List<Post>> lost() {
        return new Later<>(NOW.plusSeconds(30), "the connection broke", Contact.LOST);
    }

    @Test
    void aLostReadIsEnteredByTheMostItCanHaveBroughtUntilTheSameQuestionIsAnsweredThatDay() {
        platform.answers(lost()).answers(lost()).answers(new Done<>(List.of(post("5"))));

        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);
        assertThat(ledger.spentSince(NOW)).isEqualTo(Usd.parse("0.050"));
        assertThat(ledger.entries()).singleElement().extracting(Entry::supposed).isNotEqualTo(Optional.empty());
        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);
        assertThat(ledger.spentSince(NOW)).as("X bills a post once a day").isEqualTo(Usd.parse("0.050"));

        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);

        assertThat(ledger.spentSince(NOW)).isEqualTo(Usd.parse("0.005"));
    }

    @Test
    void whatWasSupposedStaysWhereTheAnswerComesOnAnotherDay() {
        platform.answers(lost()).answers(new Done<>(List.of(post("5"))));

        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);
        time.set(NOW.plus(Duration.ofDays(1)));
        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);

        assertThat(ledger.spentSince(NOW)).isEqualTo(Usd.parse("0.055"));
    }

    @Test
    void theAnswerOfAnotherAccountTakesNothingsPlace() {
        platform.answers(lost()).answers(new Done<>(List.of()));

        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);
        metered.postsSince(new Account(Handle.of("@plainsums"), "2009"), Optional.empty(), NOW);

        assertThat(ledger.spentSince(NOW)).isEqualTo(Usd.parse("0.050"));
    }

    @Test
    void whatEarlierPagesBroughtIsSupposedWithTheLostOne() {
        platform.answers(new Later<>(NOW.plusSeconds(30), "the connection broke", Contact.LOST, 20));

        metered.timeline(BLUEBIRD, NOW);

        assertThat(ledger.spentSince(NOW)).isEqualTo(Usd.parse("0.150"));
    }

    @Test
    void aReadThatGoesOverMidnightIsBilledOnBothDays() {
        var midnight = Instant.parse("2026-09-10T00:00:00Z");
        time.set(midnight.minusSeconds(1));
        platform.answers(new Done<>(List.of(post("5")))).answers(() -> {
            time.set(midnight);
            return new Done<>(List.of(post("5")));
        });
        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);
        metered.postsSince(BLUEBIRD, Optional.empty(), NOW);

        assertThat(ledger.spentSince(NOW)).isEqualTo(Usd.parse("0.010"));
    }

    @Test
    void whatStandsBetweenMakesEverythingWaitAndOneCallInAWhileFindsOutWhetherItIsGone() {
        platform.answers(new Later<>(NOW, "a page came", Contact.OBSTRUCTED))
                .answers(new Later<>(NOW, "a page came", Contact.OBSTRUCTED))
                .answers(new Done<>(ID));

        var written = (Later<PostId>) metered.repost(BLUEBIRD, ID);
        assertThat(written.from()).isAfter(NOW);
        assertThat(metered.postsSince(BLUEBIRD, Optional.empty(), NOW)).isInstanceOf(Later.class);
        assertThat(platform.calls()).as("the wire is left alone").hasSize(1);

        time.set(written.from());
        var again = (Later<PostId>) metered.repost(BLUEBIRD, ID);
        assertThat(metered.held()).get().extracting(Hold::since).isEqualTo(NOW);
        time.set(again.from());
        assertThat(metered.repost(BLUEBIRD, ID)).isEqualTo(new Done<>(ID));

        assertThat(metered.held()).isEmpty();
        assertThat(ledger.spentSince(NOW))
                .as("the page of a gateway costs nothing")
                .isEqualTo(Usd.parse("0.015"));
    }

    @Test
    void anAccountThatRestsAfterTwoTooManyIsTold() {
        ledger.pushedBack(NOW.minusSeconds(120), Optional.of(BLUEBIRD.handle()))
                .pushedBack(NOW.minusSeconds(60), Optional.of(BLUEBIRD.handle()));

        metered.repost(BLUEBIRD, ID);

        assertThat(metered.rests()).singleElement().satisfies(rest -> {
            assertThat(rest.reason()).contains("@bluebirdbakes").contains("twice within a day");
            assertThat(rest.until()).isAfter(NOW.plus(Duration.ofHours(23)));
        });
        time.set(NOW.plus(Duration.ofDays(1)));
        assertThat(metered.rests()).isEmpty();
    }
}
