package org.goodword.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goodword.platform.PostId;
import org.goodword.reach.Lot;
import org.goodword.reach.Seen;
import org.goodword.reach.WeeklyReach;
import org.goodword.report.Letter;
import org.goodword.report.WeekInBooks;
import org.goodword.report.Writing;
import org.goodword.roster.Roster;
import org.goodword.rotation.Chance;
import org.goodword.rotation.Spoken;
import org.goodword.rotation.line.Line;
import org.goodword.rounds.books.Books;
import org.goodword.rounds.books.Journal;

/** Every week: the letter about the week that ended, written from the books and laid in the letters' folder. */
public final class LetterRound {
    static final String NAME = "letter";

    private static final int WEEKS_BACK = 13;
    private static final int FIRST_IN_LINE = 3;

    /** When a post's figure has settled: carrying may come days after the post, so a day's reading sees too little of it. */
    private static final Duration SETTLED = Duration.ofDays(7);

    /** A store of words that lasts less than so many weeks is worth a line. */
    private static final int WEEKS_OF_WORDS = 3;

    private final Books books;
    private final Circle circle;
    private final WeekRound weekRound;
    private final Remembered remembered;
    private final LetterBox letterBox;
    private final String program;

    /** Where letters go. */
    public interface LetterBox {
        void put(Letter letter);
    }

    /** @param program how the organiser calls this program, as in {@code scripts/goodword --home data/demo} */
    public LetterRound(Books books, Circle circle, WeekRound weekRound, LetterBox letterBox, String program) {
        this.books = books;
        this.circle = circle;
        this.weekRound = weekRound;
        this.remembered = new Remembered(books, circle);
        this.letterBox = letterBox;
        this.program = program;
    }

    /** Writes the letter about the week before this one, once. */
    public void run(Instant now) {
        write(WeekOf.date(date(now)).before(), now);
    }

    private void write(WeekOf week, Instant now) {
        if (isUnwritten(week)) {
            letterBox.put(letter(week, now));
            books.journal().done(NAME, week.name(), now);
        }
    }

    private boolean isUnwritten(WeekOf week) {
        return !books.journal().isDone(NAME, week.name())
                && books.journal().plan(week.name()).isPresent();
    }

    /** Whether the letter that was last due was not written; it is, until the next one is due. */
    boolean isUnfinished(Instant now) {
        return isUnwritten(lastDue(now));
    }

    void goOn(Instant now) {
        write(lastDue(now), now);
    }

    /** The week the last letter that was due is about. */
    private WeekOf lastDue(Instant now) {
        var zone = circle.settings().circle().zone();
        var current = WeekOf.date(date(now));
        var isDue = circle.settings()
                .letters()
                .at()
                .next(current.begins(zone).minusMillis(1), zone)
                .filter(at -> !at.isAfter(now))
                .isPresent();
        return isDue ? current.before() : current.before().before();
    }

    /** The letter about that week as the books stand. Changes nothing. */
    public Letter letter(WeekOf week, Instant now) {
        var roster = circle.roster(now);
        var weeks = new ArrayList<WeekInBooks>();
        var one = week;
        for (var back = 0; back <= WEEKS_BACK; back++) {
            if (back == 0 || books.journal().plan(one.name()).isPresent()) {
                weeks.add(0, inBooks(one, now));
            }
            one = one.before();
        }
        var lots = settledLots();
        var next = firstInLine(week, roster, now);
        var letter = Writing.letter(new Writing.Input(
                circle.settings().circle().name(),
                program,
                week.monday(),
                roster,
                weeks,
                circle.settings().budget().weekly(),
                needs(week),
                next.orElse(List.of()),
                Promises.kept(books.turns(), books.turns().ofWeek(week.name())),
                (int) lots.stream().filter(lot -> !lot.held()).count(),
                (int) lots.stream().filter(Lot::held).count()));
        return next.isPresent()
                ? letter
                : letter.andNotKnown("Who was first in line for the week after: that week was not dealt.");
    }

