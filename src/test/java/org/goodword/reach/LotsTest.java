package org.goodword.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goodword.platform.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LotsTest {
    private static final Handle ANN = Handle.of("annbakes");
    private static final int BLOCKS = 25;

    static Stream<Handle> authors() {
        return IntStream.range(0, 40).mapToObj(number -> Handle.of("author" + number));
    }

    private static Lots lots(String key) {
        return new Lots(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Which of the author's first 125 candidates are left alone. */
    private static List<Integer> leftAlone(Lots lots, Handle author) {
        return IntStream.range(0, BLOCKS * Lots.BLOCK)
                .filter(nth -> lots.holds(author, nth))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("authors")
    void ofEachFiveExactlyOneIsLeftAlone(Handle author) {
        var blocks = leftAlone(lots("a key"), author).stream().map(nth -> nth / Lots.BLOCK);

        assertThat(blocks)
                .containsExactlyElementsOf(IntStream.range(0, BLOCKS).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("authors")
    void neverTwoRunning(Handle author) {
        var alone = leftAlone(lots("a key"), author);

        assertThat(IntStream.range(1, alone.size())).allMatch(at -> alone.get(at) - alone.get(at - 1) > 1);
    }

    @Test
    void theSameKeyDrawsTheSameLots() {
        assertThat(leftAlone(lots("a key"), ANN)).isEqualTo(leftAlone(lots("a key"), ANN));
    }

    @Test
    void anotherKeyOrAuthorDrawsOthers() {
        var ours = leftAlone(lots("a key"), ANN);

        assertThat(leftAlone(lots("another key"), ANN)).isNotEqualTo(ours);
        assertThat(leftAlone(lots("a key"), Handle.of("benjoinery"))).isNotEqualTo(ours);
    }

    @Test
    void everyPlaceHasItsChance() {
        var lots = lots("a key");
        var places = authors()
                .flatMap(author -> leftAlone(lots, author).stream())
                .mapToInt(nth -> nth % Lots.BLOCK)
                .boxed()
                .toList();

        // 1,000 blocks: with p the share of fifths, p = (1 - p)/5 + p/4, so p = 4/19 and a first comes with (1 - p)/5 =
        // 3/19
        assertThat(places.stream().filter(place -> place == 0).count() / 1000.0).isBetween(0.12, 0.19);
        assertThat(places.stream().filter(place -> place == 4).count() / 1000.0).isBetween(0.18, 0.25);
    }
}
