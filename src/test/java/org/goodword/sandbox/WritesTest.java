package org.goodword.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.goodword.sandbox.town.Books;
import org.goodword.sandbox.town.Books.Effect;
import org.goodword.sandbox.town.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WritesTest {
    private Far far;

    @BeforeEach
    void listen() throws IOException {
        far = new Far();
    }

    @AfterEach
    void stop() {
        far.close();
    }

    private Post original(String handle) {
        return far.town.timeline(handle, far.now).stream()
                .filter(post -> post.kind() == Post.Kind.ORIGINAL)
                .findFirst()
                .orElseThrow();
    }

    private List<Books.Kind> kinds() {
        return far.town.books().effects().stream().map(Effect::kind).toList();
    }

    @Test
    void aPostIsMadeAndStandsInTheBooksAndOnTheTimeline() {
        var made = far.as(
                "bluebirdbakes",
                "POST",
                "/2/tweets",
                Far.json(Map.of("text", "Hill Street Joinery made our counter & shelves.", "paid_partnership", true)));

        assertThat(made.status()).isEqualTo(201);
        var id = made.data().path("id").asString();
        assertThat(made.data().path("edit_history_tweet_ids").toString()).isEqualTo("[\"" + id + "\"]");
        assertThat(far.town.books().effects())
                .containsExactly(new Effect(
                        Books.Kind.POST,
                        "bluebirdbakes",
                        id,
                        "Hill Street Joinery made our counter & shelves.",
                        far.now));
        var read = far.app("/2/tweets?ids=" + id + "&tweet.fields=paid_partnership,created_at")
                .data()
                .path(0);
        assertThat(read.path("paid_partnership").asBoolean()).isTrue();
        assertThat(read.path("created_at").asString()).isEqualTo("2026-09-01T12:00:00.000Z");
    }

    @Test
    void aPostMadeFromOutsideIsLookedAtLikeAnyOther() {
        var id = far.post("bluebirdbakes", "Ask them for anything that has to fit.")
                .data()
                .path("id")
                .asString();
        far.now = far.now.plus(Duration.ofDays(7));

        var metrics = far.app("/2/tweets?ids=" + id + "&tweet.fields=public_metrics")
                .data()
                .path(0)
                .path("public_metrics");

        assertThat(metrics.path("impression_count").asLong()).isBetween(10L, 20_000L);
    }

    @Test
    void theSameTextTwiceByOneAccountIsADuplicate() {
        far.post("bluebirdbakes", "Good oak, good hands.");

        var again = far.post("bluebirdbakes", "Good oak, good hands.");
        var byAnother = far.post("hillstjoinery", "Good oak, good hands.");

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.json().path("detail").asString())
                .isEqualTo("You are not allowed to create a Tweet with duplicate content.");
        assertThat(byAnother.status()).isEqualTo(201);
    }

    @Test
    void ofManyLikePostsAtOnceOneSucceeds() {
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    var body = Far.json(Map.of("text", "At the same moment."));
                    var header = far.signer("bluebirdbakes")
                            .header("POST", far.uri("/2/tweets"), far.real, "together" + i, Map.of());
                    return far.send("POST", "/2/tweets", header, "application/json", body)
                            .status();
                }))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 201))
                .hasSize(1);
        assertThat(kinds()).containsExactly(Books.Kind.POST);
    }

    @Test
    void aTextCountsByItsWeight() {
        assertThat(far.post("bluebirdbakes", "a".repeat(280)).status()).isEqualTo(201);
        assertThat(far.post("bluebirdbakes", "b".repeat(281)).status()).isEqualTo(400);
        assertThat(far.post("bluebirdbakes", "語".repeat(141)).status()).isEqualTo(400);
        assertThat(far.post("bluebirdbakes", "Long address: https://bluebird.co.uk/" + "c".repeat(300))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void mentionsQuotesRepliesAndEmptyTextsAreRefused() {
        assertThat(far.post("bluebirdbakes", "Well done @hillstjoinery").text())
                .contains("Creating posts with @mentions is not allowed");
        assertThat(far.as("bluebirdbakes", "POST", "/2/tweets", "{\"text\":\"a\",\"quote_tweet_id\":\"1\"}")
                        .text())
                .contains("You are not permitted to perform this action.");
        assertThat(far.post("bluebirdbakes", "  ").status()).isEqualTo(400);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aBodyMustBeWhatXTakes() {
        assertThat(message("{\"text\":\"a\",\"colour\":\"red\"}")).contains("$.colour: is not defined in the schema");
        assertThat(message("{\"text\":7}")).contains("$.text: number found, string expected");
        assertThat(message("{\"text\":\"a\",\"paid_partnership\":\"yes\"}")).contains("boolean expected");
        assertThat(message("{\"text\":\"a\",\"media\":{\"media_ids\":[\"1\"]}}"))
                .contains("media IDs");
        assertThat(message("{\"text\"")).contains("not JSON");
        assertThat(message("[]")).contains("not a JSON object");
    }

    private String message(String body) {
        var answer = far.as("bluebirdbakes", "POST", "/2/tweets", body);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("errors").path(0).path("message").asString();
    }

    @Test
    void aPostIsCarriedOnceAndTakenBack() {
        var source = original("hillstjoinery");
        var mine = "/2/users/" + far.id("bluebirdbakes") + "/retweets";

        var carried = far.repost("bluebirdbakes", source.idText());
        var again = far.repost("bluebirdbakes", source.idText());
        var undone = far.as("bluebirdbakes", "DELETE", mine + "/" + source.idText());
        var undoneAgain = far.as("bluebirdbakes", "DELETE", mine + "/" + source.idText());

        assertThat(carried.text()).isEqualTo("{\"data\":{\"retweeted\":true,\"rest_id\":\"" + source.idText() + "\"}}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("You cannot retweet a Tweet that you have already retweeted.");
        assertThat(undone.text()).isEqualTo("{\"data\":{\"retweeted\":false}}");
        assertThat(undoneAgain.status()).isEqualTo(200);
        assertThat(kinds()).containsExactly(Books.Kind.REPOST, Books.Kind.UNDO_REPOST);
        assertThat(far.repost("bluebirdbakes", source.idText()).status()).isEqualTo(200);
    }

    @Test
    void nobodyCarriesInAnothersName() {
        var path = "/2/users/" + far.id("hillstjoinery") + "/retweets";
        var body = Far.json(Map.of("tweet_id", original("hillstjoinery").idText()));

        assertThat(far.as("bluebirdbakes", "POST", path, body).status()).isEqualTo(403);
        assertThat(far.as("bluebirdbakes", "DELETE", path + "/1").status()).isEqualTo(403);
    }

    @Test
    void whatIsGoneIsAnEmptyNotFound() {
        var repost = far.repost("bluebirdbakes", "1234");
        var delete = far.as("bluebirdbakes", "DELETE", "/2/tweets/1234");

        assertThat(repost.status()).isEqualTo(404);
        assertThat(repost.text()).isEmpty();
        assertThat(delete.status()).isEqualTo(404);
        assertThat(delete.header("x-rate-limit-limit")).isEqualTo("50");
    }

    @Test
    void anAuthorDeletesItsOwnPostAndNobodyElseDoes() {
        var id = far.post("bluebirdbakes", "Not quite what we meant.")
                .data()
                .path("id")
                .asString();
        far.repost("ledgerandleaf", id);

        var stranger = far.as("hillstjoinery", "DELETE", "/2/tweets/" + id);
        var own = far.as("bluebirdbakes", "DELETE", "/2/tweets/" + id);

        assertThat(stranger.status()).isEqualTo(403);
        assertThat(own.text()).isEqualTo("{\"data\":{\"deleted\":true}}");
        assertThat(far.app("/2/tweets?ids=" + id).json().has("data")).isFalse();
        assertThat(far.town.timeline("ledgerandleaf", far.now)).noneMatch(post -> post.kind() == Post.Kind.REPOST);
        assertThat(far.post("bluebirdbakes", "Not quite what we meant.").status())
                .isEqualTo(201);
    }

    @Test
    void idsRiseWithTimeWhoeverMadeThem() {
        far.post("bluebirdbakes", "First.");
        far.post("bluebirdbakes", "Second.");
        far.now = far.now.plus(Duration.ofDays(5));
        far.post("bluebirdbakes", "Third.");

        var timeline = far.town.timeline("bluebirdbakes", far.now);

        assertThat(timeline).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(timeline).extracting(Post::id).doesNotHaveDuplicates();
    }
}
