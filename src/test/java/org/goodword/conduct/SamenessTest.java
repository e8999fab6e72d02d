package org.goodword.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goodword.conduct.Sameness.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamenessTest {
    private static final Instant NOW = Instant.parse("2026-09-15T11:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private static Facts.Said said(String words) {
        return new Facts.Said(1, words, NOW.minus(Duration.ofDays(3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oak from one tree. | OAK  from one tree",
                "It's a café       | its a cafe\u0301!",
                "Oak \u2013 and more      | oak and\tmore",
                "Straße            | STRASSE",
                "ﬁne oak           | fine oak",
                "Ｏａｋ               | oak",
                "oak\u200Bwood         | oakwood",
                "Oak 🎂 counters    | oak counters"
            })
    void otherClothesMakeNoOtherText(String one, String other) {
        assertThat(Sameness.normal(one)).isEqualTo(Sameness.normal(other));
        assertThat(new Sameness(List.of(said(one))).same(Text.of(other))).isPresent();
    }

    @Test
    void aTextWithoutWordsIsItself() {
        var guard = new Sameness(List.of(said("🎂🎂")));
        assertThat(guard.same(Text.of("🎂🎂"))).isPresent();
        assertThat(guard.same(Text.of("🌿"))).isEmpty();
    }

    @Test
    void likenessIsThePartOfRunsTheyShare() {
        assertThat(Sameness.likeness(Text.of("a b c d"), Text.of("a b c d"))).isEqualTo(1);
        assertThat(Sameness.likeness(Text.of("a b c d"), Text.of("a b c e"))).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(Sameness.likeness(Text.of("a b c d e"), Text.of("a b c d"))).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(Sameness.likeness(Text.of("a b"), Text.of("a b"))).isEqualTo(1);
        assertThat(Sameness.likeness(Text.of("a b"), Text.of("a b c"))).isZero();
    }

    @Test
    void theIndexFindsWhatComparingEachWithEachFinds() {
        for (var seed = 0L; seed < 200; seed++) {
            var dice = new SplittableRandom(seed);
            var texts = IntStream.range(0, 40)
                    .mapToObj(n -> text(dice))
                    .map(SamenessTest::said)
                    .toList();
            var guard = new Sameness(texts);
            var asked = Text.of(text(dice));
            var byHand = texts.stream().anyMatch(one -> Sameness.likeness(Text.of(one.words()), asked) >= 0.5);
            assertThat(guard.near(asked, 0.5, NOW, YEAR).isPresent())
                    .as("seed " + seed + ": " + asked)
                    .isEqualTo(byHand);
        }
    }

    private static String text(SplittableRandom dice) {
        return IntStream.range(0, 2 + dice.nextInt(5))
                .mapToObj(n -> "w" + dice.nextInt(2))
                .collect(Collectors.joining(" "));
    }

    @Test
    void theLikestOfThoseInTimeIsNamed() {
        var old = new Facts.Said(1, "one two three four five", NOW.minus(YEAR));
        var near = new Facts.Said(2, "one two three four five six", NOW.minus(Duration.ofDays(9)));
        var far = new Facts.Said(3, "one two three four nine ten", NOW.minus(Duration.ofDays(9)));
        assertThat(new Sameness(List.of(old, near, far)).near(Text.of("one two three four five"), 0.4, NOW, YEAR))
                .contains(near);
    }

    @Test
    void tenThousandTextsAreAskedTwoThousandTimes() {
        var dice = new SplittableRandom(7);
        var texts = new ArrayList<Facts.Said>();
        IntStream.range(0, 10_000).forEach(n -> texts.add(said(longText(dice))));
        var guard = new Sameness(texts);
        var found = IntStream.range(0, 2_000)
                .filter(n -> guard.near(Text.of(longText(dice)), 0.5, NOW, YEAR).isPresent())
                .count();
        assertThat(found).isZero();
        assertThat(guard.near(Text.of(texts.get(17).words() + " again"), 0.5, NOW, YEAR))
                .contains(texts.get(17));
    }

    private static String longText(SplittableRandom dice) {
        return IntStream.range(0, 30).mapToObj(n -> "w" + dice.nextInt(300)).collect(Collectors.joining(" "));
    }
}
