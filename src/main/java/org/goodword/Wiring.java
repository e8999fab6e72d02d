package org.goodword;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.goodword.conduct.Facts;
import org.goodword.conduct.Rulebook;
import org.goodword.conduct.Rules;
import org.goodword.conduct.Words;
import org.goodword.outbox.Approvals;
import org.goodword.outbox.LoggedTurns;
import org.goodword.outbox.TakingBack;
import org.goodword.platform.Budget;
import org.goodword.platform.Confirmed;
import org.goodword.platform.Handle;
import org.goodword.platform.KeptLedger;
import org.goodword.platform.Metered;
import org.goodword.platform.Pace;
import org.goodword.platform.Platform;
import org.goodword.platform.Seal;
import org.goodword.platform.Tariff;
import org.goodword.platform.x.XApp;
import org.goodword.platform.x.XClient;
import org.goodword.reach.Lots;
import org.goodword.report.LetterFiles;
import org.goodword.roster.Enrolment;
import org.goodword.roster.Standing;
import org.goodword.rounds.Announcements;
import org.goodword.rounds.Circle;
import org.goodword.rounds.DispatchRound;
import org.goodword.rounds.House;
import org.goodword.rounds.LeavingRound;
import org.goodword.rounds.LetterRound;
import org.goodword.rounds.Membership;
import org.goodword.rounds.MorningRound;
import org.goodword.rounds.NextMinuteLeft;
import org.goodword.rounds.RedealRound;
import org.goodword.rounds.Rounds;
import org.goodword.rounds.SampleRound;
import org.goodword.rounds.Stopping;
import org.goodword.rounds.WeekRound;
import org.goodword.rounds.books.Books;
import org.goodword.settings.Settings;
import org.goodword.store.Database;
import org.goodword.store.StoredForgetting;
import org.goodword.store.StoredJournal;
import org.goodword.store.StoredLedger;
import org.goodword.store.StoredNotices;
import org.goodword.store.StoredPosts;
import org.goodword.store.StoredRegistry;
import org.goodword.store.StoredSignIns;
import org.goodword.store.StoredTurns;

/**
 * Puts one installation together, by constructor, from the store up.
 *
 * @param settings with the base URL and keys of the platform that is really spoken to
 * @param rules may be replaced while the program runs, as {@code enrolment} may
 * @param seal also the source of the keys that lots are drawn and leavers marked with
 * @param program how the organiser calls this program
 */
record Wiring(
        Settings settings,
        Supplier<Enrolment> enrolment,
        Supplier<Rules> rules,
        Database database,
        Seal seal,
        InstantSource clock,
        Announcements announcements,
        String program) {

    private static final String LEAVERS = "leavers";

    House house() {
        var books = books();
        var circle = circle(books);
        var stopping = new Stopping(books, circle);
        var client = client();
        var platform = platform(books, client, stopping);
        var week = new WeekRound(books, circle, platform);
        var redeal = new RedealRound(books, circle, week);
        var lots = new Lots(seal.keyFor("lots"));
        var leaving =
                new LeavingRound(books, circle, stopping, new StoredForgetting(database, zone()), seal.keyFor(LEAVERS));
        var morning = new MorningRound(books, circle, platform, week, redeal, announcements, lots);
        var dispatch = new DispatchRound(books, circle, platform, stopping, clock);
        var sample = new SampleRound(books, circle, platform, dispatch);
        var letter = new LetterRound(
                books,
                circle,
                week,
                one -> LetterFiles.write(one, settings.letters().folder()),
                program);
        return new House(
                settings,
                circle,
                books,
                platform,
                new Rounds(week, redeal, morning, dispatch, sample, letter, leaving),
                new Approvals(books.turns(), new NextMinuteLeft(books, circle)),
                new TakingBack(books.turns(), stopping, platform, () -> DispatchRound.shelf(circle)),
                stopping,
                new Membership(books, circle, stopping, leaving),
                () -> {
                    client.close();
                    database.close();
                });
    }

    private Books books() {
        return new Books(
                new LoggedTurns(new StoredTurns(database)),
                new StoredPosts(database),
                new KeptLedger(new StoredLedger(database, this::tariff)),
                new StoredRegistry(database, zone()),
                new StoredJournal(database),
                new StoredNotices(database));
    }

    private Tariff tariff() {
        return rules.get().tariff();
    }

    private ZoneId zone() {
        return settings.circle().zone();
    }

    private Circle circle(Books books) {
        var words = new Words(settings.circle().name(), settings.conduct());
        var leavers = seal.keyFor(LEAVERS);
        return new Circle(
                settings,
                now -> Standing.of(
                        enrolment.get(),
                        books.registry().said(),
                        leavers,
                        now.atZone(zone()).toLocalDate()),
                () -> new Rulebook(rules.get(), words, Facts.none(zone())),
                words);
    }

    private XClient client() {
        var x = settings.x();
        var signIns =
                new StoredSignIns(database, seal, settings.circle().account().map(Handle::of));
        return new XClient(new XApp(x.baseUrl(), x.consumerKey(), x.consumerSecret(), x.bearer()), signIns, clock);
    }

    private Platform platform(Books books, XClient client, Stopping stopping) {
        var metered = new Metered(
                client,
                new Budget(settings.budget(), books.ledger(), zone()),
                new Pace(this::tariff, books.ledger(), zone()),
                this::tariff,
                books.ledger(),
                clock);
        return new Confirmed(metered, stopping, clock);
    }
}
