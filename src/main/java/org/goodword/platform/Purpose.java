package org.goodword.platform;

/** What money is wanted for, in the order in which it yields as a ceiling comes near: the first yields first. */
public enum Purpose {
    /** how often posts were shown: a figure missing from the letter harms nobody */
    READING(85, "readings"),
    /** whether members have posted: without it there is less to carry on */
    LOOKING(92, "looking for posts"),
    /** putting something to a voice: once asked, it must be affordable */
    ASKING(97, "new asks"),
    /** what was approved: its price has been put by */
    WRITING(100, "turns");

    private final int percent;
    private final String words;

    Purpose(int percent, String words) {
        this.percent = percent;
        this.words = words;
    }

    /**
     * How much of a ceiling may be gone, what is put by included, before this yields. Of the default five dollars a week
     * readings leave 0.75 (fifty turns), looking for posts 0.40 (twenty-six, a week's worth for a circle of 24), and new asks
     * 0.15 (ten, for turns that needed no asking).
     */
    public int percent() {
        return percent;
    }

    /** For sentences. */
    public String words() {
        return words;
    }
}
