package org.goodword.roster.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.goodword.roster.Area;
import org.goodword.roster.Trade;
import org.goodword.settings.Entry;
import org.goodword.settings.Faults;
import org.goodword.settings.YamlFile;

/**
 * The words members' entries are written in: {@code config/trades.yaml}, {@code config/areas.yaml} and
 * {@code config/exchange.yaml}.
 *
 * @param classes what can be needed and offered
 */
record Vocabulary(Shelf<Trade> trades, Shelf<Area> areas, Shelf<String> classes) {

    /**
     * The words of one file.
     *
     * @param file as the organiser would name it
     * @param readable false when the file could not be read, so that its words are not complained about one by one
     */
    record Shelf<T>(String file, Map<String, T> words, boolean readable) {
        Set<String> names() {
            return words.keySet();
        }
    }

    static Vocabulary read(RosterFiles files, Faults faults) {
        return new Vocabulary(trades(files, faults), areas(files, faults), classes(files, faults));
    }

    private static Shelf<Trade> trades(RosterFiles files, Faults faults) {
        var shown = files.shown(files.trades());
        var entries = entries(YamlFile.read(files.trades(), shown, faults), "trades");
        var trades = new LinkedHashMap<String, Trade>();
        entries.forEach((name, entry) -> {
            entry.onlyKeys("industry", "complements", "rivals");
            trades.put(
                    name,
                    new Trade(
                            name,
                            entry.required("industry").flatMap(Entry::text).orElse(""),
                            names(entry, "complements", entries.keySet(), "trade", shown),
                            names(entry, "rivals", entries.keySet(), "trade", shown)));
        });
        return new Shelf<>(shown, trades, !trades.isEmpty());
    }

    private static Shelf<Area> areas(RosterFiles files, Faults faults) {
        var shown = files.shown(files.areas());
        var entries = entries(YamlFile.read(files.areas(), shown, faults), "areas");
        var neighbours = new LinkedHashMap<String, Set<String>>();
        entries.keySet().forEach(name -> neighbours.put(name, new TreeSet<>()));
        entries.forEach((name, entry) -> {
            entry.onlyKeys("neighbours");
            // next to each other is mutual, whichever side it is written on
            names(entry, "neighbours", entries.keySet(), "area", shown).forEach(next -> {
                neighbours.getOrDefault(name, new TreeSet<>()).add(next);
                neighbours.getOrDefault(next, new TreeSet<>()).add(name);
            });
        });
        var areas = new LinkedHashMap<String, Area>();
        neighbours.forEach((name, next) -> areas.put(name, new Area(name, next)));
        return new Shelf<>(shown, areas, !areas.isEmpty());
    }

    private static Shelf<String> classes(RosterFiles files, Faults faults) {
        var shown = files.shown(files.exchange());
        var classes = new HashMap<String, String>();
        entries(YamlFile.read(files.exchange(), shown, faults), "classes")
                .forEach((name, entry) -> entry.text().ifPresent(meaning -> classes.put(name, meaning)));
        return new Shelf<>(shown, classes, !classes.isEmpty());
    }

    private static Map<String, Entry> entries(Entry root, String key) {
        if (root.isNothing()) {
            return Map.of();
        }
        root.onlyKeys(key);
        return root.required(key).map(Entry::map).orElse(Map.of());
    }

    private static Set<String> names(Entry entry, String key, Set<String> known, String what, String shown) {
        var names = new TreeSet<String>();
        for (var item : entry.optional(key).map(Entry::list).orElse(List.of())) {
            item.oneOf(known, what, shown + " lists them").ifPresent(name -> {
                if (name.equals(entry.key())) {
                    item.fault("\"" + name + "\" names itself", "take it out of its own " + key);
                } else {
                    names.add(name);
                }
            });
        }
        return names;
    }
}
