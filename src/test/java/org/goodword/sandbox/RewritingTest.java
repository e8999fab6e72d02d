package org.goodword.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.platform.Outcome;
import org.goodword.platform.Outcome.Done;
import org.goodword.platform.Outcome.Unknown;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.platform.Wording;
import org.goodword.platform.x.SignIn;
import org.goodword.platform.x.SignIns;
import org.goodword.platform.x.XApp;
import org.goodword.platform.x.XClient;
import org.goodword.sandbox.FaultQueue.DropReply;
import org.goodword.sandbox.FaultQueue.Fault;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Town;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox gives back otherwise than it was given, and what our client makes of it. */
class RewritingTest {
    private static final String BAKERY = "bluebirdbakes";
    private static final String MENU =
            "Their menu is at https://dovecoteofotley.cafe/menu and dovecoteofotley.cafe & true.";
    private static final String LONG = "The oven has a long story. ".repeat(12) + "And we are hiring.";

    private Far far;

    @BeforeEach
    void open() throws IOException {
        far = new Far();
        // requests are signed by the real clock
        far.real = InstantSource.system().instant();
    }

    @AfterEach
    void close() {
        far.close();
    }

    private XClient client() {
        var keys = far.sandbox.keys();
        var app = new XApp(
                far.sandbox.baseUrl(),
                Secret.of(keys.consumerKey()),
                Secret.of(keys.consumerSecret()),
                Secret.of(keys.bearer()));
        SignIns signIns = new SignIns() {
            @Override
            public Optional<SignIn> of(Handle handle) {
                return far.sandbox.accounts().stream()
                        .filter(account -> account.handle().equals(handle.name()))
                        .findFirst()
                        .map(account ->
                                new SignIn.OAuth1(Secret.of(account.accessToken()), Secret.of(account.accessSecret())));
            }

            @Override
            public Optional<SignIn> renewed(Handle handle, SignIn lapsed) {
                return Optional.empty();
            }

            @Override
            public Optional<Handle> reader() {
                return Optional.empty();
            }
        };
        return new XClient(app, signIns, () -> far.real);
    }

    private Account bakery() {
        return new Account(Handle.of(BAKERY), far.id(BAKERY));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<T>) outcome).value();
    }

    private Post read(String id) {
        return Optional.ofNullable(
                        done(client().read(List.of(new PostId(id)))).found().get(new PostId(id)))
                .orElseThrow();
    }

    @Test
    void aLinkIsShownAsAnAddressOfXsOwnWithWhatItStandsFor() {
        var id = far.post(BAKERY, MENU).data().path("id").asString();

        var shown =
                far.app("/2/tweets?ids=" + id + "&tweet.fields=entities").data().path(0);

        assertThat(shown.path("text").asString())
                .matches("Their menu is at https://t\\.co/\\w{10} and https://t\\.co/\\w{10} &amp; true\\.");
        var first = shown.path("entities").path("urls").path(0);
        assertThat(shown.path("text")
                        .asString()
                        .substring(
                                first.path("start").asInt(), first.path("end").asInt()))
                .isEqualTo(first.path("url").asString());
        assertThat(first.path("expanded_url").asString()).isEqualTo("https://dovecoteofotley.cafe/menu");
        assertThat(first.path("display_url").asString()).isEqualTo("dovecoteofotley.cafe/menu");
        assertThat(far.app("/2/tweets?ids=" + id).data().path(0).has("entities"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë’s crème brûlée is worth the walk up Boroughgate.",
                MENU,
                "Fish & chips, <3 hours old, and worth the walk. "
            })
    void whatWasSaidIsFoundOnTheTimelineThoughItsAnswerWasLost(String text) {
        var sent = Normalizer.normalize(text, Normalizer.Form.NFD);
        far.sandbox.faults().add(Fault.once("POST", "/2/tweets", new DropReply()));

        assertThat(client().publish(bakery(), sent, false)).isInstanceOf(Unknown.class);

        assertThat(done(client().timeline(bakery(), far.now.minus(Duration.ofHours(1)))))
                .anyMatch(post -> Wording.same(sent, post.text()));
    }

    @Test
    void aLongPostIsCutAndItsNoteHoldsTheWhole() {
        var id = far.town.publish(BAKERY, LONG, false, far.now).idText();

        var bare = far.app("/2/tweets?ids=" + id).data().path(0);

        assertThat(bare.path("text").asString()).hasSizeBetween(270, 280).endsWith("…");
        assertThat(read(id).text()).isEqualTo(LONG);
        assertThat(read(id).whole()).isTrue();
    }

    @Test
    void anEditedPostStandsByANewNumberAndTheOldOneKeepsItsText() {
        var old = far.town
                .publish(BAKERY, "Lemon buns at half price.", false, far.now)
                .idText();
        far.now = far.now.plusSeconds(60);

        var edited = far.control("POST", "/sandbox/edit", Map.of("id", old, "text", "Lemon buns at full price."))
                .json()
                .path("id")
                .asString();

        assertThat(read(old).text()).isEqualTo("Lemon buns at half price.");
        assertThat(read(old).newest()).isEqualTo(new PostId(edited));
        assertThat(read(edited).versions()).containsExactly(new PostId(old), new PostId(edited));
        assertThat(done(client().postsSince(bakery(), Optional.empty(), far.now.minusSeconds(3600))))
                .extracting(post -> post.id().value())
                .contains(edited)
                .doesNotContain(old);
        assertThat(far.control("POST", "/sandbox/edit", Map.of("id", "5", "text", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anEditIsStillKnownWhenTheTownIsOpenedAgain(@TempDir Path folder) throws IOException {
        var journal = folder.resolve("town.jsonl");
        var first = Town.of(7, Far.FOUNDED, Far.residents(), Lift.MODEST, journal);
        var old = first.publish(BAKERY, "Lemon buns.", false, far.now);
        var edited = first.edit(old.id(), "No buns.", far.now.plusSeconds(1)).orElseThrow();

        var again = Town.of(7, Far.FOUNDED, Far.residents(), Lift.MODEST, journal);

        assertThat(again.versions(old.id(), far.now.plusSeconds(2))).containsExactly(old.id(), edited.id());
    }

    @Test
    void timesShownCanBeLeftOut() {
        var id = far.post(BAKERY, "Fresh rye.").data().path("id").asString();
        far.control("POST", "/sandbox/impressions", Map.of("told", false));

        assertThat(read(id).counts().shown()).isEmpty();
        assertThat(read(id).counts().likes()).isPresent();

        far.control("POST", "/sandbox/impressions", Map.of("told", true));
        assertThat(read(id).counts().shown()).isPresent();
    }
}
