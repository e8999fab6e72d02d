package org.goodword.platform;

/** A post's id as the platform gives it: opaque, except that on X a larger number is a later post. */
public record PostId(String value) {
    public PostId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a post's id is never blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
