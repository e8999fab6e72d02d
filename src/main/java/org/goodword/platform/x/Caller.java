package org.goodword.platform.x;

import java.util.List;
import java.util.Optional;
import org.goodword.platform.Handle;
import org.goodword.settings.Secret;

/**
 * In whose name a request is made.
 *
 * @param account empty for the app itself
 * @param secrets what the request carries and no sentence may repeat
 */
record Caller(Optional<Handle> account, Authority authority, List<Secret> secrets) {
    private static final int LONGEST_QUOTE = 160;

    /** A name for sentences. */
    String name() {
        return account.map(Handle::toString).orElse("the app");
    }

    /** Words of X's, fit to stand in a sentence of ours: one short line without the secrets that X may have echoed. */
    String quote(String heard) {
        var text = heard;
        for (var secret : secrets) {
            text = secret.isSet() ? text.replace(secret.reveal(), "***") : text;
        }
        text = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
    }
}
