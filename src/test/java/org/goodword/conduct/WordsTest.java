package org.goodword.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodword.conduct.Scene.ANN;
import static org.goodword.conduct.Scene.BEN;
import static org.goodword.conduct.Scene.CIRCLE;

import java.text.Normalizer;
import org.goodword.platform.Call;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Scene scene = new Scene();

    @Test
    void theDisclosureStandsBeforeTheText() {
        var words = scene.words();
        assertThat(words.compose(scene.roster(), ANN, BEN, " They made our counter. "))
                .isEqualTo("Ben's Joinery, a fellow member of Otley Traders: They made our counter.");
        assertThat(words.compose(scene.roster(), CIRCLE, BEN, "Oak, and nothing else."))
                .isEqualTo("One of our members, Ben's Joinery: Oak, and nothing else.");
    }

    @Test
    void aNameThatLooksLikeABlankIsLeftAsItIs() {
        scene.ben.name = "The {circle} $1 Shop";
        assertThat(scene.words().compose(scene.roster(), ANN, BEN, "Oak."))
                .isEqualTo("The {circle} $1 Shop, a fellow member of Otley Traders: Oak.");
    }

    @Test
    void aMembersIntroductionIsAPaidPartnershipAndNothingElseIs() {
        assertThat(Words.paidPartnership(scene.introduction(), scene.roster())).isTrue();
        assertThat(Words.paidPartnership(scene.introduction(CIRCLE, BEN, "Oak."), scene.roster()))
                .isFalse();
        assertThat(Words.paidPartnership(scene.repost(), scene.roster())).isFalse();
    }

    @Test
    void aLinkMakesAPostDearer() {
        assertThat(Words.call(scene.introduction())).isEqualTo(Call.PUBLISH);
        assertThat(Words.call(scene.introduction("Oak: example.com"))).isEqualTo(Call.PUBLISH_WITH_LINK);
        assertThat(Words.call(scene.repost())).isEqualTo(Call.REPOST);
    }

    @Test
    void lengthsAreCountedAsXCountsThem() {
        assertThat(Words.weightedLength("oak")).isEqualTo(3);
        assertThat(Words.weightedLength("樫の木")).isEqualTo(6);
        assertThat(Words.weightedLength("🎂")).isEqualTo(2);
        assertThat(Words.weightedLength("see https://example.com/a/very/long/way/to/the/oak/counter/of/ben"))
                .isEqualTo(4 + 23);
        assertThat(Words.weightedLength("see example.com")).isEqualTo(4 + 23);
    }

    @Test
    void linksMentionsAndTagsAreWhatXMakesOfThem() {
        var text = "Ask @benjoinery at benjoinery.co.uk or https://b.example.com/x, mail a@b.example #oak $OAK";
        assertThat(Words.links(text)).contains("benjoinery.co.uk", "https://b.example.com/x");
        assertThat(Words.mentions(text)).containsExactly("benjoinery");
        assertThat(Words.hashtags(text)).containsExactly("oak");
        assertThat(Words.cashtags(text)).containsExactly("OAK");
    }

    @Test
    void aHostIsFoundInEveryShapeOfLink() {
        assertThat(Words.host("https://www.Bit.ly/oak?x=1")).isEqualTo("bit.ly");
        assertThat(Words.host("bit.ly")).isEqualTo("bit.ly");
        assertThat(Words.host("http://bit.ly:80#x")).isEqualTo("bit.ly");
    }

    @Test
    void aTextThatIsNothingButLinksSaysNothing() {
        assertThat(Words.saysNothing(" https://ben.example.com - ")).isTrue();
        assertThat(Words.saysNothing("Oak: https://ben.example.com")).isFalse();
    }

    @Test
    void whatGoesOutHasItsLettersComposed() {
        var scene = new Scene();
        var apart = Normalizer.normalize("Zoë’s crème brûlée.", Normalizer.Form.NFD);

        assertThat(scene.words().compose(scene.roster(), ANN, BEN, apart)).endsWith(" Zoë’s crème brûlée.");
    }
}
