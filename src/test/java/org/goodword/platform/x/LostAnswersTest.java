package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.platform.x.SignInsOf.BLUEBIRD;
import static org.goodword.platform.x.XClientTest.NOW;
import static org.goodword.platform.x.XClientTest.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Later;
import org.goodword.platform.Outcome.Unknown;
import org.goodword.platform.PostId;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.Test;

/** What becomes of a call when the line breaks. */
class LostAnswersTest {
    private static final String HEADERS_ONLY = "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"data\"";

    private static XClient client(URI baseUrl) {
        return client(baseUrl, new Wire.Patience(Duration.ofMillis(200), Duration.ofMillis(300)));
    }

    private static XClient patient(URI baseUrl) {
        return client(baseUrl, Wire.Patience.USUAL);
    }

    private static XClient client(URI baseUrl, Wire.Patience patience) {
        return new XClient(app(baseUrl, Secret.NONE), SignInsOf.everyone(), InstantSource.fixed(NOW), patience);
    }

    @Test
    void aPostWhoseAnswerIsLostIsSeenOnceByTheServer() throws IOException {
        try (var server = DroppingServer.hangingUp()) {
            assertThat(client(server.baseUrl()).publish(BLUEBIRD, "Ask them.", false))
                    .isInstanceOf(Unknown.class);
            assertThat(server.requests()).containsExactly("POST /2/tweets HTTP/1.1");
        }
    }

    @Test
    void aRepostAndItsUndoingAreSentOnceToo() throws IOException {
        try (var server = DroppingServer.hangingUp()) {
            assertThat(client(server.baseUrl()).repost(BLUEBIRD, new PostId("5")))
                    .isInstanceOf(Unknown.class);
            assertThat(client(server.baseUrl()).undoRepost(BLUEBIRD, new PostId("5")))
                    .isInstanceOf(Unknown.class);
            assertThat(client(server.baseUrl()).delete(BLUEBIRD, new PostId("6")))
                    .isInstanceOf(Unknown.class);
            assertThat(server.requests())
                    .containsExactly(
                            "POST /2/users/2001/retweets HTTP/1.1",
                            "DELETE /2/users/2001/retweets/5 HTTP/1.1",
                            "DELETE /2/tweets/6 HTTP/1.1");
        }
    }

    @Test
    void anAnswerThatStopsHalfWayIsLost() throws IOException {
        try (var server = new DroppingServer(HEADERS_ONLY, false)) {
            assertThat(client(server.baseUrl()).publish(BLUEBIRD, "Ask them.", false))
                    .isInstanceOf(Unknown.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForEver() throws IOException {
        try (var server = new DroppingServer("", true)) {
            assertThat(client(server.baseUrl()).publish(BLUEBIRD, "Ask them.", false))
                    .isInstanceOf(Unknown.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aBodyThatStallsIsNotWaitedForEver() throws IOException {
        try (var server = new DroppingServer(HEADERS_ONLY, true)) {
            assertThat(client(server.baseUrl()).publish(BLUEBIRD, "Ask them.", false))
                    .isInstanceOf(Unknown.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aReadThatTimesOutIsNotRepeatedAtOnce() throws IOException {
        try (var server = new DroppingServer("", true)) {
            assertThat(client(server.baseUrl()).read(List.of(new PostId("1")))).isInstanceOf(Later.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aReadWhoseLineBreaksIsTriedTwiceMoreEachTimeSignedAnewAndThenPutOff() throws IOException {
        try (var server = DroppingServer.hangingUp()) {
            var later = (Later<?>) client(server.baseUrl()).read(List.of(new PostId("1")));

            assertThat(later.contact()).as("X may have billed it").isEqualTo(Contact.LOST);
            assertThat(server.requests()).hasSize(3);
            assertThat(server.nonces()).hasSize(3).doesNotHaveDuplicates();
        }
    }

    /** The first request makes the connection, the second is dropped after it has had its effect. */
    @Test
    void onAKeptConnectionThatIsDroppedNothingLeavesTwiceUnderOneSignature() throws IOException {
        try (var server = KeptAndDropped.after(1)) {
            var client = patient(server.baseUrl());
            client.read(List.of(new PostId("1")));

            assertThat(client.read(List.of(new PostId("2")))).isInstanceOf(Done.class);
            assertThat(server.requests()).containsExactly("GET", "GET", "GET");
            assertThat(server.nonces()).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void aWriteOnAKeptConnectionThatIsDroppedIsSeenOnce() throws IOException {
        try (var server = KeptAndDropped.after(1)) {
            var client = patient(server.baseUrl());
            client.read(List.of(new PostId("1")));

            assertThat(client.publish(BLUEBIRD, "Ask them.", false)).isInstanceOf(Unknown.class);
            assertThat(server.requests()).containsExactly("GET", "POST");
            assertThat(server.nonces()).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLostPageTellsHowManyPostsTheEarlierPagesWereBilledFor() throws IOException {
        var page = "{\"data\":[{\"id\":\"9\",\"created_at\":\"2026-09-09T09:00:00Z\",\"text\":\"a\"}],"
                + "\"meta\":{\"next_token\":\"more\"}}";
        try (var server = KeptAndDropped.after(1, page, Integer.MAX_VALUE)) {
            var later = (Later<?>) patient(server.baseUrl()).timeline(BLUEBIRD, NOW.minusSeconds(86_400));

            assertThat(later.contact()).isEqualTo(Contact.LOST);
            assertThat(later.brought()).isEqualTo(1);
        }
    }

    @Test
    void aWriteThatNeverLeftIsNotUnknown() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        var outcome = client(URI.create("http://127.0.0.1:" + port)).publish(BLUEBIRD, "Ask them.", false);

        assertThat(outcome).isInstanceOf(Later.class);
        assertThat(((Later<?>) outcome).pushedBack()).isFalse();
        assertThat(((Later<?>) outcome).reason()).contains("not reached");
    }

    @Test
    void aWriteThatIsInterruptedWhileItIsOutIsUnknownAndTheThreadStaysInterrupted() throws IOException {
        var dispatcher = Thread.currentThread();
        try (var server = new DroppingServer("", true, dispatcher::interrupt)) {
            var outcome = patient(server.baseUrl()).publish(BLUEBIRD, "Ask them.", false);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome).isInstanceOf(Unknown.class);
            assertThat(((Unknown<?>) outcome).reason()).contains("the program was stopped");
        }
    }

    @Test
    void nothingLeavesAThreadThatIsInterrupted() throws IOException {
        try (var server = DroppingServer.hangingUp()) {
            Thread.currentThread().interrupt();
            var written = client(server.baseUrl()).publish(BLUEBIRD, "Ask them.", false);
            var read = client(server.baseUrl()).read(List.of(new PostId("1")));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(written).isInstanceOf(Later.class);
            assertThat(read).isInstanceOf(Later.class);
            assertThat(server.requests()).isEmpty();
        }
    }
}
