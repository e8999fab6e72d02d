package org.goodword.roster.sheet;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opening hours as people write them into a cell: {@code mon-sat 08:00-19:00}, {@code 9am to 5.30pm}. */
final class SheetHours {
    private static final String TIME = "([0-9]{1,2})(?:[:.h]([0-9]{2}))? ?(am|pm)?";
    private static final String DAY = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*";
    private static final String TO = " ?(?:-|–|—|to|until|till) ?";
    private static final Pattern HOURS = Pattern.compile("(?:(daily|every day|" + DAY + "(?:(?:" + TO + "| ?[,&/] ?| )"
            + DAY + ")*)[,:]? )?(?:from )?" + TIME + TO + TIME + "(?: (daily|every day|" + DAY + "(?:(?:" + TO
            + "| ?[,&/] ?| )" + DAY + ")*))?");

    private SheetHours() {}

    /** @throws IllegalArgumentException when they cannot be told, quoting them */
    static Newcomer.Hours read(String cell) {
        var match = HOURS.matcher(cell.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " "));
        if (!match.matches()) {
            throw unreadable(cell);
        }
        try {
            return new Newcomer.Hours(time(match, 2), time(match, 5), days(match));
        } catch (DateTimeException e) {
            throw unreadable(cell);
        }
    }

    private static IllegalArgumentException unreadable(String cell) {
        return new IllegalArgumentException(
                "\"" + cell + "\" cannot be told for hours; write them as mon-sat 08:00-19:00");
    }

    private static String time(Matcher match, int group) {
        var hour = Integer.parseInt(match.group(group));
        var minute = match.group(group + 1) == null ? 0 : Integer.parseInt(match.group(group + 1));
        var half = match.group(group + 2);
        if (half != null && (hour < 1 || hour > 12)) {
            throw new DateTimeException("no hour of a half day: " + hour);
        }
        if ("pm".equals(half) && hour < 12) {
            hour += 12;
        } else if ("am".equals(half) && hour == 12) {
            hour = 0;
        }
        return hour == 24 && minute == 0 ? "24:00" : LocalTime.of(hour, minute).toString();
    }

    private static String days(Matcher match) {
        var words = match.group(1) != null ? match.group(1) : match.group(8);
        if (words == null) {
            return "";
        }
        if (words.startsWith("daily") || words.startsWith("every")) {
            return "daily";
        }
        return Pattern.compile("(" + DAY + ")")
                .matcher(words.replaceAll(" ?(?:–|—|to|until|till) ?(?=" + DAY + ")", "-")
                        .replaceAll(" ?- ?", "-"))
                .replaceAll(day -> day.group().substring(0, 3))
                .replaceAll(" ?[,&/] ?| ", ",");
    }
}
