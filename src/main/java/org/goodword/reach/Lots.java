package org.goodword.reach;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.goodword.platform.Handle;

/**
 * Who is left alone: of each five candidates of one author, one, at a place that a keyed hash decides, so that nobody can
 * steer it. The first place is out after a block that held its fifth, so never two running. (Permuted blocks within the
 * author, as in a stratified trial.)
 */
public final class Lots {
    /** One in five: enough posts left alone to measure by, and four in five carried. */
    public static final int BLOCK = 5;

    private final SecretKeySpec key;

    public Lots(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * @param nth the author's how-manieth candidate this is, from 0
     * @return whether that one is left alone
     */
    public boolean holds(Handle author, int nth) {
        return heldPlace(author, nth / BLOCK) == nth % BLOCK + 1;
    }

    /** The place, from 1 to 5, that is left alone in that block. */
    private int heldPlace(Handle author, int block) {
        var afterAFifth = block > 0 && heldPlace(author, block - 1) == BLOCK;
        return afterAFifth ? 2 + draw(author, block, BLOCK - 1) : 1 + draw(author, block, BLOCK);
    }

    private int draw(Handle author, int block, int sides) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var hash = mac.doFinal((author.name() + ":" + block).getBytes(StandardCharsets.UTF_8));
            var number = 0L;
            for (var i = 0; i < 7; i++) {
                number = (number << 8) | (hash[i] & 0xff);
            }
            return (int) (number % sides);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
