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
        var environment = "ATTEST_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_KEY";
        var file = Path.of(data).toAbsolutePath().resolve("keys").resolve(name + ".key");
        var given = config.getOptionalValue("attest." + name + "-key", String.class);
        return QuarkusTransaction.requiringNew().call(() -> {
            try {
                var remembered = fingerprint(name);
                var key = given.isPresent()
                        ? KeyFile.decode(given.get(), environment)
                        : KeyFile.read(file).orElse(null);
                if (key == null && remembered != null)
                    throw new ConfigurationException("The " + name + " key of these data is missing: put back " + file
                            + " or set " + environment + ". Attest does not make a new key for existing data.");
                if (key == null) key = KeyFile.make(file);
                if (remembered == null) remembered = remember(name, fingerprint(name, key));
                if (!remembered.equals(fingerprint(name, key)))
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
