package org.goodword.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.roster.Roster;
import org.goodword.settings.Usd;

/** Writes the letter out of the books: every figure is counted here, once, from the rows it is given. */
public final class Writing {
    /** "Usual" is the middle of as many weeks; fewer than three say nothing about what is usual. */
    private static final int USUAL_WEEKS = 13;

    private static final int FEWEST_FOR_USUAL = 3;
    private static final int MOST_NEEDS = 3;
    private static final int MOST_REASONS = 8;

    private final Input in;
    private final WeekInBooks week;

    private Writing(Input in) {
        this.in = in;
        this.week = in.weeks().get(in.weeks().size() - 1);
    }

    /**
     * @param program how the organiser calls this program
     * @param weeks oldest first, fourteen at most; the last is the letter's own
     * @param needs what waits for the organiser, most pressing first
     * @param next who is first in line, most owed first
     * @param promisesKept nothing went out twice and nothing without a yes, by the books
     * @param carried posts with a seven-day reading that were dealt to be carried
     * @param leftAlone posts with a seven-day reading that were left alone by lot
     */
    public record Input(
            String circle,
            String program,
            LocalDate monday,
            Roster roster,
            List<WeekInBooks> weeks,
            Usd ceiling,
            List<Letter.Need> needs,
            List<Letter.InLine> next,
            boolean promisesKept,
            int carried,
            int leftAlone) {}

    public static Letter letter(Input in) {
        return new Writing(in).letter();
    }

    private Letter letter() {
        return new Letter(
                in.circle(),
                week.week(),
                in.monday(),
                in.monday().plusDays(6),
                members(week),
                summary(),
                in.needs().stream().limit(MOST_NEEDS).toList(),
                figures(),
                shown(),
                new Letter.Carrying(in.carried(), in.leftAlone(), Optional.empty()),
                heard(),
                in.next(),
                notSent(),
                notKnown(),
                in.program() + " report --week " + week.week(),
                in.program() + " pause all");
    }

    /** Of those who have left nothing is told but how many they were. */
    private List<String> heard() {
        var names = week.heard().stream()
                .filter(member -> !member.isFormer())
                .map(in.roster()::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.toCollection(ArrayList::new));
        var former = week.heard().stream().filter(Handle::isFormer).count();
        if (former > 0) {
            names.add(former == 1 ? "a former member" : former + " former members");
        }
        return names;
    }

    private Letter.Summary summary() {
        return new Letter.Summary(
                week.sent().size(),
                week.heard().size(),
                week.reach().shown(),
                before().map(last -> last.reach().shown()).orElse(OptionalLong.empty()),
                in.promisesKept());
    }

