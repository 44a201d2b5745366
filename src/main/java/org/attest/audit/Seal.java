package org.attest.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is stored (AES-256-GCM), so that a copy of the database opens nothing. Each room seals with a key of its
 * own, from {@link Keys}, and with a purpose: what was sealed for one cannot be put in another's place.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    /**
     * The bytes, readable only with the same key and purpose.
     *
     * @param key 32 bytes
     * @param purpose what these bytes are, told apart from all others of the key: the kind and reference of their row
     */
    public static byte[] close(byte[] key, byte[] plain, String purpose) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose);
            var whole = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, whole, NONCE);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Something cannot be sealed", e);
        }
    }

    /** Refuses what another key or purpose has sealed, and what was changed since. */
    public static byte[] open(byte[] key, byte[] whole, String purpose) {
        if (whole.length < NONCE + TAG_BITS / 8) throw new IllegalStateException("Something sealed is cut off");
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE), purpose);
            return cipher.doFinal(whole, NONCE, whole.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Something sealed cannot be read: it was written with another key or for another purpose, or changed",
                    e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
