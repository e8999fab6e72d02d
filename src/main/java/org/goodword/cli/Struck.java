package org.goodword.cli;

/** What became of the queue. */
final class Struck {
    private Struck() {}

    /** With a space before it, to follow another sentence. */
    static String words(int turns) {
        return switch (turns) {
            case 0 -> " Nothing was queued.";
            case 1 -> " One queued turn was struck.";
            default -> " " + turns + " queued turns were struck.";
        };
    }
}
