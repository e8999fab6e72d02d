package org.goodword.store;

import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;

/** The stamp of the world a store was made in: an invented town's posts and a real platform's are never mixed. */
public final class World {
    private static final String NAME = "world";

    private World() {}

    /**
     * Stamps a new store, or checks the stamp of an old one.
     *
     * @param world {@code sandbox}, or the base URL of the platform
     * @throws Faulty when the store was made in another world
     */
    public static void stamp(Database database, String world, String url) {
        // read first: whoever only looks needs no lock that another program may hold
        var known = database.jdbi()
                .withHandle(db -> Setting.read(db, NAME))
                .or(() -> database.jdbi().inTransaction(db -> {
                    var before = Setting.read(db, NAME);
                    if (before.isEmpty()) {
                        Setting.write(db, NAME, world);
                    }
                    return before;
                }));
        known.filter(other -> !other.equals(world)).ifPresent(other -> {
            throw new Faulty(Fault.inFile(
                    "bot.properties",
                    "the store " + url + " was made in the world \"" + other + "\", and x.mode now means \"" + world
                            + "\"",
                    "give store.url another file for this world, or set x.mode and x.base-url back"));
        });
    }
}
