package org.goodword.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.goodword.platform.Hold;
import org.goodword.platform.Outcome.Contact;
import org.goodword.platform.Platform;
import org.goodword.rounds.books.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes everything wait is told once, with what to do, and is over by itself. */
class StandstillTest {
    private static final Instant NOW = Village.MONDAY;

    private final Platform platform = mock(Platform.class);
    private Village village;
    private Standstill standstill;

    @BeforeEach
    void open(@TempDir Path home) {
        village = new Village(home);
        standstill = standstill();
    }

    private Standstill standstill() {
        return new Standstill(village.books.notices(), platform, Village.LONDON);
    }

    @AfterEach
    void close() {
        village.close();
    }

    private void held(Contact contact, String reason) {
        when(platform.held())
                .thenReturn(Optional.of(new Hold(contact.name(), contact, reason, NOW, NOW.plusSeconds(300))));
    }

    private List<Notices.Notice> open() {
        return village.books.notices().open();
    }

    @Test
    void aWrongClockIsToldOnceWithItsCureAndIsOverWhenItIsRight() {
        held(Contact.CLOCK, "this machine's clock is 11 minutes ahead of X's, so X takes no signature of ours");

        standstill.run(NOW);
        standstill.run(NOW.plusSeconds(60));

        assertThat(open()).singleElement().satisfies(notice -> {
            assertThat(notice.what())
                    .startsWith("This machine's clock is 11 minutes ahead of X's")
                    .contains("Since Monday 31 August, 06:30 everything waits", "goes on by itself");
            assertThat(notice.action()).contains("Set this machine's clock");
        });
        when(platform.held()).thenReturn(Optional.empty());
        standstill.run(NOW.plusSeconds(120));
        assertThat(open()).isEmpty();
    }

    @Test
    void aRestAfterTwoTooManyIsToldWithItsEnd() {
        var until = NOW.plus(Duration.ofDays(1));
        when(platform.rests())
                .thenReturn(
                        List.of(new Hold("the app", Contact.PUSHED_BACK, "the app rests until Tuesday", NOW, until)));

        standstill.run(NOW);

        assertThat(open())
                .singleElement()
                .extracting(Notices.Notice::what)
                .isEqualTo("The app rests until Tuesday. It goes on by itself.");
    }

    @Test
    void whatWasToldBeforeARestartIsOverAfterIt() {
        held(Contact.OBSTRUCTED, "something stands between us and X");
        standstill.run(NOW);
        when(platform.held()).thenReturn(Optional.empty());

        standstill().run(NOW.plusSeconds(60));

        assertThat(open()).isEmpty();
    }
}
