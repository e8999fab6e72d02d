package org.goodword.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.goodword.sandbox.town.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadsTest {
    private Far far;

    @BeforeEach
    void listen() throws IOException {
        far = new Far();
    }

    @AfterEach
    void stop() {
        far.close();
    }

    private static List<String> ids(JsonNode data) {
        return StreamSupport.stream(data.spliterator(), false)
                .map(post -> post.path("id").asString())
                .toList();
    }

    private Post anyPost(String handle, Post.Kind kind) {
        return far.town.timeline(handle, far.now).stream()
                .filter(post -> post.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAccountLearnsWhoItIs() {
        var me = far.as("bluebirdbakes", "GET", "/2/users/me?user.fields=public_metrics");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.data().path("id").asString()).isEqualTo(far.id("bluebirdbakes"));
        assertThat(me.data().path("username").asString()).isEqualTo("bluebirdbakes");
        assertThat(me.data().path("public_metrics").path("followers_count").asInt())
                .isEqualTo(900);
    }

    @Test
    void usersAreFoundByNameAndMissingOnesAreNamed() {
        var answer = far.app("/2/users/by?usernames=BlueBirdBakes,nobody_here");

        assertThat(ids(answer.data())).containsExactly(far.id("bluebirdbakes"));
        var error = answer.json().path("errors").path(0);
        assertThat(error.path("resource_id").asString()).isEqualTo("nobody_here");
        assertThat(error.path("title").asString()).isEqualTo("Not Found Error");
        assertThat(error.path("type").asString()).endsWith("/resource-not-found");
    }

    @Test
    void aTimelineIsPagedToItsEndNewestFirst() {
        var path = "/2/users/" + far.id("bluebirdbakes") + "/tweets?max_results=5";
        var all = new ArrayList<String>();
        var page = far.app(path);
        while (page.json().path("meta").has("next_token")) {
            all.addAll(ids(page.data()));
            page = far.app(path + "&pagination_token="
                    + page.json().path("meta").path("next_token").asString());
        }
        all.addAll(ids(page.data()));

        assertThat(all)
                .hasSizeGreaterThan(10)
                .isEqualTo(far.town.timeline("bluebirdbakes", far.now).stream()
                        .map(Post::idText)
                        .toList());
    }

    @Test
    void sinceIdLeavesOutItselfAndAnEmptyPollIsFree() {
        var newest = far.town.timeline("bluebirdbakes", far.now).get(0).idText();
        var billed = far.town.books().billedMilliDollars();

        var answer = far.app("/2/users/" + far.id("bluebirdbakes") + "/tweets?since_id=" + newest);

        assertThat(answer.text()).isEqualTo("{\"meta\":{\"result_count\":0}}");
        assertThat(far.town.books().billedMilliDollars()).isEqualTo(billed);
    }

    @Test
    void repliesAndRepostsCanBeLeftOut() {
        var source = anyPost("hillstjoinery", Post.Kind.ORIGINAL);
        far.repost("bluebirdbakes", source.idText());
        var path = "/2/users/" + far.id("bluebirdbakes") + "/tweets?max_results=100&tweet.fields=referenced_tweets";

        var all = far.app(path).json();
        var some = far.app(path + "&exclude=replies,retweets").json();

        var first = all.path("data").path(0);
        assertThat(first.path("text").asString()).startsWith("RT @hillstjoinery: ");
        assertThat(first.path("referenced_tweets").toString())
                .isEqualTo("[{\"type\":\"retweeted\",\"id\":\"" + source.idText() + "\"}]");
        assertThat(all.toString()).contains("replied_to");
        assertThat(some.toString()).doesNotContain("replied_to").doesNotContain("retweeted");
    }

    @Test
    void onlyWhatWasAskedForComesBack() {
        var post = anyPost("bluebirdbakes", Post.Kind.ORIGINAL);

        var bare = far.app("/2/tweets?ids=" + post.idText()).data().path(0);
        var full = far.app("/2/tweets?ids=" + post.idText() + "&tweet.fields=created_at,public_metrics,author_id")
                .data()
                .path(0);

        assertThat(bare.propertyNames()).containsExactlyInAnyOrder("id", "text", "edit_history_tweet_ids");
        assertThat(full.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "text", "edit_history_tweet_ids", "created_at", "public_metrics", "author_id");
        assertThat(full.path("public_metrics").propertyNames())
                .containsExactlyInAnyOrder(
                        "retweet_count",
                        "reply_count",
                        "like_count",
                        "quote_count",
                        "bookmark_count",
                        "impression_count");
    }

    @Test
    void aBatchNamesWhatIsGoneBesideWhatIsThere() {
        var post = anyPost("bluebirdbakes", Post.Kind.ORIGINAL);

        var some = far.app("/2/tweets?ids=" + post.idText() + ",123");
        var none = far.app("/2/tweets?ids=123,456");

        assertThat(some.status()).isEqualTo(200);
        assertThat(ids(some.data())).containsExactly(post.idText());
        assertThat(some.json().path("errors").path(0).path("resource_id").asString())
                .isEqualTo("123");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.json().has("data")).isFalse();
        assertThat(none.json().path("errors").size()).isEqualTo(2);
    }

    @Test
    void onePostAloneIsTheDataItself() {
        var post = anyPost("bluebirdbakes", Post.Kind.ORIGINAL);

        var there = far.app("/2/tweets/" + post.idText());
        var gone = far.app("/2/tweets/123");

        assertThat(there.data().path("text").asString()).isEqualTo(post.text());
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.json().has("data")).isFalse();
        assertThat(gone.json().path("errors").path(0).path("resource_id").asString())
                .isEqualTo("123");
    }

    @Test
    void aProtectedAccountIsShownToItselfAlone() {
        var post = anyPost("bluebirdbakes", Post.Kind.ORIGINAL);
        far.town.lock("bluebirdbakes", true);

        var other = far.as("hillstjoinery", "GET", "/2/tweets?ids=" + post.idText());
        var own = far.as("bluebirdbakes", "GET", "/2/tweets?ids=" + post.idText());

        assertThat(other.json().path("errors").path(0).path("type").asString())
                .endsWith("/not-authorized-for-resource");
        assertThat(ids(own.data())).containsExactly(post.idText());
    }

    @Test
    void clicksAreForTheAuthorAndForThirtyDays() {
        var post = anyPost("bluebirdbakes", Post.Kind.ORIGINAL);
        var path = "/2/tweets?ids=" + post.idText() + "&tweet.fields=non_public_metrics";

        var own = far.as("bluebirdbakes", "GET", path);
        var other = far.as("hillstjoinery", "GET", path);
        far.now = post.at().plus(Duration.ofDays(31));
        var late = far.as("bluebirdbakes", "GET", path);

        assertThat(own.data().path(0).path("non_public_metrics").has("user_profile_clicks"))
                .isTrue();
        assertThat(other.data().path(0).has("non_public_metrics")).isFalse();
        assertThat(other.json().path("errors").path(0).path("type").asString()).endsWith("/not-authorized-for-field");
        assertThat(late.data().path(0).has("non_public_metrics")).isFalse();
    }

    @Test
    void answersAreFoundByConversationWhereTheReplyCountRose() {
        var answered = far.town.timeline("bluebirdbakes", far.now).stream()
                .filter(post -> post.at().isAfter(far.now.minus(Duration.ofDays(6))))
                .filter(post -> far.town.tally(post, far.now).replies() > 0)
                .findFirst()
                .orElseThrow();

        var answer = far.app("/2/tweets/search/recent?query=conversation_id:" + answered.idText()
                + "&tweet.fields=in_reply_to_user_id");

        assertThat(answer.data().size())
                .isEqualTo((int) far.town.tally(answered, far.now).replies());
        assertThat(answer.data().path(0).path("in_reply_to_user_id").asString()).isEqualTo(far.id("bluebirdbakes"));
    }

    @Test
    void whatXWouldNotUnderstandIsRefusedByName() {
        var timeline = "/2/users/" + far.id("bluebirdbakes") + "/tweets";

        assertThat(refusal(timeline + "?max_results=4"))
                .contains("`max_results`")
                .contains("between 5 and 100");
        assertThat(refusal(timeline + "?max_results=101")).contains("between 5 and 100");
        assertThat(refusal(timeline + "?exclude=quotes")).contains("[quotes] is not one of");
        assertThat(refusal(timeline + "?pagination_token=abc")).contains("[abc] is not valid");
        assertThat(refusal(timeline + "?colour=red")).contains("[colour] is not one of");
        assertThat(refusal("/2/tweets?ids=1&tweet.fields=shoe_size")).contains("[shoe_size] is not one of");
        assertThat(refusal("/2/tweets?ids=")).contains("not between 1 and 100");
        assertThat(refusal("/2/tweets?ids=abc")).contains("does not match");
        assertThat(refusal("/2/users/abc/tweets")).contains("does not match");
        assertThat(refusal("/2/users/by?usernames=a,b-c")).contains("[b-c] does not match");
        assertThat(refusal("/2/tweets/search/recent?query=cake")).contains("conversation_id:ID");
        assertThat(refusal("/2/tweets?ids="
                        + IntStream.rangeClosed(1, 101)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(","))))
                .contains("[101] is not between 1 and 100");
    }

    private String refusal(String path) {
        var answer = far.app(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("title").asString()).isEqualTo("Invalid Request");
        return answer.json().path("errors").path(0).path("message").asString();
    }

    @Test
    void anUnknownCallIsNotFound() {
        assertThat(far.app("/2/likes").status()).isEqualTo(404);
    }
}
