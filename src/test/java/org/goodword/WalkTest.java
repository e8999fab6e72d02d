package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.goodword.AtTheTerminal.Told;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.rehearsal.Residents;
import org.goodword.rounds.Calendar;
import org.goodword.rounds.House;
import org.goodword.sandbox.Sandbox;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * README's "With your own circle", walked from an empty folder to the first letter and out again: its settings and its
 * commands, in live mode, at a server that plays X's side. Only the days between are made short: the town's clock and the
 * program's are moved on together, and what {@code run} calls on its triggers is called in its stead.
 */
class WalkTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** A Wednesday, in time for its morning. */
    private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");

    private static final String WEEK = "2026-W48";

    private static final Pattern SETTINGS = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/oauth/authorize\\?\\S+");
    private static final Pattern PIN = Pattern.compile("<code>(\\d+)</code>");
    private static final Pattern YES = Pattern.compile("(?m)^Yes: +scripts/goodword approve (\\d+)$");
    private static final Pattern COMMAND =
            Pattern.compile("scripts/goodword (?:--home \\S+ )?([a-z][a-z-]*)(?: ([a-z][a-z-]*))?");

    private static final String SHEET = """
            Business,Twitter handle,Trade,Area,Opening hours,About,Consent since,Spoken-for,Introductions,Reposts
            Bluebird Bakes,@bluebirdbakes,bakery,Otley,daily 8:00-19:00,Cakes before Otley wakes.|One oven and two hands.|Yesterday's loaves go at half price.,2026-09-01,yes,approve,approve
            Plain Sums Accounts,@plainsums,bookkeeping,Otley,daily 8:00-19:00,I like a shoebox of receipts.|Ask me before January does.|Numbers in plain words.,2026-09-01,yes,approve,approve
            Larkfield Books,@larkfieldbooks,bookshop,Otley,daily 8:00-19:00,Two rooms and a stove.|We order what you half remember.|Quiet is free of charge.,2026-09-01,yes,approve,approve
            Garth Plumbing,@garthplumbing,plumber,Newall,daily 8:00-19:00,Boilers and burst pipes.|I say when I will be there.|The kettle is your part.,2026-09-01,yes,approve,approve
            Inkwell Print,@inkwellprint,printer,Market Place,daily 8:00-19:00,Cards and menus by Friday.|We still set type for weddings.|Proofs are read twice.,2026-09-01,yes,off,suggest
            Saltbox Fish,@saltboxfish,fishmonger,Bridge End,daily 8:00-19:00,Up at two for the coast.|Whole sea bass and free bones.|Ask what the weather left us.,2026-09-01,yes,approve,approve
            """;

    private final HttpClient browser = HttpClient.newHttpClient();
    private AtTheTerminal terminal = new AtTheTerminal(Path.of(""));
    private Sandbox sandbox = sandbox(() -> START);

    @BeforeEach
    void anEmptyFolder(@TempDir Path home) {
        sandbox.close();
        terminal = new AtTheTerminal(home);
        terminal.now = START;
        sandbox = sandbox(() -> terminal.now);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static Sandbox sandbox(InstantSource townClock) {
        var root = new AtTheTerminal(AtTheTerminal.CHECKOUT).root();
        var town = Town.of(
                7,
                START.minus(Residents.TOWN_OLDER).truncatedTo(ChronoUnit.DAYS),
                Residents.of(
                        root.enrolment(root.settings(AtTheTerminal.CHECKOUT)).roster()),
                Lift.MODEST);
        try {
            // signatures carry the real time
            return Sandbox.start(0, town, townClock, InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readme() {
        try {
            return Files.readString(AtTheTerminal.CHECKOUT.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Told works(String... words) {
        var told = terminal.type(words);
        assertThat(told.code()).describedAs(told.out() + told.err()).isZero();
        return told;
    }

    /** README's own block, with the sandbox in X's place. */
    private void writeTheSettings() {
        var block = SETTINGS.matcher(readme());
        assertThat(block.find()).isTrue();
        terminal.write("bot.properties", block.group(1) + "x.base-url = " + sandbox.baseUrl() + "\n");
        terminal.environment.put("GOODWORD_CONSUMER_KEY", sandbox.keys().consumerKey());
        terminal.environment.put("GOODWORD_CONSUMER_SECRET", sandbox.keys().consumerSecret());
    }

    private void signIn(String handle) {
        var told = terminal.answering(screen -> pin(screen, handle), "members", "sign-in", "@" + handle);
        assertThat(told.code()).describedAs(told.err()).isZero();
        assertThat(told.out()).contains("is signed in as @" + handle);
    }

    private String pin(String screen, String handle) {
        var address = ADDRESS.matcher(screen);
        assertThat(address.find()).describedAs(screen).isTrue();
        var page = ask(HttpRequest.newBuilder(URI.create(address.group()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("account=" + handle))
                .build());
        var pin = PIN.matcher(page);
        assertThat(pin.find()).describedAs(page).isTrue();
        return pin.group(1) + "\n";
    }

    private String ask(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode townsBooks() {
        var request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/books"));
        return JsonMapper.shared().readTree(ask(request.build()));
    }

    /** The doctor compares our clock with the server's, which is the real one. */
    private String checkedInRealTime() {
        var before = terminal.now;
        terminal.now = InstantSource.system().instant();
        var told = works("check").out();
        terminal.now = before;
        return told;
    }

    private void enrolEverybody() {
        writeTheSettings();
        terminal.write("members.csv", SHEET);
        assertThat(works(
                                "members",
                                "import",
                                terminal.home.resolve("members.csv").toString())
                        .out())
                .doesNotContain("Not taken")
                .contains("6 written to config/members.yaml")
                .endsWith("Look it over, then: scripts/goodword check\n");
        assertThat(checkedInRealTime()).contains("! sign-ins       nobody is signed in yet");
        List.of("otleytraders", "bluebirdbakes", "plainsums", "larkfieldbooks", "garthplumbing", "saltboxfish")
                .forEach(this::signIn);
        assertThat(checkedInRealTime())
                .contains("✓ sign-ins       6 of 6 work")
                .doesNotContain("✗", "! roster", "! consents", "! budget");
    }

    /** What the daemon does from its start to its first letter, and an organiser who passes on every yes. */
    private String untilTheFirstLetter(House house) {
        var lists = new StringBuilder();
        var letterAt = new Calendar(house.circle()).nextLetter(terminal.now);
        house.rounds().week().run(terminal.now);
        while (terminal.now.isBefore(letterAt)) {
            house.rounds().sample().run(terminal.now);
            house.rounds().morning().run(LONDON, terminal.now);
            lists.append(sayYes());
            var nextMorning = terminal.now
                    .atZone(LONDON)
                    .toLocalDate()
                    .plusDays(1)
                    .atTime(LocalTime.of(6, 30))
                    .atZone(LONDON)
                    .toInstant();
            sendUntil(nextMorning.isBefore(letterAt) ? nextMorning : letterAt, house);
        }
        house.rounds().letter().run(terminal.now);
        return lists.toString();
    }

    private String sayYes() {
        var list = works("approve").out();
        var words = new ArrayList<>(List.of("approve"));
        YES.matcher(list).results().map(MatchResult::group).forEach(line -> words.add(line.replaceAll("\\D+", "")));
        works(words.toArray(String[]::new));
        return list;
    }

    private void sendUntil(Instant end, House house) {
        var calendar = new Calendar(house.circle());
        while (terminal.now.isBefore(end)) {
            house.rounds().dispatch().run(terminal.now);
            var next = terminal.now.plus(Duration.ofMinutes(1));
            var due = calendar.nextDispatch(house.books()).orElse(end);
            terminal.now = due.isBefore(next) ? next : due.isBefore(end) ? due : end;
        }
    }

    private List<Booked> sent(House house) {
        return house.books().turns().ofWeek(WEEK).stream()
                .filter(turn -> turn.state() == State.SENT)
                .toList();
    }

    @Test
    void fromAnEmptyFolderToTheFirstLetterAndOutAgain() {
        enrolEverybody();
        assertThat(works("plan").out()).contains("of this week is dealt at once");
        assertThat(terminal.type("report").err()).contains("No week was dealt yet");

        var root = terminal.root();
        String lists;
        try (var living = root.living(root.settings(terminal.home))) {
            assertThat(living.firstLine()).isEqualTo("Live: " + sandbox.baseUrl() + ".");
            lists = untilTheFirstLetter(living.house());

            assertThat(sent(living.house()))
                    .as("the circle's account spoke, and a member who had said yes")
                    .anyMatch(turn -> turn.what().voice().name().equals("otleytraders"))
                    .anyMatch(turn -> !turn.what().voice().name().equals("otleytraders"));
            assertThat(townsBooks().path("effects").size())
                    .isEqualTo(sent(living.house()).size());
        }
        assertThat(lists).contains("A link for Inkwell Print", "https://x.com/intent/retweet?tweet_id=");

        assertThat(terminal.read("data/letters/" + WEEK + ".txt")).startsWith("Otley Traders · week 48");
        assertThat(terminal.home.resolve("data/letters/" + WEEK + ".html")).exists();
        assertThat(works("report").out())
                .contains("23 to 29 November 2026")
                .contains("Members spoken up for")
                .doesNotContain("Nobody was spoken up for");
        assertThat(works("members", "list").out()).contains("2026-11-29");
    }

    @Test
    void everythingStopsIsTakenBackAndIsPutBackByItsOneCommand() {
        enrolEverybody();
        var root = terminal.root();
        try (var living = root.living(root.settings(terminal.home))) {
            var house = living.house();
            untilTheFirstLetter(house);
            var copy = terminal.home.resolve("copy.db").toString();
            works("backup", copy);

            assertThat(works("pause", "all").out()).startsWith("Everything is stopped.");
            assertThat(works("undo", "--since", "7d", "--yes").out()).contains("Turn ");
            assertThat(sent(house)).isEmpty();
            assertThat(works("undo", "--since", "7d").out()).contains("Nothing went out");
        }
        assertThat(works("members", "leave", "@saltboxfish", "--yes").out()).startsWith("Saltbox Fish has left.");
        assertThat(works("restore", terminal.home.resolve("copy.db").toString()).out())
                .contains("Everything is stopped");
        assertThat(works("resume", "all").out()).contains("Everything goes on");
    }

    @Test
    void everyCommandThatReadmeNamesIsThere() {
        Set<String> named = new TreeSet<>();
        COMMAND.matcher(readme())
                .results()
                .map(found -> found.group(1).equals("members") ? "members " + found.group(2) : found.group(1))
                .forEach(named::add);

        assertThat(named)
                .contains("run", "members sign-in", "pause", "sandbox")
                .allSatisfy(command -> works((command + " --help").split(" ")));
    }
}
