package org.attest.notice;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.attest.audit.Keys;

/** Encrypts what waits to leave, links with secrets among it, so that a copy of the database opens nothing. */
@ApplicationScoped
class Seal {

    /** Name of the key. */
    static final String KEY = "notice";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    @Inject
    Keys keys;

    /** At the start, so that a missing key is found then and not when the first message is written. */
    void settle(@Observes @Priority(2) StartupEvent start) {
        keys.of(KEY);
    }

    /** The text, readable only with the same purpose: one sealed text cannot be put in another's place. */
    byte[] close(String text, String purpose) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), purpose);
        var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    String open(byte[] whole, String purpose) {
        var nonce = Arrays.copyOf(whole, NONCE);
        return new String(
                run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(whole, NONCE, whole.length), purpose),
                StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String purpose) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(keys.of(KEY), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text cannot be read: it was written with another key", e);
        }
    }
}
