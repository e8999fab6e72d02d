package org.goodword.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.goodword.platform.Counts;
import org.goodword.platform.Handle;
import org.goodword.platform.Post;
import org.goodword.platform.PostId;
import org.goodword.roster.Mode;
import org.goodword.rotation.Proposal;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Handle VOICE = Handle.of("@quillfeather");
    private static final Handle SUBJECT = Handle.of("@saltboxfish");

    @Test
    void aRepostIsALinkToThePostReadyToBeReposted() {
        assertThat(Links.of(Proposal.repost(VOICE, SUBJECT, SUBJECT, post("1526189986804188024"), Mode.SUGGEST)))
                .isEqualTo("https://x.com/intent/retweet?tweet_id=1526189986804188024");
    }

    @Test
    void anIntroductionIsALinkWithItsTextToTheLetter() {
        assertThat(Links.of(Proposal.introduction(
                        VOICE, SUBJECT, "Crab & kelp.", "Saltbox Fish: Crab & kelp, 1+1 é", Mode.SUGGEST)))
                .isEqualTo("https://x.com/intent/tweet?text=Saltbox%20Fish%3A%20Crab%20%26%20kelp%2C%201%2B1%20%C3%A9");
    }

    private static Post post(String id) {
        return new Post(new PostId(id), "2001", Instant.EPOCH, "Crab.", true, false, Optional.empty(), Counts.NONE);
    }
}
