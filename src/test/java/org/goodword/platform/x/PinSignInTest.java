package org.goodword.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goodword.platform.x.SignInsOf.BLUEBIRD;
import static org.goodword.platform.x.XClientTest.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.goodword.platform.x.PinSignIn.SignedIn;
import org.goodword.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinSignInTest {
    private static final String REQUEST_TOKEN =
            "oauth_token=request-token&oauth_token_secret=request-secret&oauth_callback_confirmed=true";
    private static final String ACCESS_TOKEN =
            "oauth_token=2001-new&oauth_token_secret=new-secret&user_id=2001&screen_name=BluebirdBakes";

    private final ScriptedX x = new ScriptedX();
    private final PinSignIn pinSignIn = new PinSignIn(app(x.baseUrl(), Secret.NONE));

    @AfterEach
    void close() {
        x.close();
    }

    private PinSignIn.Started started() throws SignInFailed {
        x.answers(200, REQUEST_TOKEN);
        return pinSignIn.start();
    }

    @Test
    void aPinSignsAnAccountIn() throws SignInFailed {
        var started = started();
        x.answers(200, ACCESS_TOKEN);

        var signedIn = started.finish(" 1234567\n", BLUEBIRD.handle());

        assertThat(started.address()).isEqualTo(URI.create(x.baseUrl() + "/oauth/authorize?oauth_token=request-token"));
        assertThat(signedIn)
                .isEqualTo(new SignedIn(BLUEBIRD, new SignIn.OAuth1(Secret.of("2001-new"), Secret.of("new-secret"))));
        assertThat(x.asked())
                .extracting(ScriptedX.Asked::target)
                .containsExactly("/oauth/request_token", "/oauth/access_token");
        assertThat(x.asked().get(0).body()).isEqualTo("oauth_callback=oob");
        assertThat(x.asked().get(1).body()).isEqualTo("oauth_verifier=1234567");
        assertThat(Signatures.parameters(x.asked().get(1))).containsEntry("oauth_token", "request-token");
    }

    @Test
    void somebodyElseIsNotSignedInByMistake() throws SignInFailed {
        var started = started();
        x.answers(200, ACCESS_TOKEN);

        assertThatThrownBy(() -> started.finish("1234567", SignInsOf.JOINERY.handle()))
                .isInstanceOf(SignInFailed.class)
                .hasMessageContaining("@BluebirdBakes, not @hillstjoinery");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | Error processing your OAuth request: Invalid oauth_verifier parameter | did not accept that PIN",
                "401 | '' | did not accept that PIN",
                "401 | Invalid request token. | denied, used or has expired",
                "401 | {\"errors\":[{\"code\":89,\"message\":\"Invalid or expired token.\"}]} | denied, used or has expired",
                "403 | '' | did not accept that PIN",
                "503 | '' | status 503",
            })
    void aPinThatFailsSaysWhy(int status, String body, String reason) throws SignInFailed {
        var started = started();
        x.answers(status, body);

        assertThatThrownBy(() -> started.finish("1234567", BLUEBIRD.handle()))
                .isInstanceOf(SignInFailed.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("request-secret");
    }

    @ParameterizedTest
    @CsvSource({"'',No PIN was given", "seven,digits only", "12 34 56,digits only"})
    void whatIsNoPinIsNotSentToX(String typed, String reason) throws SignInFailed {
        var started = started();

        assertThatThrownBy(() -> started.finish(typed, BLUEBIRD.handle()))
                .isInstanceOf(SignInFailed.class)
                .hasMessageContaining(reason);
        assertThat(x.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | '' | check x.consumer-key",
                "401 | {\"errors\":[{\"code\":32,\"message\":\"Could not authenticate you.\"}]} | check x.consumer-key",
                "403 | <html>no</html> | turn on user authentication",
                "500 | '' | status 500",
            })
    void aSignInThatCannotStartSaysWhy(int status, String body, String reason) {
        x.answers(status, body);

        assertThatThrownBy(pinSignIn::start).isInstanceOf(SignInFailed.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>hello</html>", "{}", "oauth_token=only-half", ""})
    void whatIsNotXIsNotTakenForIt(String body) {
        x.answers(200, body);

        assertThatThrownBy(pinSignIn::start).isInstanceOf(SignInFailed.class).hasMessageContaining("x.base-url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>hello</html>", "oauth_token=2001-new&oauth_token_secret=s&user_id=x&screen_name=y", ""})
    void anAccessTokenThatCannotBeReadSignsNobodyIn(String body) throws SignInFailed {
        var started = started();
        x.answers(200, body);

        assertThatThrownBy(() -> started.finish("1234567", BLUEBIRD.handle())).isInstanceOf(SignInFailed.class);
    }

    @Test
    void anXOutOfReachSaysSo() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var unreachable = new PinSignIn(app(URI.create("http://127.0.0.1:" + port), Secret.NONE));

        assertThatThrownBy(unreachable::start)
                .isInstanceOf(SignInFailed.class)
                .hasMessageContaining("was not reached at http://127.0.0.1:" + port);
    }

    @Test
    void anAppWithoutKeysSaysWhereToGetThem() {
        var keyless = new PinSignIn(new XApp(x.baseUrl(), Secret.NONE, Secret.NONE, Secret.NONE));

        assertThatThrownBy(keyless::start)
                .isInstanceOf(SignInFailed.class)
                .hasMessageContaining("x.consumer-key")
                .hasMessageContaining("developer portal");
    }
}
