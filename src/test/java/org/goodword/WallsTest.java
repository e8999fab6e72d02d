package org.goodword;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house: who may know whom, and which foreign thing lives where. A new package or arrow is a line here. */
class WallsTest {
    private static final String ROOT = "org.goodword";

    private static final Set<String> STAGES = Set.of(
            "settings", "platform", "roster", "rotation", "conduct", "outbox", "reach", "exchange", "report", "mail");

    /** What each package may know of ours. Sub-packages belong to the package they are in, unless they have a line of their own. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("settings", Set.of()),
            Map.entry("platform", Set.of("settings")),
            Map.entry("platform.x", Set.of("platform", "settings")),
            Map.entry("roster", Set.of("settings", "platform")),
            Map.entry("roster.file", Set.of("roster", "settings", "platform")),
            Map.entry("roster.sheet", Set.of("roster.file", "roster", "settings", "platform")),
            Map.entry("rotation", Set.of("roster", "platform")),
            Map.entry("rotation.line", Set.of("rotation", "roster", "platform")),
            Map.entry("rotation.week", Set.of("rotation.line", "rotation", "roster", "platform")),
            Map.entry(
                    "rotation.morning", Set.of("rotation.line", "rotation.matching", "rotation", "roster", "platform")),
            // numbers alone, so that solvers can be set beside it on the same boards
            Map.entry("rotation.matching", Set.of()),
            Map.entry("rotation.slots", Set.of("rotation", "roster", "platform")),
            Map.entry("conduct", Set.of("settings", "roster", "rotation", "platform")),
            Map.entry("outbox", Set.of("settings", "roster", "rotation", "conduct", "platform")),
            Map.entry("reach", Set.of("settings", "roster", "rotation", "platform")),
            Map.entry("exchange", Set.of("settings", "platform", "roster")),
            Map.entry(
                    "report",
                    Set.of("settings", "platform", "roster", "rotation", "conduct", "outbox", "reach", "exchange")),
            Map.entry("mail", Set.of("settings")),
            // of the ports the store implements some are the rounds', and the sign-ins X's
            Map.entry("store", and(STAGES, "platform.x", "rounds.books")),
            Map.entry("rounds.books", STAGES),
            Map.entry(
                    "rounds",
                    and(
                            STAGES,
                            "rounds.books",
                            "rotation.line",
                            "rotation.week",
                            "rotation.morning",
                            "rotation.slots")),
            Map.entry("daemon", Set.of("rounds", "settings")),
            Map.entry("rehearsal", and(STAGES, "rounds", "rounds.books", "sandbox")),
            Map.entry("web", and(STAGES, "rounds")),
            Map.entry("cli", and(STAGES, "roster.sheet", "rounds", "rounds.books", "daemon", "rehearsal", "sandbox")),
            // an emulator that shares our types would agree with our mistakes
            Map.entry("sandbox", Set.of()));

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage(ROOT + "..");

    private static JavaClasses house = new ClassFileImporter().importClasses();

    @BeforeAll
    static void walkThroughTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream().sorted();
    }

    /** The line of the table a class belongs to; empty for the root. */
    private static String room(JavaClass type) {
        var path =
                type.getPackageName().equals(ROOT) ? "" : type.getPackageName().substring(ROOT.length() + 1);
        return MAY_KNOW.containsKey(path) || !path.contains(".") ? path : path.substring(0, path.indexOf('.'));
    }

    private static DescribedPredicate<JavaClass> in(Set<String> rooms) {
        return describe("in " + new TreeSet<>(rooms), type -> rooms.contains(room(type)));
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }

    @Test
    void theWholeHouseWasSeen() {
        assertThat(house.size()).isGreaterThan(200);
    }

    @Test
    void everyPackageHasItsLineInTheTable() {
        var rooms = house.stream()
                .map(WallsTest::room)
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toSet());

