package org.goodword.roster;

/** The kinds of thing a voice does for a subject. Consent is given for each on its own. */
public enum Kind {
    /** an original post about the subject */
    INTRODUCTION,
    /** a post already out, by the subject or (an introduction) about the subject, carried on */
    REPOST;

    /** As it reads in a sentence: "introduces", "carries on". */
    public String verb() {
        return switch (this) {
            case INTRODUCTION -> "introduces";
            case REPOST -> "reposts";
        };
    }
}
