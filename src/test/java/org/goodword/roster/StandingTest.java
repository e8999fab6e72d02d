package org.goodword.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.roster.file.TownFiles;
import org.goodword.settings.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
    private static final byte[] KEY = "a key of 32 bytes for this test.".getBytes(StandardCharsets.UTF_8);
    private static final Handle BAKER = Handle.of("@crumbandco");
    private static final Handle JOINER = Handle.of("@plumbline");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir
    Path home;

    private TownFiles town;

    @BeforeEach
    void town() {
        town = new TownFiles(home);
        town.members(TownFiles.BAKERY + """
                    consent: {since: 2026-08-01, spoken-for: true, introductions: approve, reposts: suggest}
                    good-words:
                      - {for: "@plumbline", text: "They made our counter."}
                """ + TownFiles.JOINERY);
    }

    @Test
    void withNothingSaidTheFileStands() {
        var file = town.read();
        var standing = Standing.of(file, List.of(), KEY, TODAY);

        assertThat(standing.roster().members()).isEqualTo(file.roster().members());
        assertThat(standing.stopped()).isEmpty();
        assertThat(standing.disagreements()).isEmpty();
    }

    @Test
    void ofFileAndPageTheStricterHoldsAndTheLineIsNamed() {
        var onHerPage = new Consent(LocalDate.of(2026, 9, 3), Optional.empty(), true, Mode.OFF, Mode.AUTOMATIC);

        var standing = standing(new Said.Agreed(BAKER, LocalDate.of(2026, 9, 3), onHerPage));

        assertThat(standing.roster().member(BAKER).orElseThrow().consent())
                .isEqualTo(new Consent(LocalDate.of(2026, 9, 3), Optional.empty(), true, Mode.OFF, Mode.SUGGEST));
        assertThat(shown(standing))
                .containsExactly("config/members.yaml:6:14: @crumbandco agreed to less on 2026-09-03:"
                        + " introductions is off, not approve; the stricter holds; write the same here");
    }

    @Test
    void herNewestWordOnThePageReplacesHerOlderOnes() {
        var nothing = new Consent(LocalDate.of(2026, 9, 3), Optional.empty(), false, Mode.OFF, Mode.OFF);
        var allAgain = new Consent(LocalDate.of(2026, 10, 1), Optional.empty(), true, Mode.APPROVE, Mode.APPROVE);

        var standing = standing(
                new Said.Agreed(BAKER, LocalDate.of(2026, 9, 3), nothing),
                new Said.Agreed(BAKER, LocalDate.of(2026, 10, 1), allAgain));

        assertThat(standing.roster().member(BAKER).orElseThrow().consent().introductions())
                .isEqualTo(Mode.APPROVE);
        assertThat(standing.disagreements()).isEmpty();
    }

    @Test
    void anEarlierEndOnThePageIsADisagreement() {
        var ending = new Consent(
                LocalDate.of(2026, 9, 3), Optional.of(LocalDate.of(2026, 12, 1)), false, Mode.APPROVE, Mode.APPROVE);

        assertThat(shown(standing(new Said.Agreed(BAKER, LocalDate.of(2026, 9, 3), ending))))
                .containsExactly("config/members.yaml:6:14: @crumbandco agreed to less on 2026-09-03:"
                        + " spoken-for is false, not true, until is 2026-12-01, not open;"
                        + " the stricter holds; write the same here");
    }

    @Test
    void aPauseStopsHerAndKeepsHerAMember() {
        var standing = standing(new Said.Paused(BAKER, LocalDate.of(2026, 11, 20), Optional.of(TODAY)));

        assertThat(standing.stopped()).isEqualTo(Map.of(BAKER, "paused on 2026-11-20, until 2026-11-25"));
        assertThat(standing.roster().member(BAKER)).isPresent();
    }

    @Test
    void aPauseEndsByItselfOrByHerWord() {
        var yesterday = TODAY.minusDays(1);

        assertThat(standing(new Said.Paused(BAKER, LocalDate.of(2026, 11, 20), Optional.of(yesterday)))
                        .stopped())
                .isEmpty();
        assertThat(standing(
                                new Said.Paused(BAKER, LocalDate.of(2026, 11, 20), Optional.empty()),
                                new Said.Resumed(BAKER, yesterday))
                        .stopped())
                .isEmpty();
    }

    @Test
    void aTextThatWasUsedBeforeSomebodyLeftIsNotUsedAgainWhenSheIsBack() {
        town.members(TownFiles.BAKERY + """
                    consent: {since: 2026-08-01, spoken-for: true, introductions: approve, reposts: suggest}
                    about: ["Baked before Otley wakes.", "Nothing sliced."]
                    good-words:
                      - {for: "@plumbline", text: "They made our counter."}
                """ + TownFiles.JOINERY);

        var standing = standing(
                new Said.Spent(LeaverMark.ofText("They made our counter.", KEY), TODAY),
                new Said.Spent(LeaverMark.ofText("Nothing sliced.", KEY), TODAY));

        var baker = standing.roster().member(BAKER).orElseThrow();
        assertThat(baker.goodWords()).isEmpty();
        assertThat(baker.about()).containsExactly("Baked before Otley wakes.");
    }

    @Test
    void aUsedTextIsKnownInWhicheverFormItsLettersWereWrittenDown() {
        var apart = Normalizer.normalize("Crème brûlée.", Normalizer.Form.NFD);
        town.members(TownFiles.BAKERY + """
                    consent: {since: 2026-08-01, spoken-for: true, introductions: approve, reposts: suggest}
                    about: ["Crème brûlée.", "%s and more.", "Nothing sliced."]
                """.formatted(apart) + TownFiles.JOINERY);

        var standing = standing(
                new Said.Spent(LeaverMark.ofText(apart, KEY), TODAY),
                new Said.Spent(LeaverMark.ofText("Crème brûlée. and more.", KEY), TODAY));

        assertThat(standing.roster().member(BAKER).orElseThrow().about()).containsExactly("Nothing sliced.");
    }

    @Test
    void aLostSignInStopsHerUntilTheNext() {
        var out = new Said.SignedOut(JOINER, LocalDate.of(2026, 11, 20), "the sign-in lapsed");

        assertThat(standing(out).stopped()).isEqualTo(Map.of(JOINER, "stopped on 2026-11-20: the sign-in lapsed"));
        assertThat(standing(out, new Said.SignedIn(JOINER, TODAY)).stopped()).isEmpty();
    }

    @Test
    void theCircleAccountCanBePausedAndStrangersDoNotAppear() {
        var standing = standing(
                new Said.Paused(Handle.of("@otleytraders"), TODAY, Optional.empty()),
                new Said.Paused(Handle.of("@nobody"), TODAY, Optional.empty()));

        assertThat(standing.stopped()).containsOnlyKeys(Handle.of("@otleytraders"));
    }

    @Test
    void whoLeftStaysOutAndSoDoTheWordsAboutHer() {
        var standing = standing(new Said.Left(LeaverMark.of(JOINER, KEY), LocalDate.of(2026, 9, 14)));

        assertThat(standing.roster().member(JOINER)).isEmpty();
        assertThat(standing.roster().member(BAKER).orElseThrow().goodWords()).isEmpty();
        assertThat(shown(standing))
                .containsExactly("config/members.yaml:9:13: @plumbline left on 2026-09-14, so this entry is ignored;"
                        + " take it out, or if she came back, date consent.since after that day");
    }

    @Test
    void onlyAConsentNewerThanTheLeavingBringsHerBack() {
        var left = new Said.Left(LeaverMark.of(BAKER, KEY), LocalDate.of(2026, 8, 1));
        var leftBefore = new Said.Left(LeaverMark.of(BAKER, KEY), LocalDate.of(2026, 7, 31));

        assertThat(standing(left).roster().member(BAKER)).isEmpty();
        assertThat(standing(leftBefore).roster().member(BAKER)).isPresent();
        assertThat(standing(leftBefore).disagreements()).isEmpty();
        assertThat(standing(left, leftBefore).roster().member(BAKER)).isEmpty();
    }

    @Test
    void aMarkTellsNothingWithoutItsKey() {
        var otherKey = "another key of 32 bytes for this".getBytes(StandardCharsets.UTF_8);

        assertThat(LeaverMark.of(BAKER, KEY))
                .isEqualTo(LeaverMark.of(Handle.of("@CrumbAndCo"), KEY))
                .isNotEqualTo(LeaverMark.of(BAKER, otherKey))
                .isNotEqualTo(LeaverMark.of(JOINER, KEY));
        assertThatThrownBy(() -> LeaverMark.of(BAKER, new byte[15])).hasMessageContaining("15 bytes");
    }

    private Standing standing(Said... said) {
        return Standing.of(town.read(), List.of(said), KEY, TODAY);
    }

    private static List<String> shown(Standing standing) {
        return standing.disagreements().stream().map(Fault::toString).toList();
    }
}
