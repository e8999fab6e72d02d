package org.goodword.report;

import java.time.LocalDateTime;
import java.util.List;
import org.goodword.roster.Kind;

/**
 * What a voice is asked in one message.
 *
 * @param member the voice's name
 * @param things one or two: more in one message would be work
 */
public record Ask(String member, List<Thing> things) {
    private static final int MOST = 2;

    public Ask {
        things = List.copyOf(things);
        if (things.isEmpty() || things.size() > MOST) {
            throw new IllegalArgumentException(
                    "one message asks one or two things, not " + things.size() + ", of " + member);
        }
    }

    /**
     * @param turn its number in the books
     * @param subject the name of the member it is for
     * @param text for an introduction exactly what would go out, disclosure included; for a repost the post's text
     * @param author the name of who wrote the post; for an introduction the voice's own
     * @param when the slot, in the voice's zone
     * @param why sentences
     * @param length of the text as the platform counts it
     */
    public record Thing(
            long turn,
            Kind kind,
            String subject,
            String text,
            String author,
            LocalDateTime when,
            List<String> why,
            int length) {
        public Thing {
            why = List.copyOf(why);
        }
    }
}
