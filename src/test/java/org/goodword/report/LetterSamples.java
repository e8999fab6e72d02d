package org.goodword.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.goodword.report.Letter.Carrying;
import org.goodword.report.Letter.Figure;
import org.goodword.report.Letter.InLine;
import org.goodword.report.Letter.Lift;
import org.goodword.report.Letter.Need;
import org.goodword.report.Letter.NotSent;
import org.goodword.report.Letter.Summary;
import org.goodword.report.Letter.WeekShown;

/** Letters of an invented circle: a full season, a first week, and a week in which nothing went out. */
final class LetterSamples {
    private static final long[] SEASON = {
        13_100, 14_250, 13_600, 15_120, 14_600, 12_900, 14_900, 15_950, 14_420, 13_800, 14_600, 15_210, 12_430
    };

    private LetterSamples() {}

    static Letter full() {
        return new Letter(
                "Otley Traders' Circle",
                "2026-W48",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 29),
                24,
                new Summary(27, 19, OptionalLong.of(12_430), OptionalLong.of(15_210), true),
                List.of(
                        new Need(
                                "Hill Street Joinery's sign-in to X lapsed on Tuesday; four turns wait on it.",
                                "goodword members sign-in @hillstreetjoinery"),
                        new Need("Good words in store: 6, enough for three weeks.", "https://letters.example/write")),
                figures(),
                season(),
                new Carrying(212, 53, Optional.of(new Lift(-0.02, 0.30, 0.72))),
                List.of(
                        "Ash & Ember",
                        "Bluebird Bakes",
                        "Bridge End Framing",
                        "Chevin Cycles",
                        "Dovecote Dairy",
                        "Fell & Fold Laundry",
                        "Garth Plumbing",
                        "Hill Street Joinery",
                        "Inkwell Print",
                        "Kiln & Clay",
                        "Larkfield Books",
                        "Mill Lane Garage",
                        "Nettle & Thyme",
                        "Old Bank Coffee",
                        "Plain Sums Accounts",
                        "Riverside Vets",
                        "Saltbox Fish",
                        "Tallow Candles",
                        "Wharfe Web"),
                List.of(
                        new InLine("Copper Kettle", Optional.of(LocalDate.of(2026, 11, 3))),
                        new InLine("Moor Top Mowers", Optional.of(LocalDate.of(2026, 11, 12))),
                        new InLine("Swift & Sons Removals", Optional.empty())),
                List.of(
                        new NotSent(3, "The voice said no. That is all we note."),
                        new NotSent(2, "The member had posted nothing fresh to carry."),
                        new NotSent(
                                1,
                                "It would have been the second voice on one post within three days (rule few-voices)."),
                        new NotSent(
                                1,
                                "X was not answering on Thursday from 14:05; the turn passed its four hours and was dropped.")),
                List.of(
                        "How often two posts were shown: their authors deleted them before the seventh day. They are in no total."),
                "goodword report --week 2026-W48",
                "goodword pause all");
    }

    static Letter young() {
        return new Letter(
                "Otley Traders' Circle",
                "2026-W36",
                LocalDate.of(2026, 8, 31),
                LocalDate.of(2026, 9, 6),
                10,
                new Summary(4, 1, OptionalLong.of(812), OptionalLong.empty(), true),
                List.of(),
                List.of(
                        new Figure("Turns sent, of those planned", some("4 of 6"), false, none(), none()),
                        new Figure("Members spoken up for", some("1 of 10"), false, none(), none()),
                        new Figure("Times shown: posts the circle carried", some("812"), true, none(), none()),
                        new Figure("Likes and replies from outside the circle", none(), true, none(), none()),
                        new Figure(
                                "Spent on X's charges, of the ceiling", some("$0.41 of $6.00"), false, none(), none())),
                List.of(new WeekShown("2026-W36", OptionalLong.of(812), true)),
                new Carrying(0, 0, Optional.empty()),
                List.of("Bluebird Bakes"),
                List.of(new InLine("Copper Kettle", Optional.empty())),
                List.of(new NotSent(2, "The member had posted nothing fresh to carry.")),
                List.of(),
                "goodword report --week 2026-W36",
                "goodword pause all");
    }

    static Letter silent() {
        var shown = new ArrayList<>(season().subList(0, 6));
        shown.set(3, new WeekShown("2026-W39", OptionalLong.empty(), false));
        shown.add(new WeekShown("2026-W42", OptionalLong.empty(), true));
        return new Letter(
                "Otley Traders' Circle",
                "2026-W42",
                LocalDate.of(2026, 10, 12),
                LocalDate.of(2026, 10, 18),
                24,
                new Summary(0, 0, OptionalLong.empty(), OptionalLong.of(12_900), true),
                List.of(new Need("Everything has been paused since Monday at 09:10.", "goodword resume all")),
                List.of(
                        new Figure(
                                "Turns sent, of those planned", some("0 of 31"), false, some("26 of 34"), some("27")),
                        new Figure("Members spoken up for", some("0 of 24"), false, some("20 of 24"), some("19")),
                        new Figure(
                                "Times shown: posts the circle carried", none(), true, some("12,900"), some("13,600")),
                        new Figure("Likes and replies from outside the circle", none(), true, none(), some("96"))),
                shown,
                new Carrying(41, 9, Optional.empty()),
                List.of(),
                List.of(),
                List.of(new NotSent(31, "Everything was paused by the organiser.")),
                List.of("Anything about the posts of week 39: X did not answer that Sunday, and no reading was made."),
                "goodword report --week 2026-W42",
                "goodword pause all");
    }

    /** A week without a gap: all is known and all went out. */
    static Letter whole() {
        var full = full();
        return new Letter(
                full.circle(),
                full.week(),
                full.from(),
                full.to(),
                19,
                full.summary(),
                List.of(),
                full.figures().subList(0, 4),
                full.shown(),
                full.carrying(),
                full.heard(),
                List.of(),
                List.of(),
                List.of(),
                full.command(),
                full.stopCommand());
    }

    static Letter estimated(Lift lift) {
        return with(full(), new Carrying(430, 104, Optional.of(lift)));
    }

    static Letter with(Letter letter, Carrying carrying) {
        return new Letter(
                letter.circle(),
                letter.week(),
                letter.from(),
                letter.to(),
                letter.members(),
                letter.summary(),
                letter.needsYou(),
                letter.figures(),
                letter.shown(),
                carrying,
                letter.heard(),
                letter.firstNextWeek(),
                letter.notSent(),
                letter.notKnown(),
                letter.command(),
                letter.stopCommand());
    }

    static Letter with(Letter letter, int members, Summary summary, List<WeekShown> shown) {
        return new Letter(
                letter.circle(),
                letter.week(),
                letter.from(),
                letter.to(),
                members,
                summary,
                letter.needsYou(),
                letter.figures(),
                shown,
                letter.carrying(),
                letter.heard(),
                letter.firstNextWeek(),
                letter.notSent(),
                letter.notKnown(),
                letter.command(),
                letter.stopCommand());
    }

    static Letter hearing(Letter letter, List<String> names) {
        return new Letter(
                letter.circle(),
                letter.week(),
                letter.from(),
                letter.to(),
                letter.members(),
                letter.summary(),
                letter.needsYou(),
                letter.figures(),
                letter.shown(),
                letter.carrying(),
                names,
                letter.firstNextWeek(),
                letter.notSent(),
                letter.notKnown(),
                letter.command(),
                letter.stopCommand());
    }

    /** Every word that may come from outside is this one. */
    static Letter saying(String outside) {
        return new Letter(
                outside,
                "2026-W48",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 29),
                24,
                new Summary(27, 19, OptionalLong.of(12_430), OptionalLong.of(15_210), true),
                List.of(new Need(outside, outside)),
                List.of(new Figure(outside, some(outside), true, some(outside), some(outside))),
                season(),
                new Carrying(0, 0, Optional.empty()),
                List.of(outside),
                List.of(new InLine(outside, Optional.empty())),
                List.of(new NotSent(1, outside)),
                List.of(outside),
                outside,
                outside);
    }

    private static List<Figure> figures() {
        return List.of(
                new Figure("Turns sent, of those planned", some("27 of 34"), false, some("29 of 36"), some("28")),
                new Figure("Members spoken up for", some("19 of 24"), false, some("20 of 24"), some("19")),
                new Figure(
                        "Times shown: posts the circle carried", some("12,430"), true, some("15,210"), some("14,600")),
                new Figure("Likes and replies from outside the circle", some("84"), true, some("97"), some("101")),
                new Figure(
                        "Spent on X's charges, of the ceiling", some("$2.41 of $6.00"), false, some("$2.38"), none()));
    }

    static List<WeekShown> season() {
        var weeks = new ArrayList<WeekShown>();
        for (int i = 0; i < SEASON.length; i++) {
            weeks.add(new WeekShown("2026-W" + (36 + i), OptionalLong.of(SEASON[i]), i == SEASON.length - 1));
        }
        return weeks;
    }

    private static Optional<String> some(String figure) {
        return Optional.of(figure);
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
