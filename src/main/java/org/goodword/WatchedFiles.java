package org.goodword;

import java.time.InstantSource;
import java.util.List;
import org.goodword.conduct.RuleWatch;
import org.goodword.platform.Handle;
import org.goodword.roster.Changes;
import org.goodword.roster.file.RosterWatch;
import org.goodword.rounds.House;
import org.goodword.settings.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up edits of roster and rules under a running daemon; a broken edit changes nothing, and the organiser is told. */
record WatchedFiles(House house, RosterWatch roster, RuleWatch rules, InstantSource clock, String program)
        implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(WatchedFiles.class);

    @Override
    public void run() {
        roster.look().match(() -> true, edit -> taken(edit.changes()), broken -> kept("roster", broken.faults()));
        rules.look().ifPresent(edit -> {
            if (edit.taken()) {
                settled("rules");
                log.info("rules taken up");
            } else {
                kept("rules", edit.faults());
            }
        });
    }

    private boolean taken(Changes changes) {
        settled("roster");
        log.info("roster taken up changes=\"{}\"", changes.summary());
        var now = clock.instant();
        for (Handle left : changes.left()) {
            house.stopping().strike(left, now, "The member is no longer in the roster.");
        }
        return true;
    }

    private boolean kept(String what, List<Fault> faults) {
        faults.forEach(fault -> log.error("the last good {} stays in force fault=\"{}\"", what, fault));
        house.books()
                .notices()
                .tell(
                        "file " + what,
                        clock.instant(),
                        "The " + what + " file is broken since your last edit, and the last good one stays in force: "
                                + faults.get(0) + (faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : ""),
                        program + " check");
        return false;
    }

    private void settled(String what) {
        house.books().notices().settle("file " + what, clock.instant());
    }
}
