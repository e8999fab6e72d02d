package org.goodword.roster.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodword.roster.Trade;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The words of the example town, held to the rules that its members would be held to. It reads the files with a plain
 * parser and not with the roster's reader, so that neither can hide the other's mistakes.
 */
class ExampleTextsTest {

    /** Ten fewer than the platform allows, so that a longer circle's name still fits. */
    private static final int LONGEST = 270;

    private static final double NEAR_COPY = 0.5;

    private static final Set<String> INELIGIBLE =
            Set.of("alcohol", "gambling", "finance", "health", "weapons", "tobacco", "adult", "politics");

    private static final Pattern PLAIN_PROSE = Pattern.compile("[A-Za-z0-9 ,.:;'?£()&-]+");
    private static final Pattern POSTED_PROSE = Pattern.compile("[\\p{L}0-9 ,.:;'?£()&#-]+");
    private static final Pattern LOOKS_LIKE_A_DOMAIN = Pattern.compile("[\\p{L}0-9]\\.\\p{L}|www|http");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9']+");

    private static final Path CONFIG = Path.of("config");
    private static final Path RESOURCES = Path.of("src/main/resources/org/goodword");

    private final Map<String, Trade> trades = trades();
    private final Map<String, List<String>> areas = areas();
    private final List<Business> businesses = businesses();
    private final List<Word> enrolled =
            businesses.stream().flatMap(b -> b.words().stream()).toList();
    private final List<Word> later = entries(yaml(RESOURCES.resolve("rehearsal/new-good-words.yaml"))).stream()
            .map(entry -> new Word(text(entry, "by"), text(entry, "for"), text(entry, "text")))
            .toList();

    @Test
    void twentyFourBusinessesHaveAHandleAndAnAddressThatNobodyElseCanHave() {
        assertThat(businesses).extracting(Business::handle).hasSize(24).doesNotHaveDuplicates();
        assertThat(businesses).extracting(Business::name).doesNotHaveDuplicates();
        assertThat(businesses).extracting(Business::handle).allMatch(h -> h.matches("@[A-Za-z0-9_]{1,15}"));
        assertThat(businesses).extracting(Business::email).allMatch(e -> e.matches("[a-z-]+@[a-z]+\\.example"));
    }

