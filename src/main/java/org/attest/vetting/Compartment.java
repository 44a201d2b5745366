package org.attest.vetting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.attest.audit.Keys;
import org.attest.audit.Seal;

/**
 * The vetting compartment at rest: everything confidential of a case is sealed with a key of the case's own, and that key
 * with the compartment's. A copy of the database opens nothing, one sealed text cannot be put in another's place, and
 * another compartment key is a new seal on each case's key and nothing else.
 */
@ApplicationScoped
public class Compartment {

    /** Name of the compartment's key. */
    static final String KEY = "vetting";

    private static final int BYTES = 32;
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final SecureRandom random = new SecureRandom();

    @Inject
    Keys keys;

    /** At the start, so that a missing key is found then and not at the first case. */
    void settle(@Observes @Priority(2) StartupEvent start) {
        keys.of(KEY);
        keys.of(EqualityReply.KEY);
    }

    /** A new case's key, sealed. */
    byte[] caseKey(String caseRef) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return Seal.close(keys.of(KEY), key, purposeOfKey(caseRef));
    }

    /** A case's key sealed with another key of the compartment. */
    static byte[] resealed(byte[] sealedKey, String caseRef, byte[] before, byte[] after) {
        return Seal.close(after, Seal.open(before, sealedKey, purposeOfKey(caseRef)), purposeOfKey(caseRef));
    }

    private static String purposeOfKey(String caseRef) {
        return "case key " + caseRef;
    }

    /**
     * @param what what it is, so that it opens as nothing else: {@code assessment}
     */
    byte[] close(VettingCase vettingCase, byte[] plain, String what) {
        return Seal.close(key(vettingCase), plain, purpose(vettingCase, what));
    }

    byte[] open(VettingCase vettingCase, byte[] sealed, String what) {
        return Seal.open(key(vettingCase), sealed, purpose(vettingCase, what));
    }

    /** A text, or null for none. */
    byte[] close(VettingCase vettingCase, String text, String what) {
        return text == null ? null : close(vettingCase, text.getBytes(StandardCharsets.UTF_8), what);
    }

    /** A text that {@link #close} sealed; null for null. */
    String text(VettingCase vettingCase, byte[] sealed, String what) {
        return sealed == null ? null : new String(open(vettingCase, sealed, what), StandardCharsets.UTF_8);
    }

    /** A record with several texts. */
    byte[] closeAll(VettingCase vettingCase, Object texts, String what) {
        try {
            return close(vettingCase, JSON.writeValueAsBytes(texts), what);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record that {@link #closeAll} sealed. */
    <T> T openAll(VettingCase vettingCase, byte[] sealed, Class<T> type, String what) {
        try {
            return JSON.readValue(open(vettingCase, sealed, what), type);
        } catch (IOException e) {
            throw new IllegalStateException("A sealed record cannot be read", e);
        }
    }

    private byte[] key(VettingCase vettingCase) {
        return Seal.open(keys.of(KEY), vettingCase.sealedKey, purposeOfKey(vettingCase.ref));
    }

    private static String purpose(VettingCase vettingCase, String what) {
        return vettingCase.ref + " " + what;
    }
}
