package org.goodword.cli;

/** The world said no, in one sentence that says what to do. Ends a command with exit code 1. */
public final class DidNotWork extends RuntimeException {
    public DidNotWork(String sentence) {
        super(sentence);
    }
}
