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
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.attest.OnPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another key in the place of an old one: wherever it breaks off, one of the two is in force, and a start finds it. */
@QuarkusTest
class KeyRotationTest {

    @Inject
    EntityManager em;

    @TempDir
    Path data;

    private final String name = UUID.randomUUID().toString();

    /** As a start finds them. */
    private Keys started(Map<String, String> environment) {
        var keys = new Keys();
        keys.data = data.toString();
        keys.em = em;
        keys.config = new SmallRyeConfigBuilder().withDefaultValues(environment).build();
        return keys;
    }

    private Path file() {
        return data.resolve("keys").resolve(name + ".key");
    }

    private Path offered() {
        return data.resolve("keys").resolve(name + ".key.next");
    }

    private static final Keys.Resealing NOTHING = (before, after) -> {};

    @Test
    void theNewKeyIsInForceAndTheOldOneIsRefused() throws Exception {
        var keys = started(Map.of());
        var old = keys.of(name);
        var oldFile = Files.readString(file());
        keys.rotate(name, (before, after) -> {
            assertArrayEquals(old, before);
            assertFalse(Arrays.equals(before, after));
        });
        var now = keys.of(name);
        assertFalse(Arrays.equals(old, now));
        assertArrayEquals(now, started(Map.of()).of(name));
        assertFalse(Files.exists(offered()));
        Files.writeString(file(), oldFile);
        var refused = assertThrows(
                ConfigurationException.class, () -> started(Map.of()).of(name));
        assertTrue(refused.getMessage().contains("is not the one these data were written with"), refused.getMessage());
    }

    @Test
    void killedBeforeTheCommitTheOldKeyStays() throws Exception {
        var keys = started(Map.of());
        var old = keys.of(name);
        assertThrows(
                IllegalStateException.class,
                () -> keys.rotate(name, (before, after) -> {
                    throw new IllegalStateException("killed");
                }));
        assertTrue(Files.exists(offered()), "written aside and never in force");
        assertArrayEquals(old, started(Map.of()).of(name));
        started(Map.of()).rotate(name, NOTHING);
        assertFalse(Arrays.equals(old, started(Map.of()).of(name)), "what was left over is in nobody's way");
    }

    @Test
    void killedBetweenTheCommitAndTheFileTheNewKeyIsFound() throws Exception {
        var keys = started(Map.of());
        var oldFile = readKey(keys);
        keys.rotate(name, NOTHING);
        var now = keys.of(name);
        // as it stood between the two
        Files.move(file(), offered());
        Files.writeString(file(), oldFile);
        assertArrayEquals(now, started(Map.of()).of(name));
        assertFalse(Files.exists(offered()), "it is in its place from then on");
        assertEquals(
                Base64.getEncoder().encodeToString(now),
                Files.readString(file()).strip());
    }

    private String readKey(Keys keys) throws Exception {
        keys.of(name);
        return Files.readString(file());
    }

    @Test
    void aKeyOfTheEnvironmentIsFollowedByTheNextOne() throws Exception {
        var one = Base64.getEncoder().encodeToString(new byte[32]);
        var two = Base64.getEncoder().encodeToString(name.replace("-", "").getBytes());
        var property = "attest." + name + "-key";
        var given = started(Map.of(property, one));
        given.of(name);
        var refused = assertThrows(ConfigurationException.class, () -> given.rotate(name, NOTHING));
        assertTrue(refused.getMessage().contains("_KEY_NEXT"), refused.getMessage());
        started(Map.of(property, one, property + "-next", two)).rotate(name, NOTHING);
        assertArrayEquals(
                Base64.getDecoder().decode(two), started(Map.of(property, two)).of(name));
        assertThrows(ConfigurationException.class, () -> started(Map.of(property, one))
                .of(name));
        assertFalse(Files.exists(offered()), "a given key is not written down");
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgKeyRotationTest extends KeyRotationTest {}
