package org.goodword.settings;

/**
 * The store cannot be read or written as things stand: the disk is full, or another program holds it. Nothing is wrong with
 * the program, so there is no stack to look at; the message says what is wrong and what to do.
 */
public final class StoreTrouble extends RuntimeException {
    public StoreTrouble(String sentence) {
        super(sentence, null, false, false);
    }
}
