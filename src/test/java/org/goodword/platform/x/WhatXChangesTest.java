package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.platform.x.SignInsOf.BLUEBIRD;
import static org.goodword.platform.x.XClientTest.NOW;
import static org.goodword.platform.x.XClientTest.app;
import static org.goodword.platform.x.XClientTest.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.goodword.platform.Batch;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What X gives back is not what was said to it: rewritten, cut, edited, left out. */
class WhatXChangesTest {
    private static final String AT = "\"author_id\":\"1001\",\"created_at\":\"2026-09-07T08:00:00.000Z\"";

    private final ScriptedX x = new ScriptedX();
    private final XClient client =
            new XClient(app(x.baseUrl(), Secret.NONE), SignInsOf.everyone(), InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        x.close();
    }

    private List<Post> timeline(String body) {
        x.answers(200, body);
        return done(client.timeline(BLUEBIRD, NOW.minusSeconds(86_400)));
    }

    private Post onTimeline(String fields) {
        return timeline("{\"data\":[{\"id\":\"7\"," + AT + "," + fields + "}],\"meta\":{\"result_count\":1}}")
                .get(0);
    }

    private Batch batch(String body) {
        x.answers(200, body);
        return done(client.read(List.of(new PostId("11"), new PostId("12"))));
    }

    private static String file(String name) {
        try (var in = WhatXChangesTest.class.getResourceAsStream(name)) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAddressIsReadAsItsAuthorWroteIt() {
        var post = onTimeline("\"text\":\"Their winter menu is at https://t.co/aB3dE5fG7h &amp; true.\",\"entities\":"
                + "{\"urls\":[{\"start\":24,\"end\":47,\"url\":\"https://t.co/aB3dE5fG7h\","
                + "\"expanded_url\":\"https://dovecote.example/menu\",\"display_url\":\"dovecote.example/menu\"}]}");

        assertThat(post.text()).isEqualTo("Their winter menu is at https://dovecote.example/menu & true.");
        assertThat(x.onlyAsked().target()).contains("entities").contains("note_tweet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"note_tweet", "note_post"})
    void theWholeOfALongPostIsRead(String name) {
        var post = timeline(file("long-post.json").replace("note_tweet", name)).get(0);

        assertThat(post.text()).endsWith("one vacancy at the counter, hiring from October.");
        assertThat(post.whole()).isTrue();
    }

    @Test
    void anAddressInALongPostIsReadAsItsAuthorWroteIt() {
        var post = onTimeline("\"text\":\"Long…\",\"note_tweet\":{\"text\":\"Long, and at https://t.co/aB3dE5fG7h\","
                + "\"entities\":{\"urls\":[{\"url\":\"https://t.co/aB3dE5fG7h\","
                + "\"expanded_url\":\"https://dovecote.example/menu\"}]}}");

        assertThat(post.text()).isEqualTo("Long, and at https://dovecote.example/menu");
    }

    @Test
    void aTextThatIsCutWithoutItsNoteIsNotWhole() {
        var cut = "Three new loaves this week. ".repeat(9) + "We bake them…";

        assertThat(onTimeline("\"text\":\"" + cut + "\"").whole()).isFalse();
        assertThat(onTimeline("\"text\":\"" + cut + " https://t.co/aB3dE5fG7h\"")
                        .whole())
                .isFalse();
        assertThat(onTimeline("\"text\":\"Short\",\"truncated\":true").whole()).isFalse();
        assertThat(onTimeline("\"text\":\"And then she said…\"").whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit_history_tweet_ids", "edit_history_post_ids"})
    void anEditIsKnownByTheChainOfItsNumbers(String name) {
        var asMade = onTimeline("\"text\":\"Lemon buns at half price.\",\"" + name + "\":[\"7\"]");
        var edited = onTimeline("\"text\":\"Lemon buns at half price.\",\"" + name + "\":[\"7\",\"9\"]");
        var newest = onTimeline("\"text\":\"Lemon buns.\",\"" + name + "\":[\"5\",\"7\"]");

        assertThat(asMade.isSuperseded()).isFalse();
        assertThat(edited.isSuperseded()).isTrue();
        assertThat(edited.newest()).isEqualTo(new PostId("9"));
        assertThat(newest.isSuperseded()).isFalse();
        assertThat(newest.versions()).containsExactly(new PostId("5"), new PostId("7"));
    }

    @Test
    void whatIsAskedForByAnOldNumberIsFoundByItsNewOne() {
        var batch = batch(
                "{\"data\":[{\"id\":\"19\"," + AT + ",\"text\":\"one\",\"edit_history_tweet_ids\":[\"11\",\"19\"]}]}");

        assertThat(batch.found().get(new PostId("11"))).satisfies(post -> {
            assertThat(post.id()).isEqualTo(new PostId("11"));
            assertThat(post.newest()).isEqualTo(new PostId("19"));
        });
    }

    private static Counts counts(Batch batch, String id) {
        return Optional.ofNullable(batch.found().get(new PostId(id)))
                .orElseThrow()
                .counts();
    }

    @Test
    void aCountThatXDoesNotTellIsNotKnown() {
        var batch = batch("{\"data\":[{\"id\":\"11\"," + AT + ",\"text\":\"one\",\"public_metrics\":{\"like_count\":3,"
                + "\"reply_count\":1,\"retweet_count\":0,\"quote_count\":0}},{\"id\":\"12\"," + AT
                + ",\"text\":\"two\"}]}");

        var one = counts(batch, "11");
        assertThat(one.shown()).isEmpty();
        assertThat(one.likes()).hasValue(3);
        assertThat(one.answered()).hasValue(4);
        assertThat(one.reposts()).hasValue(0);
        assertThat(one.bookmarks()).isEqualTo(OptionalLong.empty());
        assertThat(counts(batch, "12")).isEqualTo(Counts.NONE);
    }

    @Test
    void followersThatXDoesNotTellAreNotKnown() {
        x.answers(200, "{\"data\":[{\"id\":\"2001\",\"name\":\"Bluebird\",\"username\":\"bluebirdbakes\"}]}");

        var profile = done(client.profiles(List.of(BLUEBIRD.handle()))).found().get(0);

        assertThat(profile.followers()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void anErrorMayNameItsPostByValueAlone() {
        var batch = batch("{\"data\":[{\"id\":\"11\"," + AT
                + ",\"text\":\"one\",\"public_metrics\":{\"impression_count\":40}}],\"errors\":[{\"value\":\"12\","
                + "\"parameter\":\"ids\",\"resource_type\":\"tweet\",\"section\":\"data\",\"title\":\"Authorization"
                + " Error\",\"detail\":\"Not authorized to see [12].\",\"type\":"
                + "\"https://api.twitter.com/2/problems/not-authorized-for-resource\"}]}");

        assertThat(batch.found()).containsOnlyKeys(new PostId("11"));
        assertThat(batch.gone()).containsOnlyKeys(new PostId("12"));
    }

    @Test
    void oneOddElementVoidsItselfAlone() {
        var odd = batch("{\"data\":[{\"id\":\"11\"," + AT + ",\"text\":\"one\"},{\"id\":\"12\",\"text\":\"two\"}],"
                + "\"errors\":[{\"type\":\"https://api.x.com/2/problems/resource-not-found\"}]}");
        var posts = timeline("{\"data\":[{\"text\":\"no number\"},7,null,{\"id\":\"8\"," + AT
                + ",\"text\":\"two\"}],\"meta\":{\"result_count\":4}}");

        assertThat(odd.found()).containsOnlyKeys(new PostId("11"));
        assertThat(odd.gone()).isEmpty();
        assertThat(posts).extracting(Post::id).containsExactly(new PostId("8"));
    }

    @Test
    void oneOddUserVoidsItselfAlone() {
        x.answers(
                200, "{\"data\":[{\"id\":\"1\",\"username\":\"\"},{\"id\":\"2001\",\"username\":\"bluebirdbakes\"}]}");

        var profiles = done(client.profiles(List.of(BLUEBIRD.handle(), Handle.of("@plainsums"))));

        assertThat(profiles.found()).hasSize(1);
        assertThat(profiles.missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"hello\":\"hotel\"}", "{\"data\":\"7\"}", "{\"data\":{\"id\":\"7\"}}"})
    void anAnswerOfAnotherShapeIsNotX(String body) {
        x.answers(200, body).answers(200, body);

        assertThat(client.read(List.of(new PostId("11")))).isInstanceOf(Later.class);
        assertThat(client.timeline(BLUEBIRD, NOW.minusSeconds(60))).isInstanceOf(Later.class);
    }

    @Test
    void anEmptyPageIsReadOn() {
        x.answers(200, "{\"meta\":{\"result_count\":0,\"next_token\":\"n1\"}}");

        var posts = timeline("{\"data\":[{\"id\":\"2127498571801427969\",\"text\":\"two\","
                + "\"created_at\":\"2026-09-07T07:00:00.000Z\"}],\"meta\":{\"result_count\":1}}");

        assertThat(posts).extracting(Post::id).containsExactly(new PostId("2127498571801427969"));
        assertThat(x.asked()).hasSize(2);
    }
}
