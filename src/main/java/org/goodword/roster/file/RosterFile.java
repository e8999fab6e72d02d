package org.goodword.roster.file;

import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goodword.platform.Handle;
import org.goodword.roster.CircleAccount;
import org.goodword.roster.Enrolment;
import org.goodword.roster.Place;
import org.goodword.roster.Roster;
import org.goodword.roster.Waking;
import org.goodword.settings.Entry;
import org.goodword.settings.Fault;
import org.goodword.settings.Faults;
import org.goodword.settings.Faulty;
import org.goodword.settings.Settings;
import org.goodword.settings.YamlFile;

/** Reads {@code config/members.yaml} and the words it is written in. */
public final class RosterFile {
    /** From the first cup of tea: people read a circle's account out of shop hours too. */
    private static final LocalTime CIRCLE_FROM = LocalTime.of(7, 30);
    /** Nobody's phone should buzz for us when children are asleep. */
    private static final LocalTime CIRCLE_TO = LocalTime.of(21, 0);

    private RosterFile() {}

    /** @throws Faulty with everything that is wrong in any of the files, each with its line and column */
    public static Enrolment read(Settings settings) {
        var faults = new Faults();
        var files = RosterFiles.of(settings);
        var vocabulary = Vocabulary.read(files, faults);
        var reader = new MemberEntry(settings.circle().zone(), vocabulary);
        var written = entries(files, faults).stream()
                .map(reader::read)
                .flatMap(Optional::stream)
                .toList();
        var circle = circleAccount(settings.circle());
        var roster = new Roster(
                written.stream().map(Written::member).toList(),
                vocabulary.trades().words(),
                vocabulary.areas().words(),
                circle);
        new Together(roster, written, settings).check();
        faults.throwIfAny();
        return enrolment(roster, written);
    }

    private static List<Entry> entries(RosterFiles files, Faults faults) {
        var shown = files.shown(files.members());
        var unread = faults.all().size();
        if (!Files.isRegularFile(files.members())) {
            faults.add(Fault.inFile(
                    shown,
                    "there is no such file",
                    "write it, have members import FILE.csv write it from a spreadsheet, or name the right one in"
                            + " roster.file"));
            return List.of();
        }
        var root = YamlFile.read(files.members(), shown, faults);
        if (root.isNothing()) {
            // a file that an editor is about to fill would otherwise read as everybody leaving
            if (faults.all().size() == unread) {
                root.fault("the file is empty", "write \"members:\" and the entries, or restore the last good copy");
            }
            return List.of();
        }
        root.onlyKeys("members");
        return root.required("members").map(Entry::list).orElse(List.of());
    }

    private static Optional<CircleAccount> circleAccount(Settings.Circle circle) {
        return circle.account()
                .map(handle -> new CircleAccount(Handle.of(handle), circle.name(), circleHours(circle.zone())));
    }

    private static Waking circleHours(ZoneId zone) {
        return new Waking(zone, CIRCLE_FROM, CIRCLE_TO, Set.of(DayOfWeek.values()));
    }

    private static Enrolment enrolment(Roster roster, List<Written> written) {
        var entries = new HashMap<Handle, Place>();
        var consents = new HashMap<Handle, Place>();
        written.forEach(one -> {
            entries.put(one.member().handle(), Place.of(one.handle()));
            one.entry()
                    .optional("consent")
                    .ifPresent(consent -> consents.put(one.member().handle(), Place.of(consent)));
        });
        return new Enrolment(roster, entries, consents);
    }
}
