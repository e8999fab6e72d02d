package org.goodword.sandbox.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownTest {
    private static final Instant FOUNDED = Instant.parse("2026-08-30T00:00:00Z");
    private static final Instant SEASON_END = FOUNDED.plus(Duration.ofDays(84));
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final List<String> TRADES = List.of(
            "bakery",
            "joinery",
            "bookkeeping",
            "web design",
            "cafe",
            "plumbing",
            "books",
            "vets",
            "cycles",
            "framing",
            "florist",
            "laundry",
            "print",
            "pottery",
            "candles",
            "fishmonger",
            "garage",
            "removals",
            "butcher",
            "grocer",
            "dairy",
            "gardening",
            "photography",
            "yoga",
            "upholstery",
            "clockmending");

    private static Resident resident(String handle, String trade, ZoneId zone, String... lines) {
        return new Resident(handle, handle, trade, 0, 0, zone, List.of(lines));
    }

    private static Town town(long seed, Lift lift, int size) {
        var residents = IntStream.range(0, size)
                .mapToObj(i -> resident("shop" + i, TRADES.get(i % TRADES.size()), i % 5 == 0 ? TOKYO : LONDON))
                .toList();
        return Town.of(seed, FOUNDED, residents, lift);
    }

    private static String story(Town town, Instant now) {
        var story = new StringBuilder();
        for (var resident : town.residents()) {
            story.append(resident.handle()).append(town.followersOf(resident.handle()));
            for (var post : town.timeline(resident.handle(), now)) {
                story.append(post).append(town.tally(post, now)).append('\n');
            }
        }
        return story.toString();
    }

    @Test
    void oneSeedOneTownHoweverItIsAsked() {
        var asked = town(3, Lift.MODEST, 24);
        for (var now = FOUNDED; now.isBefore(SEASON_END); now = now.plus(Duration.ofHours(7))) {
            asked.timeline("shop3", now);
        }

        assertThat(story(asked, SEASON_END)).isEqualTo(story(town(3, Lift.MODEST, 24), SEASON_END));
        assertThat(story(asked, SEASON_END)).isNotEqualTo(story(town(4, Lift.MODEST, 24), SEASON_END));
    }

    @Test
    void aPostIsFoundByItsIdBeforeAnybodyAskedForItsAuthor() {
        var post = town(3, Lift.MODEST, 24).timeline("shop7", SEASON_END).get(0);

        assertThat(town(3, Lift.MODEST, 24).post(post.id(), SEASON_END)).contains(post);
        assertThat(town(3, Lift.MODEST, 24).post(post.id(), post.at().minusMillis(1)))
                .isEmpty();
        assertThat(town(3, Lift.MODEST, 24).post(post.id() + 1, SEASON_END)).isEmpty();
    }

    @Test
    void postsAreMadeInTheResidentsWakingHours() {
        var town = town(5, Lift.NONE, 40);
        for (var resident : town.residents()) {
            assertThat(town.timeline(resident.handle(), SEASON_END))
                    .allSatisfy(
                            post -> assertThat(post.at().atZone(resident.zone()).toLocalTime())
                                    .isBetween(LocalTime.of(7, 0), LocalTime.of(22, 0)));
        }
    }

    @Test
    void nothingIsSaidTwiceWithinNinetyDays() {
        var residents = new ArrayList<>(TRADES.stream()
                .map(trade -> new Resident(trade.replace(' ', '_'), trade, trade, 0, 28, LONDON, List.of()))
                .toList());
        residents.add(new Resident("fewlines", "f", "books", 0, 28, LONDON, List.of("One line.", "Another line.")));
        var town = Town.of(9, FOUNDED, residents, Lift.NONE);
        var end = FOUNDED.plus(Duration.ofDays(200));
        for (var resident : residents) {
            var said = new HashMap<String, Instant>();
            var posts = town.timeline(resident.handle(), end);
            assertThat(posts).hasSizeGreaterThan(500);
            for (var i = posts.size() - 1; i >= 0; i--) {
                var post = posts.get(i);
                var before = said.put(post.text(), post.at());
                assertThat(before == null || before.plus(Duration.ofDays(90)).isBefore(post.at()))
                        .as("%s said \"%s\" at %s and %s", resident.handle(), post.text(), before, post.at())
                        .isTrue();
                assertThat(post.text()).doesNotContain("{").doesNotContain("|").hasSizeLessThan(281);
            }
        }
    }

    @Test
    void aResidentUsesTheLinesItWasGivenEachOnceFirst() {
        var lines = IntStream.range(0, 30).mapToObj(i -> "Line " + i + ".").toArray(String[]::new);
        var town = Town.of(2, FOUNDED, List.of(resident("lined", "books", LONDON, lines)), Lift.NONE);

        var said = town.timeline("lined", FOUNDED.plus(Duration.ofDays(28))).stream()
                .filter(post -> post.kind() != Post.Kind.REPLY)
                .map(post -> post.text().replaceAll(" https://.*", ""))
                .toList();

        assertThat(said).isNotEmpty().isSubsetOf(lines).doesNotHaveDuplicates();
    }

    @Test
    void twoInAHundredPostsAreTakenDownAfterADayOrTwo() {
        var posts = new ArrayList<Post>();
        for (var i = 0; i < 300; i++) {
            posts.addAll(new Habits(5, i, resident("shop" + i, "books", LONDON), FOUNDED).until(SEASON_END));
        }
        var gone = posts.stream().filter(post -> post.deleted().isPresent()).toList();

        assertThat((double) gone.size() / posts.size()).isBetween(0.015, 0.025);
        assertThat(gone)
                .allSatisfy(post -> assertThat(
                                Duration.between(post.at(), post.deleted().orElseThrow()))
                        .isBetween(Duration.ofHours(24), Duration.ofHours(60)));
        var one = gone.get(0);
        assertThat(one.isThere(one.deleted().orElseThrow())).isFalse();
        assertThat(one.isThere(one.deleted().orElseThrow().minusMillis(1))).isTrue();
    }

    @Test
    void aCountNeverFallsAsTimeGoesOn() {
        var town = town(5, Lift.OPTIMISTIC, 12);
        var post = town.timeline("shop2", FOUNDED.plus(Duration.ofDays(7))).get(0);
        town.repost("shop4", post, post.at().plus(Duration.ofHours(20)));
        var before = new Tally(0, 0, 0, 0, 0, 0);
        for (var minutes = 0; minutes < 60 * 24 * 9; minutes += 37) {
            var now = town.tally(post, post.at().plus(Duration.ofMinutes(minutes)));
            assertThat(now.impressions()).isGreaterThanOrEqualTo(before.impressions());
            assertThat(now.likes()).isGreaterThanOrEqualTo(before.likes());
            assertThat(now.replies()).isGreaterThanOrEqualTo(before.replies());
            assertThat(now.reposts()).isGreaterThanOrEqualTo(before.reposts());
            before = now;
        }
        assertThat(before.reposts()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void halfOfTheLooksComeInEightyMinutesAndNearlyAllInADay() {
        assertThat(Looks.arrived(FOUNDED, FOUNDED.plus(Duration.ofMinutes(80)))).isEqualTo(0.5);
        assertThat(Looks.arrived(FOUNDED, FOUNDED.plus(Duration.ofDays(1)))).isCloseTo(0.95, offset(1e-9));
        assertThat(Looks.arrived(FOUNDED, FOUNDED.plus(Duration.ofDays(7)))).isGreaterThan(0.99);
        assertThat(Looks.arrived(FOUNDED, FOUNDED)).isZero();
    }

    @Test
    void carryingAddsWhatTheBooksSayItAdds() {
        var carried = town(5, Lift.OPTIMISTIC, 12);
        var alone = town(5, Lift.OPTIMISTIC, 12);
        var post = carried.timeline("shop2", FOUNDED.plus(Duration.ofDays(10))).get(0);
        carried.repost("shop4", post, post.at().plus(Duration.ofHours(30)));
        var year = post.at().plus(Duration.ofDays(365));

        var multiplier = carried.books().multipliers().getOrDefault(post.idText(), 0.0);

        assertThat(multiplier).isGreaterThan(1);
        assertThat(carried.books().meanLogMultiplier()).isCloseTo(Math.log(multiplier), offset(1e-12));
        assertThat((double) carried.tally(post, year).impressions())
                .isCloseTo(alone.tally(post, year).impressions() * multiplier, withPercentage(3));
        assertThat(carried.tally(post, post.at().plus(Duration.ofHours(30))).impressions())
                .isEqualTo(
                        alone.tally(post, post.at().plus(Duration.ofHours(30))).impressions());
    }

    @Test
    void inTheNullWorldCarryingChangesNothing() {
        var town = town(5, Lift.NONE, 12);
        var post = town.timeline("shop2", FOUNDED.plus(Duration.ofDays(10))).get(0);
        var week = post.at().plus(Duration.ofDays(7));
        var before = town.tally(post, week).impressions();
        town.repost("shop4", post, post.at().plus(Duration.ofHours(3)));

        assertThat(town.tally(post, week).impressions()).isEqualTo(before);
        assertThat(town.books().trueLift()).isZero();
    }

    @Test
    void aCarryingTakenBackStopsAdding() {
        var town = town(5, Lift.OPTIMISTIC, 12);
        var post = town.timeline("shop2", FOUNDED.plus(Duration.ofDays(10))).get(0);
        town.repost("shop4", post, post.at().plus(Duration.ofHours(3)));
        var full = town.books().multipliers().getOrDefault(post.idText(), 0.0);
        town.undoRepost("shop4", post.id(), post.at().plus(Duration.ofHours(4)));

        assertThat(town.books().multipliers().getOrDefault(post.idText(), 0.0)).isBetween(1.0, full);
    }

    @Test
    void aTownRemembersWhatItAcceptedAcrossARestart(@TempDir Path folder) throws IOException {
        var file = folder.resolve("town.jsonl");
        var residents = List.of(resident("one", "books", LONDON), resident("two", "vets", LONDON));
        var town = Town.of(1, FOUNDED, residents, Lift.MODEST, file);
        var now = FOUNDED.plus(Duration.ofDays(9));
        var made = town.publish("one", "A word about Two.", true, now);
        var gone = town.publish("one", "A slip.", false, now);
        town.delete(gone, now.plusSeconds(5));
        town.repost("two", made, now.plusSeconds(9));
        town.repost("one", town.timeline("two", now).get(0), now.plusSeconds(10));
        town.undoRepost("one", town.timeline("two", now).get(0).id(), now.plusSeconds(20));
        town.billWrite(15);
        town.billReads(List.of("a", "b"), 5, now);
        town.revoke("two");
        Files.writeString(file, "{\"what\":\"post\",\"by\":\"on", StandardOpenOption.APPEND);

        var again = Town.of(1, FOUNDED, residents, Lift.MODEST, file);
        again.billReads(List.of("a", "b"), 5, now.plusSeconds(60));
        var later = now.plus(Duration.ofDays(3));

        assertThat(again.books().effects()).isEqualTo(town.books().effects()).hasSize(6);
        assertThat(again.books().billedMilliDollars()).isEqualTo(25);
        assertThat(again.books().multipliers()).isEqualTo(town.books().multipliers());
        assertThat(story(again, later)).isEqualTo(story(town, later));
        assertThat(again.permits("two", 1)).isFalse();
        assertThat(again.publish("one", "Next.", false, now.plusSeconds(10)).id())
                .isGreaterThan(town.timeline("one", now.plusSeconds(10)).get(0).id());
    }

    @Test
    void anotherTownsJournalIsRefused(@TempDir Path folder) throws IOException {
        var file = folder.resolve("town.jsonl");
        var residents = List.of(resident("one", "books", LONDON));
        Town.of(1, FOUNDED, residents, Lift.MODEST, file).publish("one", "Hello.", false, FOUNDED);

        assertThatThrownBy(() -> Town.of(2, FOUNDED, residents, Lift.MODEST, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another town");
    }

    @Test
    void twoResidentsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Town.of(
                        1,
                        FOUNDED,
                        List.of(resident("one", "books", LONDON), resident("@ONE", "vets", LONDON)),
                        Lift.NONE))
                .hasMessageContaining("@ONE");
        assertThatThrownBy(() -> resident("far too long a name", "books", LONDON))
                .hasMessageContaining("\"far too long a name\" is no handle");
    }

    @Test
    void anEmptyTownHasNoHandleToAnswerFor() {
        assertThatThrownBy(() -> town(1, Lift.NONE, 2).followersOf("nobody")).hasMessageContaining("@nobody");
    }
}