    /** The week before this one, if it was dealt: an older one must not pass for it. */
    private Optional<WeekInBooks> before() {
        var monday = in.monday().minusWeeks(1);
        var name = String.format(
                Locale.ROOT,
                "%d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return in.weeks().stream().filter(one -> one.week().equals(name)).findFirst();
    }

    private List<Letter.Figure> figures() {
        return List.of(
                figure(
                        "Turns sent, of those planned",
                        one -> Optional.of(
                                one.sent().size() + " of " + one.turns().size()),
                        one -> OptionalLong.of(one.sent().size()),
                        !week.open().isEmpty()),
                figure(
                        "Members spoken up for",
                        one -> Optional.of(one.heard().size() + " of " + members(one)),
                        one -> OptionalLong.of(one.heard().size()),
                        !week.open().isEmpty()),
                figure(
                        "Times shown: posts the circle carried or made",
                        one -> grouped(one.reach().shown()),
                        one -> one.reach().shown(),
                        true),
                figure(
                        "Likes and replies on them",
                        one -> grouped(one.reach().answered()),
                        one -> one.reach().answered(),
                        true),
                spent());
    }

    /** Who is in the circle now, and who was heard then and is not any more. */
    private int members(WeekInBooks one) {
        var gone = one.heard().stream()
                .filter(member -> in.roster().member(member).isEmpty())
                .count();
        return in.roster().members().size() + (int) gone;
    }

    private Letter.Figure figure(
            String label,
            Function<WeekInBooks, Optional<String>> words,
            Function<WeekInBooks, OptionalLong> number,
            boolean soFar) {
        return new Letter.Figure(
                label,
                words.apply(week),
                soFar,
                before().flatMap(words),
                median(number).map(Writing::grouped));
    }

    private Letter.Figure spent() {
        return new Letter.Figure(
                "Spent on X's charges, of the ceiling",
                Optional.of(week.spent() + " of " + in.ceiling()),
                false,
                before().map(last -> last.spent().toString()),
                median(one -> OptionalLong.of(one.spent().milli())).map(milli -> new Usd(milli).toString()));
    }

    /** The middle one of the last thirteen weeks, this one left out because it still grows. */
    private Optional<Long> median(Function<WeekInBooks, OptionalLong> number) {
        var past = in.weeks().subList(0, in.weeks().size() - 1);
        var values = past.subList(Math.max(0, past.size() - USUAL_WEEKS), past.size()).stream()
                .map(number)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .sorted()
                .toList();
        return values.size() < FEWEST_FOR_USUAL ? Optional.empty() : Optional.of(values.get(values.size() / 2));
    }

    private static Optional<String> grouped(OptionalLong value) {
        return value.isPresent() ? Optional.of(grouped(value.getAsLong())) : Optional.empty();
    }

    private static String grouped(long value) {
        return String.format(Locale.UK, "%,d", value);
    }

    private List<Letter.WeekShown> shown() {
        return in
                .weeks()
                .subList(
                        Math.max(0, in.weeks().size() - USUAL_WEEKS), in.weeks().size())
                .stream()
                .map(one -> new Letter.WeekShown(one.week(), one.reach().shown(), one.equals(week)))
                .toList();
    }

    private List<Letter.NotSent> notSent() {
        Map<String, Long> byReason = week.turns().stream()
                .filter(turn -> turn.state() != State.SENT && !State.OPEN.contains(turn.state()))
                .collect(groupingBy(Writing::reason, LinkedHashMap::new, counting()));
        var rows = byReason.entrySet().stream()
                .map(entry -> new Letter.NotSent(entry.getValue().intValue(), entry.getKey()))
                .sorted(Comparator.comparing(Letter.NotSent::count).reversed().thenComparing(Letter.NotSent::reason))
                .collect(Collectors.toCollection(ArrayList::new));
        if (rows.size() <= MOST_REASONS) {
            return rows;
        }
        var rest = rows.subList(MOST_REASONS - 1, rows.size());
        var shortened = new ArrayList<>(rows.subList(0, MOST_REASONS - 1));
        shortened.add(new Letter.NotSent(
                rest.stream().mapToInt(Letter.NotSent::count).sum(),
                rest.size() + " other reasons. The plan shows them."));
        return shortened;
    }

    private static String reason(Booked turn) {
        return turn.state() == State.HANDED
                ? "The voice was given a link to press herself, and has not been seen to press it."
                : turn.reason();
    }

    private List<String> notKnown() {
        var sentences = new ArrayList<String>();
        var reach = week.reach();
        if (reach.deleted() > 0) {
            sentences.add(
                    "How often " + posts(reach.deleted()) + " shown: deleted before the seventh day, and in no total.");
        }
        if (reach.unread() > 0) {
            sentences.add("How often " + posts(reach.unread()) + " shown: not known yet, and in no total.");
        }
        var unsettled = week.turns().stream()
                .filter(turn -> turn.state() == State.UNKNOWN)
                .count();
        if (unsettled > 0) {
            sentences.add("Whether " + unsettled + (unsettled == 1 ? " turn" : " turns")
                    + " went out: still being looked up.");
        }
        return sentences;
    }

    private static String posts(int count) {
        return count == 1 ? "one post was" : count + " posts were";
    }
}