        assertThat(MAY_KNOW.keySet()).containsAll(rooms);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyWhatTheTableNames(String room) {
        var known = MAY_KNOW.getOrDefault(room, Set.of());
        var allowed = and(known, room);

        hold(classes()
                .that(in(Set.of(room)))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(OURS).or(in(allowed))));
    }

    @Test
    void noPackageNeedsItself() {
        hold(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void nobodyButMainReadsTheWallClockRollsUnseededDiceOrSleeps() {
        hold(noClasses()
                .that(OURS.and(DescribedPredicate.not(in(Set.of("")))))
                .should()
                .accessTargetWhere(describe("the clock on the wall, loose dice or sleep", WallsTest::isLoose)));
    }

    private static boolean isLoose(JavaAccess<?> access) {
        var target = access.getTarget();
        return isClock(target)
                || isDice(target)
                || (owner(target, Thread.class) && target.getName().equals("sleep"));
    }

    /** What {@link Math} rounds as the machine does, another may round another way; then the same seed deals another week. */
    @Test
    void whatIsReckonedIsReckonedAlikeOnEveryMachine() {
        var rounded = Set.of(
                "exp", "expm1", "pow", "log", "log10", "log1p", "sin", "cos", "tan", "sinh", "cosh", "tanh", "cbrt",
                "hypot");

        hold(noClasses()
                .that(OURS)
                .should()
                .callMethodWhere(describe(
                        "it is rounded by the machine",
                        call -> owner(call.getTarget(), Math.class)
                                && rounded.contains(call.getTarget().getName()))));
    }

    private static boolean isClock(AccessTarget target) {
        var type = target.getOwner().getName();
        var name = target.getName();
        var takesAClock = target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        return (type.startsWith("java.time.") && name.equals("now") && !takesAClock)
                || ((owner(target, Clock.class) || owner(target, InstantSource.class))
                        && (name.startsWith("system") || name.startsWith("tick")))
                || (owner(target, System.class)
                        && List.of("currentTimeMillis", "nanoTime").contains(name))
                || (noArguments(target) && type.equals("java.util.Date"));
    }

    private static boolean isDice(AccessTarget target) {
        var type = target.getOwner().getName();
        return type.equals("java.util.concurrent.ThreadLocalRandom")
                || (owner(target, Math.class) && target.getName().equals("random"))
                || (type.equals("java.util.UUID") && target.getName().equals("randomUUID"))
                || (noArguments(target) && (owner(target, Random.class) || type.equals("java.util.SplittableRandom")));
    }

    private static boolean owner(AccessTarget target, Class<?> type) {
        return target.getOwner().isEquivalentTo(type);
    }

    /** {@code new Random()} and its like, which seed themselves. */
    private static boolean noArguments(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget made
                && made.getName().equals("<init>")
                && made.getRawParameterTypes().isEmpty();
    }

    @Test
    void theRuleAgainstTheWallClockWouldCatchOne() {
        var culprit = new ClassFileImporter().importClasses(Culprit.class);
        var caught = culprit.get(Culprit.class).getAccessesFromSelf().stream()
                .filter(WallsTest::isLoose)
                .map(access -> access.getTarget().getOwner().getSimpleName() + "."
                        + access.getTarget().getName())
                .collect(Collectors.toSet());

        assertThat(caught)
                .containsExactlyInAnyOrder(
                        "Instant.now",
                        "ZonedDateTime.now",
                        "SplittableRandom.<init>",
                        "LocalDate.now",
                        "Clock.systemUTC",
                        "InstantSource.system",
                        "System.currentTimeMillis",
                        "Random.<init>",
                        "Math.random",
                        "ThreadLocalRandom.current",
                        "Thread.sleep");
    }

    /** Does everything that only Main may do, and a few things that anyone may. */
    @SuppressWarnings({"unused", "JavaTimeDefaultTimeZone", "ThreadSleepMillis"})
    private static final class Culprit {
        List<Object> everything() throws InterruptedException {
            Thread.sleep(0);
            return List.of(
                    Instant.now(),
                    LocalDate.now(Clock.systemUTC().getZone()),
                    InstantSource.system(),
                    System.currentTimeMillis(),
                    new Random(),
                    (Supplier<Object>) ZonedDateTime::now,
                    (Supplier<Object>) SplittableRandom::new,
                    Math.random(),
                    ThreadLocalRandom.current(),
                    Instant.now(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
                    new Random(7),
                    InstantSource.fixed(Instant.EPOCH));
        }
    }

    static Stream<Arguments> foreignThings() {
        return Stream.of(
                foreign(
                        "SQL",
                        Set.of("store"),
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.sqlite..",
                        "org.flywaydb..",
                        "com.zaxxer.."),
                foreign("Twitter4J", Set.of("platform.x"), "twitter4j.."),
                foreign("Quartz", Set.of("daemon", "settings"), "org.quartz.."),
                foreign(
                        "an HTTP server",
                        Set.of("sandbox", "web"),
                        "com.sun.net.httpserver..",
                        "io.javalin..",
                        "org.eclipse.jetty.."),
                foreign("picocli", Set.of("cli", ""), "picocli.."),
                foreign("SMTP", Set.of("mail"), "jakarta.mail..", "javax.mail..", "org.simplejavamail.."),
                foreign("Commons Configuration", Set.of("settings"), "org.apache.commons.configuration2.."));
    }

    private static Arguments foreign(String name, Set<String> homes, String... packages) {
        return Arguments.of(name, homes, packages);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("foreignThings")
    void aForeignThingHasOneHome(String name, Set<String> homes, String[] packages) {
        hold(noClasses()
                .that(OURS.and(DescribedPredicate.not(in(homes))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages))
                .as(name + " lives in " + homes));
    }

    @Test
    void ofQuartzTheSettingsKnowTheCronExpressionAlone() {
        hold(classes()
                .that(in(Set.of("settings"))
                        .and(describe("not When", type -> !type.getFullName().equals(ROOT + ".settings.When"))))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("org.quartz.."))));
    }
}
