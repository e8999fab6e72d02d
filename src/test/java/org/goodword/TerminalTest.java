package org.goodword;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.goodword.daemon.StoreLock;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.rehearsal.Progress;
import org.goodword.rehearsal.Rehearsal;
import org.goodword.report.LetterText;
import org.goodword.roster.Kind;
import org.goodword.rotation.Reason;
import org.goodword.rounds.House;
import org.goodword.rounds.NextMinuteLeft;
import org.goodword.rounds.WeekOf;
import org.goodword.rounds.books.Notices.Notice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The organiser's commands over the store that a rehearsal of two weeks left, each test on a copy of its own. */
class TerminalTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Instant SUNDAY = Instant.parse("2026-09-13T17:00:00Z");
    /** Where nobody answers, a morning is dealt with what was found half an hour before noon. */
    private static final Duration LOOKED_IN_VAIN = Duration.ofHours(5);

    private static final Instant MONDAY = Instant.parse("2026-09-14T05:30:00Z");
    private static final WeekOf LAST = WeekOf.parse("2026-W37");
    private static final WeekOf NEXT = WeekOf.parse("2026-W38");

    @TempDir
    static Path folder;

    private static Path played;

    @TempDir
    Path own;

    private Path home;
    private Instant now = SUNDAY;
    private ProgramRoot root;

    @BeforeAll
    static void playTwoWeeks() throws IOException, SQLException {
        played = folder.resolve("played");
        var root = root(played, InstantSource.system());
        furnish(root, played);
        var settings = root.settings(played);
        new Rehearsal(settings, root.enrolment(settings).roster(), root.rehearsals(), root.clock())
                .run(2, 3, Progress.NONE);
        forgetTheSignIns();
    }

    /** They were sealed with the rehearsal's own key, and its town is gone: nobody can send anything from here on. */
    private static void forgetTheSignIns() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + played.resolve("goodword.db"));
                var statement = connection.createStatement()) {
            statement.execute("delete from sign_in");
        }
    }

    private static ProgramRoot root(Path home, InstantSource clock) {
        return new ProgramRoot(Path.of("").toAbsolutePath(), home, Map.of(), clock, new SecureRandom());
    }

    private static void furnish(ProgramRoot root, Path home) throws IOException {
        Rehearsal.furnish(
                home,
                root.settings(root.checkout()),
                "store.url=jdbc:sqlite:goodword.db\nletter.folder=letters\nsecrets.key-file=goodword.key\nplan.seed=3\n");
    }

    @BeforeEach
    void copyTheHome() throws IOException {
        home = own.resolve("home");
        try (var files = Files.walk(played)) {
            for (var file : files.toList()) {
                Files.copy(file, home.resolve(played.relativize(file).toString()));
            }
        }
        root = root(home, () -> now);
    }

    private Typed typed(String... args) {
        return Typed.line(root, args);
    }

    private <R> R inTheBooks(Function<House, R> look) {
        try (var house = root.open(root.settings(home))) {
            return look.apply(house);
        }
    }

    private List<Booked> turns(WeekOf week) {
        return inTheBooks(house -> house.books().turns().ofWeek(week.name()));
    }

    private Booked turn(long number) {
        return inTheBooks(house -> house.books().turns().find(number).orElseThrow());
    }

    private void dealTheNextWeek() {
        inTheBooks(house -> {
            house.rounds().week().run(SUNDAY);
            return house;
        });
    }

    /**
     * Morning after morning until somebody is asked. Nobody answers at the platform's address, so there are no new posts; the
     * introductions are asked all the same.
     */
    private void dealUntilSomebodyIsAsked() {
        dealTheNextWeek();
        for (var day = 0; day < 7 && !isAnybodyAsked(); day++) {
            now = MONDAY.plus(Duration.ofDays(day)).plus(LOOKED_IN_VAIN);
            inTheBooks(house -> {
                house.rounds().morning().run(ZONE, now);
                return house;
            });
        }
    }

    private void dealMonday() {
        dealTheNextWeek();
        now = MONDAY.plus(LOOKED_IN_VAIN);
        inTheBooks(house -> {
            house.rounds().morning().run(ZONE, now);
            return house;
        });
    }

    private boolean isAnybodyAsked() {
        return inTheBooks(house -> house.books().turns().in(EnumSet.of(State.ASKED)).stream()
                .anyMatch(turn -> turn.what().kind() == Kind.INTRODUCTION));
    }

    private Booked one(State state, Kind kind) {
        return inTheBooks(house -> house.books().turns().in(EnumSet.of(state)).stream()
                .filter(turn -> turn.what().kind() == kind)
                .findFirst()
                .orElseThrow());
    }

    private static void assertFits(String text) {
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void withoutAStoreAFullComingWeekIsForeseen() throws IOException {
        var fresh = own.resolve("fresh");
        var there = root(fresh, () -> now);
        furnish(there, fresh);

        var plan = Typed.line(there, "plan");

        assertThat(plan.code()).isZero();
        assertThat(plan.out())
                .contains("is not dealt yet", "first in line: ", "introduces", "about $")
                .contains("Mon 14 September", "Tue 15", "Wed 16", "Thu 17", "Fri 18", "Sat 19", "Sun 20 September");
        assertThat(plan.out().lines().filter(line -> line.contains(" reposts"))).hasSize(7);
        assertFits(plan.out());
        assertThat(fresh.resolve("goodword.db")).doesNotExist();
    }

    @Test
    void aDealtWeekShowsEveryTurnAsItStands() {
        var plan = typed("plan", "--week", LAST.name());

        assertThat(plan.code()).isZero();
        assertFits(plan.out());
        assertThat(turns(LAST))
                .isNotEmpty()
                .allSatisfy(turn -> assertThat(plan.out())
                        .containsPattern(
                                "(?m)^ +" + turn.id() + " .*" + turn.state().words()));
        assertThat(plan.out()).doesNotContain("first in line");
    }

    @Test
    void whatIsForeseenIsWhatIsThenDealt() {
        var foreseen = typed("plan", "--week", NEXT.name(), "--json").out();
        dealTheNextWeek();
        var dealt = typed("plan", "--week", NEXT.name(), "--json").out();

        assertThat(foreseen).contains("\"dealt\":false").doesNotContain("\"turn\":");
        assertThat(dealt).contains("\"dealt\":true").contains("\"turn\":");
        assertThat(withoutNumbers(dealt)).isEqualTo(withoutNumbers(foreseen));
    }

    private static String withoutNumbers(String json) {
        return json.replaceAll("\"turn\":\\d+,", "")
                .replaceAll("\"dealt\":\\w+,", "")
                .replaceAll("\"reason\":\"[^\"]*\"", "");
    }

    @Test
    void whatIsExpectedIsNearWhatTheWeeksBrought() {
        dealTheNextWeek();
        var below =
                inTheBooks(house -> house.books().journal().plan(NEXT.name()).orElseThrow())
                        .expectedReposts()
                        .values()
                        .stream()
                        .mapToInt(count -> count)
                        .sum();
        var sent = turns(LAST).stream()
                .filter(turn -> turn.what().kind() == Kind.REPOST && turn.state() == State.SENT)
                .count();

        assertThat((double) sent).isBetween(below * 0.75, (below + 7) * 1.25);
    }

    @Test
    void whyTellsTheWholeStoryOfASentTurn() {
        var sent = turns(LAST).stream()
                .filter(turn -> turn.state() == State.SENT && turn.what().kind() == Kind.INTRODUCTION)
                .findFirst()
                .orElseThrow();
        var story = inTheBooks(house -> house.books().turns().story(sent.id()));

        var why = typed("plan", "--why", Long.toString(sent.id()));

        assertThat(why.code()).isZero();
        assertFits(why.out());
        assertThat(unwrapped(why.out()))
                .contains(unwrapped(sent.what().composed().orElseThrow()))
                .contains("Exactly this went out:", "Times shown")
                .doesNotContain("What the rules say now");
        assertThat(story).isNotEmpty().allSatisfy(step -> assertThat(why.out()).contains(step.reason()));
        assertThat(sent.turn().why()).isNotEmpty();
        assertThat(unwrapped(why.out())).contains(Reason.told(sent.turn().why()));
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\n  : ", " ").replaceAll("\\s+", " ");
    }

    @Test
    void whyOfAPlannedTurnAsksTheRulebook() {
        dealTheNextWeek();
        var planned = one(State.PLANNED, Kind.INTRODUCTION);
        assertThat(typed("plan", "--why", Long.toString(planned.id())).out())
                .contains("What the rules say now", "Nothing speaks against it.");

        typed("pause", "all");

        assertThat(typed("plan", "--why", Long.toString(planned.id())).out()).contains("(rule opt-out)");
    }

    @Test
    void whatTheOrganiserStrikesFallsAwayAndIsToldWithThePlan() {
        dealTheNextWeek();
        var planned = one(State.PLANNED, Kind.INTRODUCTION);
        now = SUNDAY.plusSeconds(60);

        var struck = typed("plan", "--strike", Long.toString(planned.id()));

        assertThat(struck.code()).isZero();
        assertThat(struck.out()).isEqualTo("Turn " + planned.id() + " is struck. Nothing goes out.\n");
        assertThat(turn(planned.id()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(typed("plan", "--strike", Long.toString(planned.id())).code())
                .isEqualTo(1);
        var plan = typed("plan");
        assertFits(plan.out());
        assertThat(unwrapped(plan.out()))
                .contains("Changed since the week was dealt", "fell away. Struck by the organiser.");
        assertThat(typed("plan", "--json").out()).contains("fell away. Struck by the organiser.");
    }

    @Test
    void theNextMorningDealsAnotherForWhoeverLostHers() {
        dealTheNextWeek();
        // not for each of them is there another text on a day that is left
        turns(NEXT).stream()
                .filter(turn -> turn.state() == State.PLANNED)
                .limit(6)
                .forEach(turn -> typed("plan", "--strike", Long.toString(turn.id())));
        var before = turns(NEXT);

        now = MONDAY.plus(LOOKED_IN_VAIN);
        inTheBooks(house -> {
            house.rounds().morning().run(ZONE, now);
            return house;
        });

        assertThat(turns(NEXT)).hasSizeGreaterThan(before.size());
        assertThat(unwrapped(typed("plan").out())).contains("was added. In place of what fell away for ");
    }

    @Test
    void whatIsPinnedIsSaidInItsStory() {
        dealTheNextWeek();
        var planned = Long.toString(one(State.PLANNED, Kind.INTRODUCTION).id());

        assertThat(typed("plan", "--pin", planned).out()).contains("stays when the week is dealt again");

        assertThat(typed("plan", "--why", planned).out()).contains("Pinned by the organiser");
        assertThat(typed("plan", "--pin", "99999").err()).contains("There is no turn 99999.");
    }

    @Test
    void anAskSaysWhyToTheVoiceItself() {
        dealUntilSomebodyIsAsked();
        var asked = one(State.ASKED, Kind.INTRODUCTION);

        var list = unwrapped(typed("approve").out());

        assertThat(list).contains("Why: " + Reason.toVoice(asked.turn().why()));
        assertThat(Reason.toVoice(asked.turn().why())).contains("you have not spoken for them before");
        assertThat(unwrapped(typed("plan", "--why", Long.toString(asked.id())).out()))
                .contains(Reason.told(asked.turn().why()))
                .contains("has not spoken for them before");
    }

    @Test
    void whatIfShowsTheNextWeeksBesideEachOtherAndChangesNothing() {
        var before = turns(NEXT);

        var told = typed("plan", "--what-if", "without the circle account");

        assertThat(told.code()).isZero();
        assertFits(told.out());
        assertThat(told.out())
                .contains("What if: without the circle account", "An estimate", " → ", "2026-W38", "2026-W41");
        assertThat(turns(NEXT)).isEqualTo(before);
        assertThat(typed("plan", "--what-if", "without the circle account").out())
                .isEqualTo(told.out());
        assertThat(typed("plan", "--what-if", "without the circle account", "--json")
                        .out())
                .startsWith(
                        "{\"supposed\":\"without the circle account\",\"estimate\":true,\"weeks\":[{\"week\":\"2026-W38\"");
    }

    @Test
    void aCapacityThatNoRuleLetsBeUsedIsSaidToBeNone() {
        var told = typed("plan", "--what-if", "capacity of @bluebirdbakes 5");

        assertThat(told.code()).isZero();
        assertThat(unwrapped(told.out()))
                .contains("The rules ask no voice more than 2 times a week", "Nothing would change in these weeks.");
    }

    @Test
    void whoPausesIsNotHeardAndHasNoDayInTheAnswer() {
        var told = typed("plan", "--what-if", "@bluebirdbakes pauses");

        assertThat(unwrapped(told.out())).contains("ot heard would be ", "Bluebird Bakes");
    }

    @Test
    void whatCannotBeSupposedIsAnsweredWithWhatCan() {
        var unread = typed("plan", "--what-if", "more cake");
        assertThat(unread.code()).isEqualTo(64);
        assertThat(unread.err()).contains("\"capacity of @handle 3\"", "not \"more cake\"");

        var stranger = typed("plan", "--what-if", "capacity of @bluebirdbake 5");
        assertThat(stranger.code()).isEqualTo(1);
        assertThat(stranger.err()).contains("is nobody in this circle", "@bluebirdbakes");
    }

    @Test
    void anUnknownTurnIsOneLine() {
        var why = typed("plan", "--why", "99999");

        assertThat(why.code()).isEqualTo(1);
        assertThat(why.out()).isEmpty();
        assertThat(why.err().lines()).containsExactly("There is no turn 99999 in the books.");
    }

    @Test
    void theOrganisersYesOpensTheWeeksMornings() {
        append("plan.approval=organiser\n");
        dealMonday();
        assertThat(turns(NEXT)).extracting(Booked::state).containsOnly(State.PLANNED);
        assertThat(typed("plan").out()).contains("It waits for your yes", "plan --week 2026-W38 --approve");

        assertThat(typed("plan", "--approve").out()).contains("has your yes");
        assertThat(typed("plan", "--approve").out()).contains("already");
        inTheBooks(house -> {
            house.rounds().morning().run(ZONE, now);
            return house;
        });

        assertThat(turns(NEXT)).anyMatch(turn -> turn.state() != State.PLANNED);
    }

    private void append(String properties) {
        try {
            Files.writeString(home.resolve("bot.properties"), properties, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWaitsIsListedWithItsExactText() {
        assertThat(typed("approve").out()).contains("Nothing waits for a yes.");
        dealUntilSomebodyIsAsked();
        var asked = one(State.ASKED, Kind.INTRODUCTION);

        var list = typed("approve");

        assertThat(list.code()).isZero();
        assertThat(unwrapped(list.out().replace("  | ", "")))
                .contains(unwrapped(asked.what().composed().orElseThrow()))
                .contains("scripts/goodword approve " + asked.id());
    }

    @Test
    void aLateAskNamesTheMinuteThatIsStillToCome() {
        dealUntilSomebodyIsAsked();
        var asked = one(State.ASKED, Kind.INTRODUCTION);
        now = asked.turn().slot().plus(Duration.ofMinutes(5));
        var left = inTheBooks(house -> new NextMinuteLeft(house.books(), house.circle()).slot(asked.turn(), now))
                .orElseThrow();
        var inWords =
                DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.UK).format(left.atZone(ZONE));
        var inThePlan = DateTimeFormatter.ofPattern("HH:mm", Locale.UK).format(left.atZone(ZONE));
        var number = Long.toString(asked.id());

        assertThat(unwrapped(typed("approve").out())).contains(" on " + inWords);
        assertThat(typed("plan", "--week", NEXT.name()).out())
                .containsPattern(" " + number + " +([A-Z][a-z]{2} )?" + inThePlan + " +waits for a yes");
        assertThat(unwrapped(typed("plan", "--why", number).out())).contains("A yes now sends it on " + inWords + ".");
        assertThat(unwrapped(typed("approve", number).out()))
                .contains("Its minute has passed; it goes out on " + inWords + " instead.");
        assertThat(turn(asked.id()).turn().slot()).isEqualTo(left);
    }

    @Test
    void anAskForWhichNoMinuteIsLeftAsksForNoYes() {
        dealUntilSomebodyIsAsked();
        var asked = one(State.ASKED, Kind.INTRODUCTION);
        now = asked.turn().window().until().minusSeconds(30);
        var number = Long.toString(asked.id());

        assertThat(unwrapped(typed("approve").out())).doesNotContain("approve " + number);
        assertThat(typed("plan", "--why", number).out()).contains("No good minute is left for a yes.");
    }

    @Test
    void anAnswerIsCountedOnce() {
        dealUntilSomebodyIsAsked();
        var asked = Long.toString(one(State.ASKED, Kind.INTRODUCTION).id());

        assertThat(typed("approve", asked).code()).isZero();
        assertThat(turn(Long.parseLong(asked)).state()).isEqualTo(State.READY);
        assertThat(typed("approve", asked).code()).isEqualTo(1);
        assertThat(typed("decline", asked).out()).contains("Noted. Nothing goes out.");
        assertThat(turn(Long.parseLong(asked)).state()).isEqualTo(State.DECLINED);
    }

    @Test
    void oneAnswerThatDoesNotCountIsSaidAndTheOthersCount() {
        dealUntilSomebodyIsAsked();
        var asked = one(State.ASKED, Kind.INTRODUCTION);

        var answer = typed("decline", "99999", Long.toString(asked.id()));

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("There is no turn 99999.");
        assertThat(turn(asked.id()).state()).isEqualTo(State.DECLINED);
    }

    @Test
    void whatIsPausedIsHeldAndNotRefused() {
        dealUntilSomebodyIsAsked();
        var ready = one(State.READY, Kind.INTRODUCTION);
        assertThat(typed("pause", "all").out()).contains("Everything is stopped", "held", "resume all");

        dispatch(ready.turn().slot());
        assertThat(turn(ready.id()).state()).isEqualTo(State.READY);
        assertThat(turn(ready.id()).reason()).isEqualTo("Everything is stopped: Stopped by the organiser.");

        dispatch(ready.turn().slot().plus(Duration.ofHours(4)));
        assertThat(turn(ready.id()).state()).isEqualTo(State.MISSED);
    }

    @Test
    void whatIsResumedInTimeIsTriedAgain() {
        dealUntilSomebodyIsAsked();
        var ready = one(State.READY, Kind.INTRODUCTION);
        typed("pause", "all");
        dispatch(ready.turn().slot());

        assertThat(typed("resume", "all").out()).contains("It was stopped: Stopped by the organiser.");
        dispatch(ready.turn().slot().plus(Duration.ofMinutes(5)));

        assertThat(openNotices()).extracting(Notice::topic).doesNotContain("everything");
        assertThat(turn(ready.id()).reason()).doesNotContain("stopped");
        assertThat(typed("resume", "all").out()).contains("Nothing was stopped.");
    }

    private List<Notice> openNotices() {
        return inTheBooks(house -> house.books().notices().open());
    }

    private void dispatch(Instant at) {
        now = at;
        inTheBooks(house -> house.rounds().dispatch().run(at));
    }

    @Test
    void aWeekDealtDuringAStopIsNoPoorerForIt() {
        var without = typed("plan", "--week", NEXT.name(), "--json").out();
        typed("pause", "all");

        assertThat(typed("plan", "--week", NEXT.name(), "--json").out()).isEqualTo(without);
    }

    @Test
    void theLetterIsPrintedFromTheBooks() {
        now = Instant.parse("2026-09-14T09:00:00Z");
        var expected =
                inTheBooks(house -> LetterText.render(house.rounds().letter().letter(LAST, now)));

        assertThat(typed("report", "--week", LAST.name()).out()).isEqualTo(expected);
        assertThat(typed("report").out()).contains("week 37");
        assertThat(typed("report", "--format", "html").out()).startsWithIgnoringCase("<!doctype html>");
        assertThat(typed("report", "--format", "csv").out()).startsWith("week,section,label");
    }

    @Test
    void theLetterIsWrittenWhereItIsSaid() throws IOException {
        now = MONDAY;
        Files.delete(home.resolve("letters/2026-W37.html"));

        var said = typed("report", "--write").out().strip();

        assertThat(Path.of(said))
                .isEqualTo(home.resolve("letters/2026-W37.html"))
                .isNotEmptyFile();
    }

    @Test
    void aWeekThatWasNotDealtHasNoLetter() {
        assertThat(typed("report", "--week", "2026-W20").code()).isEqualTo(1);
        assertThat(typed("report", "--week", "week 20").code()).isEqualTo(64);
        assertThat(typed("plan", "--week", "2026-W20").err()).contains("was never dealt");
    }

    private String copy() {
        return own.resolve("copy.db").toString();
    }

    @Test
    void aCopyThatIsPutBackIsTheStoreAsItWas() {
        dealUntilSomebodyIsAsked();
        var asked = one(State.ASKED, Kind.INTRODUCTION);
        assertThat(typed("backup", copy()).out()).contains("The store was copied", "goodword.key");
        typed("decline", Long.toString(asked.id()));

        var restored = typed("restore", copy());

        assertThat(restored.code()).isZero();
        assertThat(restored.out()).contains("Everything is stopped", "resume all");
        assertThat(turn(asked.id()).state()).isEqualTo(State.ASKED);
        assertThat(openNotices()).extracting(Notice::topic).contains("everything");
        assertThat(home.resolve("goodword.db.before-restore")).isNotEmptyFile();
        assertThat(home.resolve("goodword.db.new")).doesNotExist();
    }

    @Test
    void whatMayHaveGoneOutSinceTheCopyDoesNotGoOutAgain() {
        dealUntilSomebodyIsAsked();
        var ready = one(State.READY, Kind.INTRODUCTION);
        typed("backup", copy());
        now = ready.turn().slot().plus(Duration.ofMinutes(10));

        typed("restore", copy());

        assertThat(turn(ready.id()).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void aCopyThatIsNoneChangesNothing() throws IOException {
        var before = turns(LAST).size();
        Files.writeString(Path.of(copy()), "not a store at all, but long enough to be taken for one".repeat(40));

        assertThat(typed("backup", copy()).err()).contains("it is there already");
        assertThat(typed("restore", copy()))
                .satisfies(told -> assertThat(told.code()).isEqualTo(2))
                .satisfies(told -> assertThat(told.err()).startsWith(copy() + ": it is damaged"));
        assertThat(typed("restore", own.resolve("nowhere").toString()).code()).isEqualTo(1);
        assertThat(turns(LAST)).hasSize(before);
        assertThat(home.resolve("goodword.db.before-restore")).doesNotExist();
    }

    @Test
    void nothingIsPutUnderARunningDaemon() {
        typed("backup", copy());

        try (var daemon = StoreLock.take(home.resolve("goodword.db"))) {
            assertThat(daemon).isNotNull();
            assertThat(typed("restore", copy()).err()).contains("another goodword is running on this store");
        }
    }
}
