package org.goodword.report;

/** Text from outside is data: nothing in it may steer a terminal, a spreadsheet or the direction of a line. */
final class Visible {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int REPLACEMENT = 0xFFFD;

    private Visible() {}

    /** On one line: line ends and tabs are spaces, other control characters are shown, broken ones replaced. */
    static String line(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().map(Visible::shown).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static int shown(int point) {
        if (point == '\n' || point == '\r' || point == '\t' || point == 0x85 || point == 0x2028 || point == 0x2029) {
            return ' ';
        }
        if (point < ' ') {
            return CONTROL_PICTURES + point;
        }
        if (point == 0x7F) {
            return CONTROL_PICTURES + 0x21;
        }
        return unprintable(point) || turnsTheLine(point) ? REPLACEMENT : point;
    }

    private static boolean unprintable(int point) {
        return (point > 0x7F && point < 0xA0)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (point & 0xFFFE) == 0xFFFE;
    }

    private static boolean turnsTheLine(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
