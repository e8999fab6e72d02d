package org.goodword.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.goodword.settings.Fault;
import org.goodword.settings.Faulty;
import org.goodword.settings.Secret;

/**
 * Seals tokens for keeping in the store: AES-256-GCM under a key that lies elsewhere, bound to the row they stand in, so that
 * one account's token cannot be passed off as another's. Safe for many threads.
 */
public final class Seal {
    /** Stands before everything sealed, so that another way can come later and this one still be read. */
    private static final String VERSION = "v1:";

    private static final String HMAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;

    /** What NIST SP 800-38D recommends for GCM. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;
    private final String whence;

    private Seal(byte[] key, SecureRandom random, String whence) {
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
        this.whence = whence;
    }

    /**
     * With the key in this file, which is made, for its owner alone, if there is none.
     *
     * @throws Faulty when others can read it, it holds no key, or it cannot be read or made
     */
    public static Seal withKeyFile(Path file, SecureRandom random) {
        try {
            var text = KeyFile.readOrCreate(file, () -> Base64.getEncoder().encodeToString(newKey(random)));
            return new Seal(decoded(text, file.toString()), random, file.toString());
        } catch (IOException e) {
            throw new Faulty(Fault.inFile(
                    file.toString(),
                    "the key that seals tokens cannot be read or made there (" + e.getMessage() + ")",
                    "make the folder writable, or name another place in secrets.key-file"));
        }
    }

    /**
     * With this key, laid into a new file for its owner alone, so that whoever opens the store later finds it.
     *
     * @param key 32 bytes in Base64
     * @throws Faulty when the file cannot be made, or holds another key
     */
    public static Seal inNewKeyFile(Path file, Secret key, SecureRandom random) {
        try {
            return new Seal(decoded(KeyFile.readOrCreate(file, key::reveal), file.toString()), random, file.toString());
        } catch (IOException e) {
            throw new Faulty(Fault.inFile(
                    file.toString(),
                    "the key file cannot be made there (" + e.getMessage() + ")",
                    "make the folder writable"));
        }
    }

    /**
     * With a key from elsewhere, such as the environment.
     *
     * @param key 32 bytes in Base64, as a key file holds them
     * @param whence where it came from, for complaints
     * @throws Faulty when it is no such key; the complaint does not repeat it
     */
    public static Seal withKey(Secret key, String whence, SecureRandom random) {
        return new Seal(decoded(key.reveal(), whence), random, whence);
    }

    private static byte[] newKey(SecureRandom random) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private static byte[] decoded(String text, String whence) {
        return base64(text.strip())
                .filter(key -> key.length == KEY_BYTES)
                .orElseThrow(() -> new Faulty(Fault.inFile(
                        whence,
                        "this is no key: it must be " + KEY_BYTES + " bytes in Base64",
                        "put back the key it held, or remove it for a new one and sign every account in again")));
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param row names the one place it is for; the same name opens it */
    public String seal(String row, Secret secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, row)
                    .doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            var whole =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return VERSION + Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** @throws Faulty when it was sealed with another key or for another row, or has been changed since */
    public Secret open(String row, String sealed) {
        var whole = Optional.of(sealed)
                .filter(text -> text.startsWith(VERSION))
                .flatMap(text -> base64(text.substring(VERSION.length())))
                .filter(bytes -> bytes.length > NONCE_BYTES)
                .orElseThrow(() -> cannotOpen(row));
        try {
            var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE_BYTES), row)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Secret.of(new String(plain, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            throw cannotOpen(row);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** A key of its own for another purpose, from which this one cannot be told. Always the same for the same words. */
    public byte[] keyFor(String purpose) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String row) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private Faulty cannotOpen(String row) {
        return new Faulty(Fault.inFile(
                whence,
                "the sealed token of " + row + " cannot be opened with this key",
                "put back the key it was sealed with, or sign the account in again"));
    }
}
