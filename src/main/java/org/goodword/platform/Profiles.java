package org.goodword.platform;

import java.util.List;
import java.util.Map;

/**
 * Who was asked after by name: those the platform knows, and for the others what it said of them, as that the account is
 * suspended. A name that is in neither was not answered for and stays unknown.
 *
 * @param missing in words that end a sentence, as {@code "X knows no account of that name"}
 */
public record Profiles(List<Profile> found, Map<Handle, String> missing) {
    public static final Profiles NONE = new Profiles(List.of(), Map.of());

    public Profiles {
        found = List.copyOf(found);
        missing = Map.copyOf(missing);
    }
}
