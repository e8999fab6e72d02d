package org.goodword.rounds.books;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.goodword.platform.Handle;
import org.goodword.roster.Leaver;

/** The port to forgetting somebody who left, in every record there is. */
public interface Forgetting {

    /** Forgets her sign-in at once, and writes down whom to look for until {@link #finish} is done. */
    void begin(Leaver leaver);

    /** Those who are not forgotten yet. */
    List<Leaver> begun();

    /**
     * Takes her out of the books, all of it or nothing: her account, texts by her, about her and naming her, and her name
     * in every sentence. In place of her handle stands {@link Leaver#standIn}; dates, figures and the numbers of posts stay,
     * so that past weeks add up as they did. Nothing of it can be read from the store's file afterwards.
     *
     * @param mark a keyed hash of a text; that of a text which was used is kept, so that it is not used again
     * @return whether it is done; not while a turn by or about her may still go out, or may be out without our knowing
     */
    boolean finish(Leaver leaver, UnaryOperator<String> mark, Instant at);

    /** Everybody whose handle stands anywhere in the books. */
    Set<Handle> named();
}
