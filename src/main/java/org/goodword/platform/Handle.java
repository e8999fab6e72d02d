package org.goodword.platform;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An account's name on X, without the {@code @}, in lower case: X tells accounts apart without regard to case.
 * Up to 15 letters, digits or underscores.
 */
public record Handle(String name) implements Comparable<Handle> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9_]{1,15}");

    public Handle {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\": a handle is one @ and up to 15 letters, digits or _");
        }
    }

    /** @throws IllegalArgumentException when {@code text} is no handle, quoting it */
    public static Handle of(String text) {
        var bare = text.strip();
        return new Handle((bare.startsWith("@") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(Handle other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return "@" + name;
    }
}
