package org.goodword.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.TwitterTextParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthTest {
    /** X's own library, which the sandbox does without, must count the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain words, nothing more.",
                "Café, naïve, Ærø — “quoted” … and £5",
                "Cafe\u0301 with its accent apart",
                "日本語のお店",
                "한국어",
                "A cake 🎂 and a family 👨‍👩‍👧 and a flag 🇬🇧 and a thumb 👍🏽",
                "Number one: 1️⃣ and a heart ❤️ and a sun ☀",
                "See https://bluebird.co.uk/cakes?size=big#top for more.",
                "See bluebird.co.uk, or www.example.com.",
                "https://bluebird.example/cakes is no link",
                "Write to hello@bluebird.co.uk",
                "Two: http://a.com/x and https://b.org/y/z.",
                "End of sentence.So one begins",
                "e.g. this, i.e. that, 5.30pm",
                "#cakes at @bluebird",
            })
    void aTextWeighsWhatXSaysItDoes(String text) {
        assertThat(Length.weighted(text)).isEqualTo(TwitterTextParser.parseTweet(text).weightedLength);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thanks @bluebird", "@bluebird thanks", "(@a)", "＠bluebird"})
    void aMentionIsSeen(String text) {
        assertThat(Length.hasMention(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello@bluebird.co.uk", "2 @ 5 pounds", "a_@b"})
    void whatOnlyLooksLikeOneIsNone(String text) {
        assertThat(Length.hasMention(text)).isFalse();
    }
}
