package org.goodword.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KNOWN = List.of("bakery", "about", "want", "kitchen-fitter", "off");

    @ParameterizedTest
    @CsvSource({
        "bakry, bakery",
        "Bakery, bakery",
        "abuot, about",
        "wnat, want",
        "kitchenfitter, kitchen-fitter",
        "kitchen fiter, kitchen-fitter"
    })
    void aSlipOfTheFingerIsUnderstood(String word, String meant) {
        assertThat(Spelling.nearest(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"barber", "on", "colour", "wont-do"})
    void anotherWordIsNotGuessedAt(String word) {
        assertThat(Spelling.nearest(word, KNOWN)).isEmpty();
    }

    @Test
    void withoutAGuessTheOtherAdviceStands() {
        assertThat(Spelling.suggest("barber", KNOWN, "see the list")).isEqualTo("see the list");
        assertThat(Spelling.suggest("bakry", KNOWN, "see the list")).isEqualTo("did you mean \"bakery\"?");
    }
}
