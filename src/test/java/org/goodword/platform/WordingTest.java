package org.goodword.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final String BRULEE =
            "Zoë’s crème brûlée is worth the walk up Boroughgate, and she will tell you so herself.";

    @Test
    void lettersAreTheSameHoweverTheyAreComposed() {
        var apart = Normalizer.normalize(BRULEE, Normalizer.Form.NFD);

        assertThat(apart).isNotEqualTo(BRULEE);
        assertThat(Wording.same(apart, BRULEE)).isTrue();
        assertThat(Wording.composed(apart)).isEqualTo(BRULEE);
        assertThat(Wording.forms(BRULEE)).containsExactly(BRULEE, BRULEE, apart);
    }

    @ParameterizedTest
    @CsvSource({
        "'Fish & chips, <3 hours old.', 'Fish &amp; chips, &lt;3 hours old.'",
        "'Ask them. ', 'Ask them.'",
        "'Ask\u00a0them.', 'Ask them.'",
        "'See dovecote.example/menu now.', 'See http://dovecote.example/menu now.'",
        "'See https://Dovecote.example.', 'See https://dovecote.example/.'",
        "'See https://bäckerei.example/ it', 'See https://xn--bckerei-5wa.example it'",
        "'Menu: https://dovecote.example/menu, every line.', 'Menu: https://t.co/aB3dE5fG7h, every line.'"
    })
    void whatAPlatformRewritesIsKnownAgain(String sent, String givenBack) {
        assertThat(Wording.same(sent, givenBack)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'Ask them.', 'Ask them'",
        "'Ask them.', 'Do ask them.'",
        "'See https://dovecote.example/menu', 'See https://dovecote.example/lunch'",
        "'Ask them about oak.', 'Ask them about https://t.co/aB3dE5fG7h'"
    })
    void whatSomebodyChangedIsAnotherText(String sent, String found) {
        assertThat(Wording.same(sent, found)).isFalse();
    }
}
