package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {
    @ParameterizedTest
    @CsvSource({"0,no", "1,one", "12,twelve", "19,nineteen", "20,twenty", "21,21", "-3,-3", "'12430','12,430'"})
    void aHeadingSaysNumbersInWordsUpToTwenty(long number, String words) {
        assertThat(Counted.words(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,no turns", "1,one turn", "9,nine turns", "10,10 turns", "1000,'1,000 turns'"})
    void runningTextSaysThemInWordsUpToNine(long number, String words) {
        assertThat(Counted.of(number, "turn", "turns")).isEqualTo(words);
    }

    @Test
    void thousandsAreSetApartWhateverTheMachinesLanguage() {
        assertThat(Counted.figures(1_234_567)).isEqualTo("1,234,567");
    }

    @ParameterizedTest
    @CsvSource({
        "0.30,30 % more",
        "-0.02,2 % less",
        "0,no difference",
        "0.004,less than 1 % more",
        "-0.004,less than 1 % less"
    })
    void aShareIsMoreOrLess(double share, String words) {
        assertThat(Counted.difference(share).replace('\u00a0', ' ')).isEqualTo(words);
    }

    @Test
    void aPercentSignDoesNotBreakOff() {
        assertThat(Counted.difference(0.3)).contains("30\u00a0%");
    }
}
