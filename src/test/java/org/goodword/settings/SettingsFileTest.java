package org.goodword.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    private Path home;
    private Path checkout;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        checkout = Files.createDirectory(folder.resolve("checkout"));
    }

    @Test
    void withoutAFileTheDefaultsStand() {
        var settings = SettingsFile.read(home, checkout, Map.of());

        assertThat(settings.circle())
                .isEqualTo(
                        new Settings.Circle("Otley Traders", ZoneId.of("Europe/London"), Optional.of("@otleytraders")));
        assertThat(settings.store().url()).isEqualTo("jdbc:sqlite:" + home.resolve("data/goodword.db"));
        assertThat(settings.store().keyFile()).isEqualTo(home.resolve("data/goodword.key"));
        assertThat(settings.x().mode()).isEqualTo(Settings.Mode.SANDBOX);
        assertThat(settings.x().baseUrl()).isEqualTo(URI.create("http://127.0.0.1:0"));
        assertThat(settings.plan())
                .isEqualTo(new Settings.Plan(
                        When.parse("sunday 18:00"),
                        When.parse("06:30"),
                        Settings.Approval.NONE,
                        1,
                        java.util.Set.of(),
                        Duration.ofSeconds(60)));
        assertThat(settings.letters())
                .isEqualTo(new Settings.Letters(When.parse("monday 08:00"), home.resolve("data/letters")));
        assertThat(settings.budget()).isEqualTo(new Settings.Ceilings(new Usd(5_000), new Usd(20_000)));
        assertThat(settings.conduct())
                .isEqualTo(new Settings.Conduct(
                        Map.of(),
                        "{subject}, a fellow member of {circle}:",
                        "One of our members, {subject}:",
                        false,
                        false,
                        false));
    }

    @Test
    void withoutAFileTheCheckoutLendsItsTownAndAHomeWithSettingsHasItsOwn() throws IOException {
        assertThat(SettingsFile.read(home, checkout, Map.of()).files())
                .isEqualTo(new Settings.Files(
                        checkout.resolve("config/members.yaml"),
                        checkout.resolve("config/trades.yaml"),
                        checkout.resolve("config/areas.yaml"),
                        checkout.resolve("config/exchange.yaml"),
                        checkout.resolve("config/rules")));

        write("circle.name = Ours");
        Files.createDirectories(home.resolve("config/rules"));
        Files.writeString(home.resolve("config/trades.yaml"), "trades:\n");
        Files.writeString(home.resolve("config/rules/x.yaml"), "rules:\n");

        assertThat(SettingsFile.read(home, checkout, Map.of()).files())
                .isEqualTo(new Settings.Files(
                        home.resolve("config/members.yaml"),
                        home.resolve("config/trades.yaml"),
                        checkout.resolve("config/areas.yaml"),
                        checkout.resolve("config/exchange.yaml"),
                        home.resolve("config/rules")));
    }

    @Test
    void theExampleNamesEveryKeyWithItsDefaultAndNothingElse() throws IOException {
        var example = Files.readString(Path.of("bot.properties.example"));
        var commentedOut = example.lines()
                .filter(line -> line.matches("#[a-z].*"))
                .map(line -> line.substring(1))
                .toList();

        assertThat(example.lines().filter(line -> !line.isEmpty())).allMatch(line -> line.startsWith("#"));
        assertThat(commentedOut)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Key.values())
                        .map(key -> (key.key() + " = " + key.byDefault()).strip())
                        .toList());
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/members.yaml"), "members:\n");
        var byDefault = SettingsFile.read(home, checkout, Map.of());
        write(String.join("\n", commentedOut));
        assertThat(SettingsFile.read(home, checkout, Map.of())).isEqualTo(byDefault);
    }

    @Test
    void everythingCanBeSaid() {
        write("""
                circle.name = Traders of Nether Wallop
                circle.time-zone = Europe/Dublin
                circle.account =
                roster.file = ours/members.yaml
                store.url = jdbc:sqlite:ours/our.db
                x.mode = live
                x.base-url = http://127.0.0.1:9090/
                x.consumer-key = key
                x.consumer-secret = ${env:SECRET}
                plan.at = 0 0 17 ? * SAT
                plan.approval = organiser
                plan.seed = -7
                plan.quiet-days = 2026-12-25, 2026-12-26
                dispatch.every = 2 min
                budget.weekly-usd = 0.5
                conduct.pace.turns-a-week = 2
                conduct.fresh.hours = 48
                conduct.disclosure.circle = From {circle}, about {subject}:
                conduct.links = yes
                """);

        var settings = SettingsFile.read(home, checkout, Map.of("SECRET", "s3cret"));

        assertThat(settings.circle())
                .isEqualTo(
                        new Settings.Circle("Traders of Nether Wallop", ZoneId.of("Europe/Dublin"), Optional.empty()));
        assertThat(settings.files().roster()).isEqualTo(home.resolve("ours/members.yaml"));
        assertThat(settings.store().url()).isEqualTo("jdbc:sqlite:" + home.resolve("ours/our.db"));
        assertThat(settings.x().baseUrl()).isEqualTo(URI.create("http://127.0.0.1:9090"));
        assertThat(settings.x().consumerSecret().reveal()).isEqualTo("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
        assertThat(settings.plan().week()).isEqualTo(When.parse("sat 17:00"));
        assertThat(settings.plan().approval()).isEqualTo(Settings.Approval.ORGANISER);
        assertThat(settings.plan().seed()).isEqualTo(-7);
        assertThat(settings.plan().quietDays())
                .containsExactlyInAnyOrder(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));
        assertThat(settings.plan().dispatchEvery()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.budget().weekly()).isEqualTo(new Usd(500));
        assertThat(settings.conduct().numbers()).isEqualTo(Map.of("pace.turns-a-week", "2", "fresh.hours", "48"));
        assertThat(settings.conduct().links()).isTrue();
    }

    @Test
    void liveHasXsAddressByDefault() {
        write("""
                x.mode = live
                circle.name = Ours
                circle.account = @ours
                x.consumer-key = key
                x.consumer-secret = secret
                """);

        assertThat(SettingsFile.read(home, checkout, Map.of()).x().baseUrl())
                .isEqualTo(URI.create("https://api.x.com"));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() {
        write("""
                # ours
                circle.nmae = Ours
                circle.time-zone = Europe/Lundon
                circle.account = @@ours
                roster.file =
                store.url = jdbc:postgresql://localhost/goodword
                x.mode = sandboxed
                x.bearer = ${env:BEARER}
                plan.at = funday 18:00
                deal.at = 0 0 9 31 2 ?
                plan.approval = maybe
                plan.seed = one
                plan.quiet-days = christmas
                dispatch.every = 1 h
                letter.at = 8
                budget.weekly-usd = $5
                budget.monthly-usd = 1e999999999
                conduct.disclosure.member = A friend:
                conduct.disclosure.circle = {subject} of {town}:
                conduct.links = perhaps
                mail.host = localhost
                plan.seed = 2
                circle.name = ${file:UTF-8:/etc/hostname}
                include = other.properties
                conduct.pace.turns-a-week =
                conduct.disclosure.mebmer = {subject}:
                secrets.key-file = \\
                  ${env:NO_SUCH}
                """);

        assertThat(faults())
                .containsExactly(
                        "bot.properties:2: \"circle.nmae\" is not a known key; did you mean \"circle.name\"?",
                        "bot.properties:3: \"Europe/Lundon\" is no time zone; write a time zone such as Europe/London",
                        "bot.properties:4: \"@@ours\": a handle is one @ and up to 15 letters, digits or _; write it as @otleytraders, or nothing after the =",
                        "bot.properties:5: \"roster.file\" has no value; write a path such as config/members.yaml",
                        "bot.properties:6: \"jdbc:postgresql://localhost/goodword\" is no store that can be kept: it is jdbc:sqlite: and a path; write jdbc:sqlite:data/goodword.db",
                        "bot.properties:7: \"sandboxed\" is not one of the words for this; write sandbox or live",
                        "bot.properties:8: the environment variable BEARER is not set; set it, or write the value here",
                        "bot.properties:9: \"funday\" is no day of the week; write 06:30, or sunday 18:00, or a Quartz cron expression such as 0 0 18 ? * SUN",
                        "bot.properties:10: \"0 0 9 31 2 ?\" names a date that never comes; write 06:30, or sunday 18:00, or a Quartz cron expression such as 0 0 18 ? * SUN",
                        "bot.properties:11: \"maybe\" is not one of the words for this; write none or organiser",
                        "bot.properties:12: \"one\" is no whole number; write a whole number",
                        "bot.properties:13: \"christmas\" is no list of dates; write dates such as 2026-12-25, 2026-12-26",
                        "bot.properties:14: \"1 h\" is no length of time that works here; write 60 s; at least 1 s, at most 10 min",
                        "bot.properties:15: \"8\" is no time of day; write monday 08:00, or a Quartz cron expression",
                        "bot.properties:16: \"$5\" is no amount of money; write US dollars as a plain number such as 5.00",
                        "bot.properties:17: \"1e999999999\" is no amount of money; write US dollars as a plain number such as 5.00",
                        "bot.properties:18: \"A friend:\" does not say whom it is about, or has a blank that nothing fills; write it with {subject}, and {circle} if you like",
                        "bot.properties:19: \"{subject} of {town}:\" does not say whom it is about, or has a blank that nothing fills; write it with {subject}, and {circle} if you like",
                        "bot.properties:20: \"perhaps\" is neither yes nor no; write true or false",
                        "bot.properties:21: \"mail.host\" is not a known key; bot.properties.example lists them all",
                        "bot.properties:22: \"plan.seed\" stands here a second time (first in line 12); keep one of the two",
                        "bot.properties:23: ${file:UTF-8:/etc/hostname} cannot be filled in; write ${env:NAME} for a variable of the environment",
                        "bot.properties:24: \"include\" is not a known key; bot.properties.example lists them all",
                        "bot.properties:25: \"conduct.pace.turns-a-week\" has no value; write a number, or take the line out",
                        "bot.properties:26: \"conduct.disclosure.mebmer\" is not a known key; did you mean \"conduct.disclosure.member\"?",
                        "bot.properties:27: the environment variable NO_SUCH is not set; set it, or write the value here");
    }

    @Test
    void liveWithoutKeysNamesEachMissingKeyAndWhereToGetIt() {
        write("x.mode = live\nx.base-url = http://api.x.example\n");

        assertThat(faults())
                .containsExactly(
                        "bot.properties:1: x.mode is live, and x.consumer-key is missing; copy it from your app's \"Keys and tokens\" page in X's developer console",
                        "bot.properties:1: x.mode is live, and x.consumer-secret is missing; copy it from your app's \"Keys and tokens\" page in X's developer console",
                        "bot.properties:1: x.mode is live, and circle.name is missing; write your circle's own; the default belongs to the example town",
                        "bot.properties:1: x.mode is live, and circle.account is missing; write your circle's own; the default belongs to the example town",
                        "bot.properties:2: \"http://api.x.example\" is no address for X's API; leave it out, or write https:// and a host; http:// only with 127.0.0.1");
    }

    @Test
    void anAddressThatIsNoneIsQuotedAsItStands() {
        write("x.base-url = https://api x.com/\n");

        assertThat(faults())
                .containsExactly("bot.properties:1: \"https://api x.com/\" is no address for X's API;"
                        + " leave it out, or write https:// and a host; http:// only with 127.0.0.1");
    }

    @Test
    void theSandboxNeverLeavesThisMachine() {
        write("x.base-url = https://api.x.com\n");

        assertThat(faults())
                .containsExactly("bot.properties:1: \"https://api.x.com\" is not this machine, and x.mode is sandbox;"
                        + " leave it out, or write https:// and a host; http:// only with 127.0.0.1");
    }

    @Test
    void anEmptyVariableIsNotSet() {
        write("x.bearer = ${env:BEARER}\n");

        var faulty = catchThrowableOfType(Faulty.class, () -> SettingsFile.read(home, checkout, Map.of("BEARER", " ")));

        assertThat(faulty).hasMessageContaining("BEARER is not set");
    }

    private void write(String text) {
        try {
            Files.writeString(home.resolve("bot.properties"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> faults() {
        var faulty = catchThrowableOfType(Faulty.class, () -> SettingsFile.read(home, checkout, Map.of()));
        return faulty.faults().stream().map(Fault::toString).collect(Collectors.toList());
    }
}
