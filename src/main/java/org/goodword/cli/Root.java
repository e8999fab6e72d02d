package org.goodword.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.goodword.conduct.Rules;
import org.goodword.daemon.Living;
import org.goodword.platform.Handle;
import org.goodword.rehearsal.HouseFactory;
import org.goodword.roster.Enrolment;
import org.goodword.rounds.House;
import org.goodword.settings.Faults;
import org.goodword.settings.Settings;

/** What the commands may ask of the one place that wires everything and knows the real clock. */
public interface Root {

    /** The folder of the program itself, whose example files serve where a home has none of its own. */
    Path checkout();

    /** @param given by {@code --home}; else the current folder if it holds {@code bot.properties}, else the checkout */
    Path home(Optional<Path> given);

    /** @throws org.goodword.settings.Faulty with every fault in {@code bot.properties} */
    Settings settings(Path home);

    /** As far as {@code bot.properties} can be read; {@code faults} gains what is wrong with it. */
    Settings settings(Path home, Faults faults);

    /** @throws org.goodword.settings.Faulty with every fault in the roster's files */
    Enrolment enrolment(Settings settings);

    /** @throws org.goodword.settings.Faulty with every fault in the rule file */
    Rules rules(Settings settings);

    /** How the organiser calls this program for that home, as in {@code scripts/goodword --home data/demo}. */
    String program(Settings settings);

    /**
     * The installation as it stands, for a command that looks or decides something. An absent store reads as an empty one,
     * and is not made.
     *
     * @throws org.goodword.settings.Faulty when something in the configuration or the store cannot be used
     */
    House open(Settings settings);

    /** As {@link #open}, but makes the store or brings its tables up to date. */
    House openAndMigrate(Settings settings);

    /**
     * Copies the store into one file, while a daemon runs or not.
     *
     * @throws org.goodword.settings.Faulty when there is no store, or the copy cannot be written
     */
    void backUp(Settings settings, Path to);

    /**
     * Puts a copy in the store's place. Returns where the store that was there lies now, if there was one.
     *
     * @throws org.goodword.settings.Faulty when it is no sound copy; then nothing has changed
     */
    Path restore(Settings settings, Path from);

    /** The file behind the settings' store. */
    Path storeFile(Settings settings);

    /**
     * The house a daemon keeps running: store made or brought up to date, files watched, and with {@code x.mode=sandbox} a
     * sandbox started, its accounts signed in.
     */
    Living living(Settings settings);

    /**
     * Looks into a store that is there, and changes nothing.
     *
     * @return the version of its tables
     * @throws org.goodword.settings.Faulty when it cannot be used, or was made in another world than the settings mean
     */
    int tryStore(Settings settings);

    /**
     * Looks into a key file that is there.
     *
     * @throws org.goodword.settings.Faulty when others can read it or it holds no key
     */
    void tryKeyFile(Settings settings);

    /**
     * The settings by which the platform is really spoken to: with {@code x.mode=sandbox} those of the sandbox that a daemon of
     * the same home has started, where one is running; else as they are.
     */
    Settings reached(Settings settings);

    /** What time the platform says it is; empty when it cannot be reached. */
    Optional<Instant> platformTime(Settings settings);

    /** Whose sign-ins we hold. */
    Set<Handle> signedIn(Settings settings);

    /**
     * Where accounts are signed in. Makes the store where there is none.
     *
     * @throws org.goodword.settings.Faulty as {@link #open}
     */
    SignInDesk signInDesk(Settings settings);

    /** For rehearsals: houses over a sandbox and a simulated clock. */
    HouseFactory rehearsals();

    InstantSource clock();
}
