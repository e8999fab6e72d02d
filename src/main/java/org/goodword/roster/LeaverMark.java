package org.goodword.roster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.goodword.platform.Handle;

/** What is kept of somebody who left: enough to know her entry if it comes back, and without the key nothing else. */
public final class LeaverMark {
    private static final String HMAC = "HmacSHA256";

    private LeaverMark() {}

    /** @param key at least 16 bytes that lie outside the store */
    public static String of(Handle handle, byte[] key) {
        return of(handle.name(), key);
    }

    /** The same of a text that was used: it is known if somebody means to say it again. */
    public static String ofText(String text, byte[] key) {
        return of("text " + text, key);
    }

    private static String of(String what, byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes can be guessed; 16 is the least");
        }
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
