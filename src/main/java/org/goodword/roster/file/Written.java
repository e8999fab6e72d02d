package org.goodword.roster.file;

import java.util.List;
import org.goodword.platform.Handle;
import org.goodword.roster.GoodWord;
import org.goodword.roster.Member;
import org.goodword.settings.Entry;

/**
 * A member with the places in the file that her parts were read from.
 *
 * @param entry the whole of it
 * @param handle where her handle stands
 */
record Written(Member member, Entry entry, Entry handle, List<Line> about, List<Word> goodWords, List<Other> notWith) {
    /** One of her own lines for the circle account. */
    record Line(Entry at, String text) {}

    /**
     * @param at where the text stands
     * @param about where the handle of whom it is about stands
     */
    record Word(Entry at, Entry about, GoodWord word) {}

    record Other(Entry at, Handle handle) {}
}
