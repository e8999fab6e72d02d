package org.goodword.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.goodword.sandbox.FaultQueue.Answer;
import org.goodword.sandbox.FaultQueue.Delay;
import org.goodword.sandbox.FaultQueue.DropConnection;
import org.goodword.sandbox.FaultQueue.DropReply;
import org.goodword.sandbox.FaultQueue.Fault;
import org.goodword.sandbox.town.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontTest {
    private static final String ME = "/2/users/me";

    private Far far;

    @BeforeEach
    void listen() throws IOException {
        far = new Far();
    }

    @AfterEach
    void stop() {
        far.close();
    }

    private int signed(Signer signer, Instant at, String nonce) {
        var header = signer.header("GET", far.uri(ME), at, nonce, Map.of());
        return far.send("GET", ME, header, "application/json", "").status();
    }

    @Test
    void aBadSignatureIsUnauthorized() {
        var good = far.signer("bluebirdbakes");
        var bad = new Signer(good.consumerKey(), good.consumerSecret(), good.token(), good.tokenSecret() + "x");

        var header = bad.header("GET", far.uri(ME), far.real, "a", Map.of());
        var answer = far.send("GET", ME, header, "application/json", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("title").asString()).isEqualTo("Unauthorized");
        assertThat(answer.json().path("type").asString()).isEqualTo("about:blank");
        assertThat(answer.json().path("status").asInt()).isEqualTo(401);
        assertThat(signed(good, far.real, "a")).isEqualTo(200);
    }

    @Test
    void aSignatureForAnotherAddressIsUnauthorized() {
        var header = far.signer("bluebirdbakes").header("GET", far.uri(ME), far.real, "a", Map.of());

        assertThat(far.send("GET", ME + "?user.fields=verified", header, "application/json", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aNonceIsGoodOnceAndATimestampForFiveMinutesOfTheRealClock() {
        var signer = far.signer("bluebirdbakes");

        assertThat(signed(signer, far.real, "once")).isEqualTo(200);
        assertThat(signed(signer, far.real, "once")).isEqualTo(401);
        assertThat(signed(signer, far.real.minusSeconds(299), "b")).isEqualTo(200);
        assertThat(signed(signer, far.real.minusSeconds(301), "c")).isEqualTo(401);
        assertThat(signed(signer, far.real.plusSeconds(301), "d")).isEqualTo(401);
        assertThat(signed(signer, far.now, "e")).isEqualTo(401);
    }

    @Test
    void withoutCredentialsNothingOpens() {
        assertThat(far.send("GET", ME, "", "application/json", "").status()).isEqualTo(401);
        assertThat(far.send("GET", ME, "Bearer wrong", "application/json", "").status())
                .isEqualTo(401);
        assertThat(far.send("GET", ME, "OAuth nonsense", "application/json", "").status())
                .isEqualTo(401);
    }

    @Test
    void theAppAloneMayNotActForAnybody() {
        var answer = far.app(ME);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("type").asString()).endsWith("/unsupported-authentication");
    }

    @Test
    void aRevokedAccountIsShutOutUntilItComesBack() {
        far.town.revoke("@BluebirdBakes");
        assertThat(far.as("bluebirdbakes", "GET", ME).status()).isEqualTo(401);
        assertThat(far.as("hillstjoinery", "GET", ME).status()).isEqualTo(200);

        far.town.restore("bluebirdbakes");
        assertThat(far.as("bluebirdbakes", "GET", ME).status()).isEqualTo(200);
    }

    @Test
    void everyAnswerSaysHowMuchIsLeftUntilWhen() {
        far.as("bluebirdbakes", "GET", ME);
        far.now = far.now.plusSeconds(60);
        var second = far.as("bluebirdbakes", "GET", ME);

        assertThat(second.header("x-rate-limit-limit")).isEqualTo("75");
        assertThat(second.header("x-rate-limit-remaining")).isEqualTo("73");
        assertThat(second.header("x-rate-limit-reset"))
                .isEqualTo(Long.toString(far.now.plusSeconds(14 * 60).getEpochSecond()));
    }

    @Test
    void tooManyCallsWaitForTheTownsClock() {
        for (var i = 0; i < 75; i++) {
            assertThat(far.as("bluebirdbakes", "GET", ME).status()).isEqualTo(200);
        }
        var tooMany = far.as("bluebirdbakes", "GET", ME);

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.json().path("title").asString()).isEqualTo("Too Many Requests");
        assertThat(tooMany.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(far.as("hillstjoinery", "GET", ME).status()).isEqualTo(200);
        far.now = Instant.ofEpochSecond(Long.parseLong(tooMany.header("x-rate-limit-reset")));
        assertThat(far.as("bluebirdbakes", "GET", ME).status()).isEqualTo(200);
    }

    @Test
    void theAppHasALimitOfItsOwn() {
        for (var i = 0; i < 300; i++) {
            assertThat(far.app("/2/users/by?usernames=bluebirdbakes").status()).isEqualTo(200);
        }

        assertThat(far.app("/2/users/by?usernames=bluebirdbakes").status()).isEqualTo(429);
        assertThat(far.as("bluebirdbakes", "GET", "/2/users/by?usernames=bluebirdbakes")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void threeHundredPostsInThreeHoursAreEnough() {
        for (var i = 0; i < 300; i++) {
            assertThat(far.post("bluebirdbakes", "Number " + i).status()).isEqualTo(201);
            far.now = far.now.plusSeconds(20);
        }

        var tooMany = far.post("bluebirdbakes", "One more");

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.header("x-rate-limit-limit")).isEqualTo("300");
        assertThat(tooMany.header("x-app-limit-24hour-limit")).isEqualTo("10000");
        assertThat(tooMany.header("x-app-limit-24hour-remaining")).isEqualTo("9700");
    }

    @Test
    void readsCostOnceADayAndWritesEachTime() {
        var post = far.town.timeline("bluebirdbakes", far.now).stream()
                .filter(one -> one.deleted().isEmpty())
                .findFirst()
                .orElseThrow()
                .idText();
        var books = far.town.books();

        far.app("/2/tweets?ids=" + post + ",99");
        far.app("/2/tweets?ids=" + post);
        assertThat(books.billedMilliDollars()).isEqualTo(5);
        far.now = far.now.plus(Duration.ofDays(1));
        far.app("/2/tweets?ids=" + post);
        assertThat(books.billedMilliDollars()).isEqualTo(10);
        far.as("bluebirdbakes", "GET", ME);
        assertThat(books.billedMilliDollars()).isEqualTo(20);
        far.post("bluebirdbakes", "No link.");
        assertThat(books.billedMilliDollars()).isEqualTo(35);
        far.post("bluebirdbakes", "A link: bluebird.co.uk");
        assertThat(books.billedMilliDollars()).isEqualTo(235);
        far.repost("hillstjoinery", post);
        assertThat(books.billedMilliDollars()).isEqualTo(250);
        far.as("hillstjoinery", "DELETE", "/2/users/" + far.id("hillstjoinery") + "/retweets/" + post);
        assertThat(books.billedMilliDollars()).isEqualTo(260);
    }

    @Test
    void whenCreditsEndEverythingStops() {
        far.town.credits(20);

        assertThat(far.post("bluebirdbakes", "Affordable.").status()).isEqualTo(201);
        var dear = far.post("bluebirdbakes", "Not affordable.");
        assertThat(dear.status()).isEqualTo(402);
        assertThat(dear.json().path("title").asString()).isEqualTo("CreditsDepleted");
        far.town.credits(0);
        assertThat(far.app("/2/tweets?ids=1").status()).isEqualTo(402);
        far.town.credits(-1);
        assertThat(far.app("/2/tweets?ids=1").status()).isEqualTo(200);
    }

    @Test
    void aQueuedAnswerComesOnceAndHasNoEffect() {
        far.sandbox
                .faults()
                .add(Fault.once("POST", "/2/tweets", new Answer(503, "over capacity", Map.of("Retry-After", "7"))));

        var first = far.post("bluebirdbakes", "Try.");
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.text()).isEqualTo("over capacity");
        assertThat(first.header("Retry-After")).isEqualTo("7");
        assertThat(far.town.books().effects()).isEmpty();
        assertThat(far.post("bluebirdbakes", "Try.").status()).isEqualTo(201);
        assertThat(far.sandbox.faults().pending()).isEmpty();
    }

    @Test
    void aFaultCanWaitForOneAccountAndOneKindOfPath() {
        var fault = Fault.once("*", "/2/users/:id/retweets/**", new Answer(500, "", Map.of()));
        far.sandbox.faults().add(fault.forHandle("@HillStJoinery").times(2));
        var source = far.town.timeline("ledgerandleaf", far.now).stream()
                .filter(post -> post.kind() == Post.Kind.ORIGINAL)
                .findFirst()
                .orElseThrow()
                .idText();

        assertThat(far.repost("bluebirdbakes", source).status()).isEqualTo(200);
        assertThat(far.as("hillstjoinery", "GET", ME).status()).isEqualTo(200);
        assertThat(far.repost("hillstjoinery", source).status()).isEqualTo(500);
        assertThat(far.repost("hillstjoinery", source).status()).isEqualTo(500);
        assertThat(far.repost("hillstjoinery", source).status()).isEqualTo(200);
    }

    @Test
    void aDroppedReplyHasHadItsEffect() {
        far.sandbox.faults().add(Fault.once("POST", "/2/tweets", new DropReply()));

        assertThatThrownBy(() -> far.post("bluebirdbakes", "Heard, but not answered."))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(far.town.books().effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.text()).isEqualTo("Heard, but not answered."));
    }

    @Test
    void aDroppedConnectionHasHadNone() {
        far.sandbox.faults().add(Fault.once("POST", "/2/tweets", new DropConnection()));

        assertThatThrownBy(() -> far.post("bluebirdbakes", "Never heard.")).hasRootCauseInstanceOf(IOException.class);
        assertThat(far.town.books().effects()).isEmpty();
    }

    @Test
    void aDelayedAnswerComesInTheEnd() {
        far.sandbox.faults().add(Fault.once("POST", "/2/tweets", new Delay(Duration.ofMillis(150))));
        var before = System.nanoTime();

        assertThat(far.post("bluebirdbakes", "Slowly.").status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void chanceFaultsFollowTheirSeed() {
        var first = new FaultQueue();
        var second = new FaultQueue();
        var fault = Fault.once("GET", "/**", new DropReply()).sometimes(0.3, 11);
        first.add(fault);
        second.add(fault);
        var happened = 0;
        for (var i = 0; i < 1000; i++) {
            var one = first.next("GET", "/2/tweets", Optional.empty());
            assertThat(second.next("GET", "/2/tweets", Optional.empty())).isEqualTo(one);
            happened += one.isPresent() ? 1 : 0;
        }
        assertThat(happened).isBetween(250, 350);
    }

    @Test
    void anotherProcessReadsTheBooksAndOrdersTrouble() {
        far.post("bluebirdbakes", "For the books.");
        var accounts = far.control("GET", "/sandbox/accounts", Map.of()).json();
        assertThat(accounts.path(0).path("accessToken").asString())
                .isEqualTo(far.signer("bluebirdbakes").token());

        var books = far.control("GET", "/sandbox/books", Map.of()).json();
        assertThat(books.path("effects").path(0).path("kind").asString()).isEqualTo("POST");
        assertThat(books.path("effects").path(0).path("text").asString()).isEqualTo("For the books.");
        assertThat(books.path("billedMilliDollars").asLong()).isEqualTo(15);

        far.control("POST", "/sandbox/faults", Map.of("method", "GET", "path", ME, "status", 500, "body", "{}"));
        assertThat(far.as("bluebirdbakes", "GET", ME).status()).isEqualTo(500);
        far.control("POST", "/sandbox/revoke", Map.of("handle", "bluebirdbakes"));
        assertThat(far.as("bluebirdbakes", "GET", ME).status()).isEqualTo(401);
        far.control("POST", "/sandbox/restore", Map.of("handle", "bluebirdbakes"));
        far.control("POST", "/sandbox/credits", Map.of("milliDollars", 0));
        assertThat(far.as("bluebirdbakes", "GET", ME).status()).isEqualTo(402);
        assertThat(far.control("POST", "/sandbox/revoke", Map.of("handle", "nobody"))
                        .status())
                .isEqualTo(400);
        assertThat(far.control("POST", "/sandbox/faults", Map.of("action", "explode"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPortInUseIsNamed() {
        var port = far.sandbox.baseUrl().getPort();

        assertThatThrownBy(() -> Sandbox.start(port, far.town, () -> far.now, () -> far.real))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Port " + port + " on 127.0.0.1 is in use");
    }
}
