package org.goodword.roster.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposedTest {
    @Test
    void theDisclosureStandsFirstAndTheWordsStayAsTheyAre() {
        assertThat(Composed.text(
                        "{subject}, a fellow member of {circle}:", "Ash & Ember", "Otley Traders", "He {subject}."))
                .isEqualTo("Ash & Ember, a fellow member of Otley Traders: He {subject}.");
    }

    @ParameterizedTest
    @CsvSource({
        "a, 280, 0",
        "a, 281, 1",
        "é, 280, 0",
        "—, 281, 1",
        "🍞, 140, 0",
        "🍞, 141, 2",
        "面, 141, 2",
        "'a.uk ', 12, 8"
    })
    void lettersWeighWhatTheyWeighOnX(String letter, int times, int over) {
        assertThat(Composed.tooLongBy(letter.repeat(times))).isEqualTo(over);
    }

    @Test
    void theQuickAnswerIsTheParsersAnswer() {
        var parts = List.of(
                "bread ",
                "a.co ",
                "éclair",
                "🍞",
                "面包",
                "https://crumb.example/long/way/to/go ",
                "— ",
                "e\u0301",
                ".",
                "@x ");
        var seed = 20261125L;
        var dice = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var text = new StringBuilder();
            for (var length = 20 + dice.nextInt(60); length > 0; length--) {
                text.append(parts.get(dice.nextInt(parts.size() - dice.nextInt(parts.size()))));
            }
            assertThat(Composed.tooLongBy(text.toString()))
                    .as("seed %d, round %d: %s", seed, i, text)
                    .isEqualTo(Math.max(0, Composed.length(text.toString()) - 280));
        }
    }
}
