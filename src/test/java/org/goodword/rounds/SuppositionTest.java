package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.goodword.platform.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppositionTest {
    private static final Handle ANN = Handle.of("ann");

    @Test
    void eachExampleCanBeWritten() {
        var examples = Supposition.EXAMPLES.replace("@handle", "@ann").split("\"");

        assertThat(Supposition.parse(examples[1])).contains(new Supposition.Capacity(ANN, 3));
        assertThat(Supposition.parse(examples[3])).contains(new Supposition.Want(ANN, 3));
        assertThat(Supposition.parse(examples[5])).contains(new Supposition.Pauses(ANN));
        assertThat(Supposition.parse(examples[7])).contains(new Supposition.Leaves(ANN));
        assertThat(Supposition.parse(examples[9])).contains(new Supposition.WithoutCircle());
    }

    @Test
    void lettersSpacesAndTheAtSignMayBeAsTheyCome() {
        assertThat(Supposition.parse("  Capacity of  ann 0. ")).contains(new Supposition.Capacity(ANN, 0));
        assertThat(Supposition.parse("without circle")).contains(new Supposition.WithoutCircle());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "capacity of @ann",
                "capacity of @ann -1",
                "capacity @ann 3",
                "@ann",
                "@ann sings",
                "want of a-b 3"
            })
    void anythingElseIsNone(String text) {
        assertThat(Supposition.parse(text)).isEqualTo(Optional.empty());
    }
}
