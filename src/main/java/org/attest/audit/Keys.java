package org.attest.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets of an installation, 32 random bytes each: made once and kept in {@code ATTEST_DATA/keys}, or given by
 * environment as Base64 ({@code ATTEST_TRAIL_KEY} for the one named {@code trail}). The database remembers a fingerprint of
 * each: with a missing or another key on existing data Attest does not start, and it never makes a new one for them.
 */
@ApplicationScoped
public class Keys {

    /** MACs of the trail. */
    static final String TRAIL = "trail";
    /** Signatures of published heads. */
    static final String HEAD = "head";

    @ConfigProperty(name = "attest.data")
    String data;

    @Inject
    Config config;

    @Inject
    EntityManager em;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /** Before anything else of ours: without its keys Attest does not start. */
    void settle(@Observes @Priority(1) StartupEvent start) {
        of(TRAIL);
        of(HEAD);
    }

    /**
     * The key of this name.
     *
     * @throws ConfigurationException with one sentence, when it is not the one that the data were written with
     */
    public byte[] of(String name) {
        return known.computeIfAbsent(name, this::settle).clone();
    }

    private byte[] settle(String name) {
        var environment = environment(name);
        var file = file(name);
        var given = given(name);
        return QuarkusTransaction.requiringNew().call(() -> {
            try {
                var remembered = fingerprint(name);
                var key = given.isPresent()
                        ? KeyFile.decode(given.get(), environment)
                        : KeyFile.read(file).orElse(null);
                if (given.isEmpty() && remembered != null && !isRemembered(name, key, remembered)) {
                    key = putOffered(name, remembered).orElse(key);
                }
                if (key == null && remembered != null)
                    throw new ConfigurationException("The " + name + " key of these data is missing: put back " + file
                            + " or set " + environment + ". Attest does not make a new key for existing data.");
                if (key == null) key = KeyFile.make(file);
                if (remembered == null) remembered = remember(name, fingerprint(name, key));
                if (!isRemembered(name, key, remembered))
                    throw new ConfigurationException(
                            "The " + name + " key in " + (given.isPresent() ? environment : file)
                                    + " is not the one these data were written with. Put the right one back: Attest does not start"
                                    + " with another.");
                return key;
            } catch (IOException e) {
                throw new ConfigurationException(
                        "Cannot read or make the " + name + " key in " + file + ": " + e.getMessage());
            }
        });
    }

    // --- another key

    /** What has to be sealed anew where another key takes a key's place. */
    public interface Resealing {

        void reseal(byte[] before, byte[] after);
    }

    /**
     * Another key takes the place of the one of this name: {@code resealing} runs in the transaction in which the database
     * comes to remember the other one. The new key waits in a file beside the old one until then, so that whenever this breaks
     * off, one of the two is in force and found. A key given by environment is followed by the one in {@code
     * ATTEST_NAME_KEY_NEXT}.
     *
     * @throws ConfigurationException with one sentence, when a key is given by environment and the next one is not
     */
    public void rotate(String name, Resealing resealing) throws IOException {
        var before = of(name);
        boolean ofEnvironment = given(name).isPresent();
        var after = ofEnvironment ? nextGiven(name) : KeyFile.makeAnew(offered(name));
        QuarkusTransaction.requiringNew().run(() -> {
            resealing.reseal(before.clone(), after.clone());
            int changed = em.createNativeQuery(
                            "update key_fingerprint set fingerprint = ?1 where name = ?2 and fingerprint = ?3")
                    .setParameter(1, fingerprint(name, after))
                    .setParameter(2, name)
                    .setParameter(3, fingerprint(name, before))
                    .executeUpdate();
            if (changed != 1) throw new IllegalStateException("Somebody changed the " + name + " key at this moment");
        });
        if (!ofEnvironment) KeyFile.putInPlace(offered(name), file(name));
        known.put(name, after);
    }

    /** The key that a rotation broke off before it was put in place, if it is the one in force. */
    private Optional<byte[]> putOffered(String name, String remembered) throws IOException {
        var offered = KeyFile.read(offered(name)).filter(key -> isRemembered(name, key, remembered));
        if (offered.isPresent()) KeyFile.putInPlace(offered(name), file(name));
        return offered;
    }

    private byte[] nextGiven(String name) {
        var environment = environment(name) + "_NEXT";
        var next = config.getOptionalValue("attest." + name + "-key-next", String.class)
                .orElseThrow(() -> new ConfigurationException("The " + name + " key is given by " + environment(name)
                        + ": set " + environment + " to the one that is to follow it."));
        return KeyFile.decode(next, environment);
    }

    private static String environment(String name) {
        return "ATTEST_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_KEY";
    }

    private Optional<String> given(String name) {
        return config.getOptionalValue("attest." + name + "-key", String.class);
    }

    private Path file(String name) {
        return Path.of(data).toAbsolutePath().resolve("keys").resolve(name + ".key");
    }

    /** Where a new key waits until it is in force. */
    private Path offered(String name) {
        return Path.of(data).toAbsolutePath().resolve("keys").resolve(name + ".key.next");
    }

    // --- what the database remembers

    private static boolean isRemembered(String name, byte[] key, String remembered) {
        return key != null && remembered.equals(fingerprint(name, key));
    }

    private String fingerprint(String name) {
        var found = em.createNativeQuery("select fingerprint from key_fingerprint where name = ?1", String.class)
                .setParameter(1, name)
                .getResultList();
        return found.isEmpty() ? null : (String) found.get(0);
    }

    /** What the database remembers from now on: ours, unless another node was faster. */
    private String remember(String name, String fingerprint) {
        em.createNativeQuery("insert into key_fingerprint (name, fingerprint) values (?1, ?2) on conflict do nothing")
                .setParameter(1, name)
                .setParameter(2, fingerprint)
                .executeUpdate();
        return fingerprint(name);
    }

    private static String fingerprint(String name, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(VerifyTrail.canonical("attest-key-1", name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
