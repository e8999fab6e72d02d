package org.goodword.platform;

import java.util.OptionalInt;

/** An account as the platform describes it today. */
public record Profile(Account account, String name, OptionalInt followers) {
    public Profile(Account account, String name, int followers) {
        this(account, name, OptionalInt.of(followers));
    }
}