    @Test
    void everyTradeAreaAndClassThatAMemberNamesIsKnown() {
        assertThat(trades).containsKeys(all(Business::trade));
        assertThat(areas).containsOnlyKeys(all(Business::area));
        var classes = map(at(yaml(CONFIG.resolve("exchange.yaml")), "classes")).keySet();
        assertThat(businesses).flatExtracting(Business::exchange).isSubsetOf(classes);
        assertThat(classes).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void everyMembersTradeMayBeRecommendedAndSomeTradesMayNot() {
        assertThat(businesses).noneMatch(b -> INELIGIBLE.contains(trade(b).industry()));
        assertThat(trades.values()).extracting(Trade::industry).containsAll(INELIGIBLE);
    }

    @Test
    void neighboursComplementsAndRivalsAreWrittenOnBothSides() {
        assertBothSides(areas);
        assertBothSides(trades.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, e -> e.getValue().complements())));
        assertBothSides(trades.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, e -> e.getValue().rivals())));
    }

    @Test
    void twoPairsShareATradeAndOneOfThemAreRivalsNextDoor() {
        assertThat(pairs((a, b) -> a.trade().equals(b.trade()))).hasSize(2);
        assertThat(pairs((a, b) -> a.trade().equals(b.trade()) && a.area().equals(b.area())))
                .hasSize(1);
    }

    @Test
    void theTownShowsEachWayOfAgreeing() {
        var consents = entries(at(yaml(CONFIG.resolve("members.yaml")), "members")).stream()
                .map(member -> map(at(member, "consent")))
                .toList();
        assertThat(consents).allMatch(consent -> Boolean.TRUE.equals(consent.get("spoken-for")));
        assertThat(consents).filteredOn(c -> "suggest".equals(c.get("reposts"))).hasSize(3);
        assertThat(consents).filteredOn(c -> "off".equals(c.get("reposts"))).hasSize(2);
        assertThat(consents)
                .filteredOn(c -> "off".equals(c.get("introductions")))
                .hasSize(2);
        assertThat(consents).filteredOn(c -> c.containsKey("until")).hasSize(1);
    }

    @Test
    void everyMemberHasWordsOfHerOwnAndSpeaksForFiveOthers() {
        assertThat(businesses).allSatisfy(b -> {
            assertThat(b.about()).as(b.name()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(b.words()).as(b.name()).extracting(Word::subject).hasSizeGreaterThanOrEqualTo(5);
            assertThat(b.words()).as(b.name()).extracting(Word::subject).doesNotHaveDuplicates();
        });
    }

    @Test
    void everyMemberIsSpokenForByAtLeastFourOthers() {
        assertThat(enrolled).hasSizeGreaterThanOrEqualTo(120);
        var heard = enrolled.stream().collect(groupingBy(Word::subject, counting()));
        assertThat(heard).containsOnlyKeys(all(Business::handle));
        assertThat(heard.values()).allMatch(count -> count >= 4);
    }

    @Test
    void aRehearsalsPeopleHaveSixtyMoreGoodWordsForOthersThanTheyHadSpokenFor() {
        assertThat(later).hasSizeGreaterThanOrEqualTo(60);
        assertThat(allGoodWords())
                .extracting(w -> w.voice() + " " + w.subject())
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodySpeaksForHerselfOrForARival() {
        assertThat(allGoodWords()).noneMatch(w -> w.voice().equals(w.subject()));
        assertThat(allGoodWords()).noneMatch(w -> rivals(business(w.voice()), business(w.subject())));
    }

    @Test
    void everyTextFitsTogetherWithItsDisclosure() {
        assertThat(allGoodWords())
                .allSatisfy(w -> assertThat(
                                business(w.subject()).name() + ", a fellow member of Otley Traders: " + w.text())
                        .hasSizeLessThanOrEqualTo(LONGEST));
        assertThat(businesses)
                .allSatisfy(b -> assertThat(b.about())
                        .allSatisfy(line -> assertThat("One of our members, " + b.name() + ": " + line)
                                .hasSizeLessThanOrEqualTo(LONGEST)));
    }

    @Test
    void noTextShoutsTagsMentionsOrLinks() {
        assertThat(allTexts()).allMatch(PLAIN_PROSE.asMatchPredicate());
        assertThat(allTexts()).noneMatch(LOOKS_LIKE_A_DOMAIN.asPredicate());
        assertThat(allTexts()).allMatch(text -> text.split(" ").length >= 8);
    }

    @Test
    void noTwoTextsAreNearCopies() {
        var texts = allTexts();
        var shingles = texts.stream().map(ExampleTextsTest::shingles).toList();
        var copies = IntStream.range(0, texts.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, i)
                        .filter(j -> likeness(shingles.get(i), shingles.get(j)) >= NEAR_COPY)
                        .mapToObj(j -> texts.get(i) + " / " + texts.get(j)))
                .toList();
        assertThat(copies).isEmpty();
    }

    @Test
    void aTextWithOneWordChangedWouldBeCalledANearCopy() {
        var once = shingles("They made our counter from one oak and had it in before the Saturday queue.");
        var again = shingles("They made our counter from one ash and had it in before the Saturday queue.");
        assertThat(likeness(once, again)).isGreaterThanOrEqualTo(NEAR_COPY);
    }

    @Test
    void everyBusinessHasEnoughToPostForASeason() {
        var lines = map(yaml(RESOURCES.resolve("sandbox/town-lines.yaml")));
        assertThat(lines.keySet().stream().map(handle -> "@" + handle))
                .containsExactlyInAnyOrder(all(Business::handle));
        assertThat(lines.values()).allSatisfy(of -> {
            assertThat(strings(of)).hasSizeGreaterThanOrEqualTo(55);
            assertThat(strings(of)).filteredOn(line -> line.contains("#")).hasSizeLessThanOrEqualTo(8);
        });
        var all = lines.values().stream().flatMap(of -> strings(of).stream()).toList();
        assertThat(all).doesNotHaveDuplicates().allMatch(line -> line.length() <= 200);
        assertThat(all).allMatch(POSTED_PROSE.asMatchPredicate()).noneMatch(LOOKS_LIKE_A_DOMAIN.asPredicate());
        assertThat(all).allMatch(line -> line.indexOf('#') == line.lastIndexOf('#'));
    }

    private record Business(
            String handle,
            String name,
            String trade,
            String area,
            String email,
            List<String> exchange,
            List<String> notWith,
            List<String> about,
            List<Word> words) {}

    private record Word(String voice, String subject, String text) {}

    private record Trade(String industry, List<String> complements, List<String> rivals) {}

    private List<Word> allGoodWords() {
        return Stream.concat(enrolled.stream(), later.stream()).toList();
    }

    private List<String> allTexts() {
        var about = businesses.stream().flatMap(b -> b.about().stream());
        return Stream.concat(about, allGoodWords().stream().map(Word::text)).toList();
    }

    private Business business(String handle) {
        return businesses.stream()
                .filter(b -> b.handle().equals(handle))
                .findFirst()
                .orElseThrow(() -> new AssertionError(handle + " is in a good word and not in the roster"));
    }

    private Trade trade(Business business) {
        return requireNonNull(trades.get(business.trade()), business.trade());
    }

    private boolean rivals(Business a, Business b) {
        return (a.trade().equals(b.trade()) && a.area().equals(b.area()))
                || trade(a).rivals().contains(b.trade())
                || a.notWith().contains(b.handle())
                || b.notWith().contains(a.handle());
    }

    private List<String> pairs(BiPredicate<Business, Business> alike) {
        return businesses.stream()
                .flatMap(a -> businesses.stream()
                        .filter(b -> a.handle().compareTo(b.handle()) < 0 && alike.test(a, b))
                        .map(b -> a.handle() + " " + b.handle()))
                .toList();
    }

    private String[] all(Function<Business, String> of) {
        return businesses.stream().map(of).distinct().toArray(String[]::new);
    }

    private static void assertBothSides(Map<String, List<String>> ties) {
        assertThat(ties)
                .allSatisfy((one, others) -> assertThat(others)
                        .as(one)
                        .doesNotContain(one)
                        .allSatisfy(
                                other -> assertThat(ties.get(other)).as(other).contains(one)));
    }

    private static Set<String> shingles(String text) {
        var words = NOT_A_WORD.split(text.toLowerCase(Locale.ROOT));
        var threes = new HashSet<String>();
        for (int i = 0; i + 3 <= words.length; i++) {
            threes.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return threes;
    }

    private static double likeness(Set<String> a, Set<String> b) {
        var both = new HashSet<>(a);
        both.retainAll(b);
        return (double) both.size() / (a.size() + b.size() - both.size());
    }

    private static Map<String, Trade> trades() {
        return map(at(yaml(CONFIG.resolve("trades.yaml")), "trades")).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        e -> new Trade(
                                text(e.getValue(), "industry"),
                                strings(at(e.getValue(), "complements")),
                                strings(at(e.getValue(), "rivals")))));
    }

    private static Map<String, List<String>> areas() {
        return map(at(yaml(CONFIG.resolve("areas.yaml")), "areas")).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, e -> strings(at(e.getValue(), "neighbours"))));
    }

    private static List<Business> businesses() {
        return entries(at(yaml(CONFIG.resolve("members.yaml")), "members")).stream()
                .map(ExampleTextsTest::business)
                .toList();
    }

    private static Business business(Object entry) {
        var handle = text(entry, "handle");
        var exchange = Stream.of("offers", "needs")
                .flatMap(key -> entries(at(entry, key)).stream())
                .map(word -> word instanceof Map ? text(word, "what") : (String) word)
                .toList();
        return new Business(
                handle,
                text(entry, "name"),
                text(entry, "trade"),
                text(entry, "area"),
                text(entry, "email"),
                exchange,
                map(entry).containsKey("not-with") ? strings(at(entry, "not-with")) : List.of(),
                strings(at(entry, "about")),
                entries(at(entry, "good-words")).stream()
                        .map(word -> new Word(handle, text(word, "for"), text(word, "text")))
                        .toList());
    }

    private static Object yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object at(Object mapping, String key) {
        return requireNonNull(map(mapping).get(key), key);
    }

    private static String text(Object mapping, String key) {
        return (String) at(mapping, key);
    }

    @SuppressWarnings("unchecked") // SnakeYAML's plain loader makes maps of whatever the file holds
    private static Map<String, Object> map(Object mapping) {
        return (Map<String, Object>) mapping;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> entries(Object sequence) {
        return (List<Object>) sequence;
    }

    private static List<String> strings(Object sequence) {
        return entries(sequence).stream().map(String.class::cast).toList();
    }
}
