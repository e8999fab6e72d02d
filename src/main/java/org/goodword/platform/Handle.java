package org.goodword.platform;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An account's name on X, without the {@code @}, in lower case: X tells accounts apart without regard to case.
 * Up to 15 letters, digits or underscores. In old books it may also stand for somebody who left, see {@link #former}.
 */
public record Handle(String name) implements Comparable<Handle> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9_]{1,15}");

    /** X allows no hyphen in a handle, so no account can ever be called this. */
    private static final Pattern FORMER = Pattern.compile("former-[0-9a-f]{16}");

    private static final String NOBODY = "a former member";

    public Handle {
        if (!SHAPE.matcher(name).matches() && !FORMER.matcher(name).matches()) {
            throw notOne(name);
        }
    }

    /** @throws IllegalArgumentException when {@code text} is no handle, quoting it as it stands */
    public static Handle of(String text) {
        var bare = text.strip();
        var name = (bare.startsWith("@") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(name).matches()) {
            throw notOne(text);
        }
        return new Handle(name);
    }

    /**
     * What stands in the books in place of the handle of somebody who left, so that the figures of past weeks still add up.
     *
     * @param mark a keyed hash of her handle, in hexadecimal digits; the first 16 are used
     */
    public static Handle former(String mark) {
        return new Handle("former-" + mark.substring(0, 16));
    }

    /** Stands for somebody who left. */
    public boolean isFormer() {
        return FORMER.matcher(name).matches();
    }

    private static IllegalArgumentException notOne(String name) {
        return new IllegalArgumentException("\"" + name + "\": a handle is one @ and up to 15 letters, digits or _");
    }

    @Override
    public int compareTo(Handle other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return isFormer() ? NOBODY : "@" + name;
    }
}
