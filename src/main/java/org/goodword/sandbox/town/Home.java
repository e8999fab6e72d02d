package org.goodword.sandbox.town;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A resident at home: the account, its habits, its timeline so far, and how it stands with the app. */
final class Home {
    final Resident resident;
    final String id;
    final int followers;
    final Habits habits;
    final NavigableMap<Long, Post> timeline = new TreeMap<>();
    /** How often the account has let the app in, from 1, and up to which time it has thrown it out again. */
    int permissions = 1;

    int revokedTo;
    boolean locked;
    private Instant writtenTo = Instant.MIN;

    Home(Resident resident, String id, int followers, Habits habits) {
        this.resident = resident;
        this.id = id;
        this.followers = followers;
        this.habits = habits;
    }

    /** Posts by habit that have come due since the last time somebody asked. */
    List<Post> unwritten(Instant now) {
        if (!now.isAfter(writtenTo)) {
            return List.of();
        }
        writtenTo = now;
        return habits.until(now);
    }
}