    private WeekInBooks inBooks(WeekOf week, Instant now) {
        var zone = circle.settings().circle().zone();
        var turns = books.turns().ofWeek(week.name());
        var posts = WeekInBooks.posts(turns);
        var spent =
                books.ledger().spentSince(week.begins(zone)).less(books.ledger().spentSince(week.ends(zone)));
        return new WeekInBooks(week.name(), turns, reach(week, posts, now), spent);
    }

    private WeeklyReach reach(WeekOf week, List<PostId> posts, Instant now) {
        // a post that was carried may be three days older than the week
        var from = week.begins(circle.settings().circle().zone()).minus(Duration.ofDays(4));
        Set<PostId> gone = books.posts().since(from).stream()
                .filter(LetterRound::goneEarly)
                .map(Seen::id)
                .collect(Collectors.toSet());
        return WeeklyReach.of(posts, books.posts().latest(from, now), gone);
    }

    private static boolean goneEarly(Seen post) {
        return post.gone().map(at -> at.isBefore(post.at().plus(SETTLED))).orElse(false);
    }

    private List<Lot> settledLots() {
        var settled = books.posts().aged(SETTLED);
        return books.posts().lots(Instant.EPOCH).stream()
                .filter(lot -> settled.containsKey(lot.post()))
                .toList();
    }

    private List<Letter.Need> needs(WeekOf week) {
        var needs = new ArrayList<Letter.Need>();
        books.notices().open().forEach(notice -> needs.add(new Letter.Need(notice.what(), inFull(notice.action()))));
        books.journal()
                .plan(week.next().name())
                .or(() -> books.journal().plan(week.name()))
                .ifPresent(plan -> {
                    var used = books.turns().ofWeek(week.name()).stream()
                            .filter(turn -> turn.what().words().isPresent())
                            .count();
                    if (used > 0 && plan.unusedWords() / used < WEEKS_OF_WORDS) {
                        needs.add(new Letter.Need(inStore(plan.unusedWords(), used), "Invite members to write one"));
                    }
                });
        return needs;
    }

    private static String inStore(int unused, long usedAWeek) {
        var weeks = unused / usedAWeek;
        return unused == 0
                ? "No words are left in store."
                : "Words in store: " + unused + ", enough for "
                        + (weeks == 0
                                ? "less than a week."
                                : weeks == 1 ? "about a week." : "about " + weeks + " weeks.");
    }

    private String inFull(String action) {
        return action.startsWith("goodword ") ? program + action.substring("goodword".length()) : action;
    }

    /** As the next week was dealt; foreseen while it still may be; empty once it is over and never was. */
    private Optional<List<Letter.InLine>> firstInLine(WeekOf week, Roster roster, Instant now) {
        var next = week.next();
        var dealt = books.journal().plan(next.name()).map(plan -> asDealt(plan, roster));
        var isOver = !next.ends(circle.settings().circle().zone()).isAfter(now);
        return dealt.isPresent() || isOver ? dealt : Optional.of(foreseen(roster, now));
    }

    private List<Letter.InLine> asDealt(Journal.Plan plan, Roster roster) {
        var history = remembered.history(roster, plan.dealtAt());
        return plan.line().stream()
                .limit(FIRST_IN_LINE)
                .map(member -> new Letter.InLine(
                        roster.name(member),
                        history.about(member)
                                .filter(spoken -> spoken.sent() && spoken.at().isBefore(plan.dealtAt()))
                                .map(Spoken::at)
                                .max(Comparator.naturalOrder())
                                .map(this::date)))
                .toList();
    }

    private List<Letter.InLine> foreseen(Roster roster, Instant now) {
        var history = remembered.history(roster, now);
        var chance = new Chance(circle.settings().plan().seed());
        var line = Line.of(weekRound.subjects(roster, now), history, weekRound.audience(now), now, chance);
        return Line.asServed(line, now).stream()
                .limit(FIRST_IN_LINE)
                .map(place -> new Letter.InLine(
                        place.subject().name(), place.lastHeard().map(this::date)))
                .toList();
    }

    private LocalDate date(Instant at) {
        return at.atZone(circle.settings().circle().zone()).toLocalDate();
    }
}
