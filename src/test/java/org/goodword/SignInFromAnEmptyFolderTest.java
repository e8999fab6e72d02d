package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.goodword.AtTheTerminal.Told;
import org.goodword.platform.Account;
import org.goodword.platform.Handle;
import org.goodword.sandbox.Sandbox;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Resident;
import org.goodword.sandbox.town.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in for real: in live mode, over HTTP, at a server that plays X's side, from a folder with nothing in it. */
class SignInFromAnEmptyFolderTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/oauth/authorize\\?\\S+");
    private static final Pattern PIN = Pattern.compile("<code>(\\d+)</code>");

    private final HttpClient browser = HttpClient.newHttpClient();
    private volatile Duration townAhead = Duration.ZERO;
    private Town town = town();
    private Sandbox sandbox = sandbox(town, () -> Instant.EPOCH);
    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));

    @BeforeEach
    void anOrganiserStartsOut(@TempDir Path home) {
        sandbox.close();
        town = town();
        // signatures carry the real time, which the sandbox judges by its own
        sandbox = sandbox(town, () -> InstantSource.system().instant().plus(townAhead));
        terminal = new AtTheTerminal(home);
        terminal.write("bot.properties", """
                circle.name = Otley Traders
                circle.account = @otleytraders
                x.mode = live
                x.base-url = %s
                x.consumer-key = %s
                x.consumer-secret = %s
                """.formatted(
                sandbox.baseUrl(), sandbox.keys().consumerKey(), sandbox.keys().consumerSecret()));
        terminal.write("config/members.yaml", """
                members:
                  - handle: "@bluebirdbakes"
                    name: Bluebird Bakes
                    trade: bakery
                    area: Otley
                    consent: {since: 2026-08-01, spoken-for: true, introductions: approve, reposts: approve}
                  - handle: "@plainsums"
                    name: Plain Sums
                    trade: bookkeeping
                    area: Otley
                """);
        terminal.now = InstantSource.system().instant();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static Town town() {
        var zone = ZoneId.of("Europe/London");
        var residents = List.of(
                new Resident("bluebirdbakes", "Bluebird Bakes", "bakery", 900, 3, zone, List.of()),
                new Resident("plainsums", "Plain Sums", "bookkeeping", 300, 3, zone, List.of()),
                new Resident("otleytraders", "Otley Traders", "association", 600, 1, zone, List.of()));
        return Town.of(7, Instant.parse("2026-08-01T00:00:00Z"), residents, Lift.MODEST);
    }

    private static Sandbox sandbox(Town town, InstantSource townClock) {
        try {
            return Sandbox.start(0, town, townClock, InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the account's owner does in the browser once the address is on the screen, and what she types then. */
    private Told signIn(String handle, Function<URI, String> owner) {
        return terminal.answering(
                screen -> {
                    var address = ADDRESS.matcher(screen);
                    assertThat(address.find()).describedAs(screen).isTrue();
                    return owner.apply(URI.create(address.group()));
                },
                "members",
                "sign-in",
                handle);
    }

    private String press(URI address, String form) {
        try {
            return browser.send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pinOf(URI address, String account) {
        var page = press(address, "account=" + account);
        var pin = PIN.matcher(page);
        assertThat(pin.find()).describedAs(page).isTrue();
        return pin.group(1) + "\n";
    }

    @Test
    void aMemberSignsInAndTheDoctorFindsHerSignInGood() {
        var told = signIn("@bluebirdbakes", address -> pinOf(address, "bluebirdbakes"));

        assertThat(told.code()).describedAs(told.err()).isZero();
        assertThat(told.out())
                .contains("Bluebird Bakes is signed in as @bluebirdbakes (account " + town.idOf("bluebirdbakes"));
        var root = terminal.root();
        assertThat(root.signedIn(root.settings(terminal.home))).containsExactly(Handle.of("@bluebirdbakes"));
        var checked = terminal.type("check");
        assertThat(checked.code()).describedAs(checked.out()).isZero();
        assertThat(checked.out())
                .contains("! sign-ins       1 of 1 work")
                .contains("not signed in, though they may speak: @otleytraders")
                .contains("✓ clock");
        assertThat(terminal.type("members", "list", "--json")
                        .json()
                        .path("members")
                        .get(1)
                        .path("signedIn")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoSheIsIsKnownFromThenOnAndHowManyFollowHerIsNotInvented() {
        signIn("@bluebirdbakes", address -> pinOf(address, "bluebirdbakes"));

        var root = terminal.root();
        try (var house = root.open(root.settings(terminal.home))) {
            var registry = house.books().registry();
            assertThat(registry.account(Handle.of("@bluebirdbakes")))
                    .map(Account::id)
                    .contains(town.idOf("bluebirdbakes"));
            assertThat(registry.followers()).isEmpty();
        }
    }

    @Test
    void theTokensAreSealed() throws IOException {
        signIn("@bluebirdbakes", address -> pinOf(address, "bluebirdbakes"));
        var account = sandbox.accounts().stream()
                .filter(one -> one.handle().equals("bluebirdbakes"))
                .findFirst()
                .orElseThrow();

        for (var name : List.of("data/goodword.db", "data/goodword.db-wal")) {
            var file = terminal.home.resolve(name);
            if (Files.exists(file)) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(account.accessToken())
                        .doesNotContain(account.accessSecret());
            }
        }
    }

    @Test
    void theCircleSignsInTheSameWay() {
        var told = signIn("@otleytraders", address -> pinOf(address, "otleytraders"));

        assertThat(told.code()).describedAs(told.err()).isZero();
        assertThat(told.out()).contains("Otley Traders is signed in as @otleytraders");
    }

    @Test
    void aWrongPinIsOneLine() {
        var told = signIn("@bluebirdbakes", address -> {
            pinOf(address, "bluebirdbakes");
            return "1234567\n";
        });

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).isEqualTo("X did not accept that PIN: start again and copy it exactly.\n");
        var root = terminal.root();
        assertThat(root.signedIn(root.settings(terminal.home))).isEmpty();
    }

    @Test
    void aWrongAccountIsOneLine() {
        var told = signIn("@bluebirdbakes", address -> pinOf(address, "plainsums"));

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err())
                .startsWith("That signed in @plainsums, not @bluebirdbakes")
                .hasLineCount(1);
        var root = terminal.root();
        assertThat(root.signedIn(root.settings(terminal.home))).isEmpty();
    }

    @Test
    void aDeniedRequestIsOneLine() {
        var told = signIn("@bluebirdbakes", address -> {
            press(address, "deny=1");
            return "1234567\n";
        });

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).hasLineCount(1);
    }

    @Test
    void anExpiredRequestIsOneLine() {
        var told = signIn("@bluebirdbakes", address -> {
            var pin = pinOf(address, "bluebirdbakes");
            townAhead = Duration.ofMinutes(16);
            return pin;
        });

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).hasLineCount(1);
    }

    @Test
    void noPinIsOneLine() {
        var told = signIn("@bluebirdbakes", address -> "");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).startsWith("No PIN was given").hasLineCount(1);
    }

    @Test
    void aStrangerIsNotSentToX() {
        var told = terminal.type("members", "sign-in", "@bluebirdbaks");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err()).contains("did you mean \"@bluebirdbakes\"?");
    }

    @Test
    void keysThatXDoesNotKnowAreOneLine() {
        terminal.write(
                "bot.properties", terminal.read("bot.properties").replaceAll("consumer-key = .*", "consumer-key = no"));

        var told = terminal.type("members", "sign-in", "@bluebirdbakes");

        assertThat(told.code()).isEqualTo(1);
        assertThat(told.err())
                .isEqualTo("X does not accept the app's keys: check x.consumer-key and x.consumer-secret.\n");
    }

    @Test
    void aTokenThatWasTakenBackIsFoundByTheDoctor() {
        signIn("@bluebirdbakes", address -> pinOf(address, "bluebirdbakes"));
        town.revoke("bluebirdbakes");

        var checked = terminal.type("check");

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("✗ sign-ins").contains("@bluebirdbakes: ");
    }
}
