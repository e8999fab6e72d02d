package org.goodword.sandbox.town;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Someone with an account in the town.
 *
 * @param handle with or without the leading {@code @}
 * @param trade picks the phrase bank; a word without a bank of its own uses the general one
 * @param followers 0: drawn from the seed
 * @param postsPerWeek originals a week; 0 or less: drawn from the seed
 * @param lines the texts this resident posts; empty: made from the trade's phrases
 */
public record Resident(
        String handle, String name, String trade, int followers, double postsPerWeek, ZoneId zone, List<String> lines) {
    public Resident {
        handle = handle.startsWith("@") ? handle.substring(1) : handle;
        if (!handle.matches("[A-Za-z0-9_]{1,15}")) {
            throw new IllegalArgumentException(
                    "\"" + handle + "\" is no handle: up to 15 letters, digits or _ are allowed");
        }
        if (followers < 0) {
            throw new IllegalArgumentException(handle + " cannot have " + followers + " followers");
        }
        lines = List.copyOf(lines);
    }

    String key() {
        return key(handle);
    }

    /** Handles are the same whatever their case, and with or without their {@code @}. */
    static String key(String handle) {
        return (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT);
    }
}
