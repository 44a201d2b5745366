package org.attest.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.attest.OnPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data and the keys they were written with stay together. */
@QuarkusTest
class KeysTest {

    @Inject
    EntityManager em;

    @TempDir
    Path data;

    private final String name = UUID.randomUUID().toString();

    private Keys keys(Map<String, String> environment) {
        var keys = new Keys();
        keys.data = data.toString();
        keys.em = em;
        keys.config = new SmallRyeConfigBuilder().withDefaultValues(environment).build();
        return keys;
    }

    private Path file() {
        return data.resolve("keys").resolve(name + ".key");
    }

    @Test
    void areMadeOnceAndReadableByTheOwnerAlone() throws Exception {
        var made = keys(Map.of()).of(name);

        assertEquals(32, made.length);
        assertArrayEquals(made, keys(Map.of()).of(name));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())));
    }

    @Test
    void areNotMadeAnewForExistingData() throws Exception {
        keys(Map.of()).of(name);
        Files.delete(file());

        var refused =
                assertThrows(ConfigurationException.class, () -> keys(Map.of()).of(name));
        assertTrue(refused.getMessage().contains("missing: put back " + file()), refused.getMessage());
        assertFalse(Files.exists(file()));
    }

    @Test
    void areNotTakenForOthers() throws Exception {
        keys(Map.of()).of(name);
        Files.delete(file());
        KeyFile.make(file());

        var refused =
                assertThrows(ConfigurationException.class, () -> keys(Map.of()).of(name));
        assertTrue(refused.getMessage().contains("is not the one these data were written with"), refused.getMessage());
    }

    @Test
    void mayComeFromTheEnvironment() {
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        assertArrayEquals(
                new byte[32], keys(Map.of("attest." + name + "-key", key)).of(name));
        assertFalse(Files.exists(file()), "a given key is not written down");
        assertThrows(IllegalStateException.class, () -> keys(Map.of("attest." + name + "-key", "c2hvcnQ="))
                .of(name));
    }

    @Test
    void makeTheSamePairForTheSameSeed() {
        // RFC 8032, 7.1, test 1
        var seed =
                java.util.HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var encoded = Heads.pairFrom(seed).getPublic().getEncoded();
        assertEquals(
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                java.util.HexFormat.of().formatHex(encoded, encoded.length - 32, encoded.length));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgKeysTest extends KeysTest {}
