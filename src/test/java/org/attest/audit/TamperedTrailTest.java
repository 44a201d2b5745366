package org.attest.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.attest.OnPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the rows behind the application's back is found, and the first bad entry is named. */
@QuarkusTest
class TamperedTrailTest {

    private static final int ENTRIES = 12;
    private static final int PUBLISHED = 8;
    private static final int VICTIM = 5;

    @Inject
    Event<Deed> deeds;

    @Inject
    EntityManager em;

    @Inject
    Verification verification;

    @Inject
    Heads heads;

    @Inject
    Keys keys;

    @TempDir
    Path folder;

    /** Sorts before the chains of other tests, so that its fault is the first. */
    private final String chain = "0-" + UUID.randomUUID();

    @BeforeEach
    void writeATrail() throws IOException {
        enter(PUBLISHED);
        heads.publish();
        enter(ENTRIES - PUBLISHED);
        assertTrue(verification.run().isSound(), () -> verification.last().toString());
    }

    private void enter(int entries) {
        for (int i = 0; i < entries; i++)
            QuarkusTransaction.requiringNew()
                    .run(() -> deeds.fire(new Act(chain, "volunteer K7QM", "K7QM", Map.of("stage", "VETTING"))));
    }

    /** So that the next test finds a sound trail. */
    @AfterEach
    void forgetTheTrail() throws IOException {
        change("delete from trail_entry where chain like '0-%'");
        change("delete from trail_head where chain like '0-%'");
        Files.deleteIfExists(heads.folder().resolve(chain + ".jsonl"));
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew().run(() -> em.createNativeQuery(sql).executeUpdate());
    }

    private String named(String condition) {
        return " where chain = '" + chain + "' and " + condition;
    }

    private VerifyTrail.Fault fault() throws IOException {
        return verification.run().fault().orElseThrow(() -> new AssertionError("nothing was found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor_ref",
                "actor_name",
                "actor_role",
                "action",
                "object",
                "subject",
                "fields",
                "reason",
                "previous",
                "hash",
                "mac"
            })
    void namesTheEntryOfWhichOneBitWasChanged(String column) throws IOException {
        // the lowest bit of the first letter; a missing reason becomes an empty one
        var old = (String) QuarkusTransaction.requiringNew().call(() -> em.createNativeQuery(
                        "select " + column + " from trail_entry" + named("number = " + VICTIM), String.class)
                .getSingleResult());
        var changed = old == null ? "" : (char) (old.charAt(0) ^ 1) + old.substring(1);
        change("update trail_entry set " + column + " = '" + changed + "'" + named("number = " + VICTIM));

        assertEquals(chain, fault().chain());
        assertEquals(VICTIM, fault().number());
        assertEquals(VICTIM, faultInExport(keys.of(Keys.TRAIL)).number());
    }

    @Test
    void namesTheEntryWhoseTimeWasChanged() throws IOException {
        change("update trail_entry set entered_at = entered_at + " + microsecond() + named("number = " + VICTIM));
        assertEquals(VICTIM, fault().number());
    }

    /** Each database writes it its own way. */
    protected String microsecond() {
        return "interval '0.000001' second";
    }

    @Test
    void namesTheEntryWhoseNumberWasChanged() throws IOException {
        change("update trail_entry set number = " + (VICTIM ^ 64) + named("number = " + VICTIM));
        assertEquals(new VerifyTrail.Fault(chain, VICTIM, "is missing"), fault());
    }

    @Test
    void namesTheEntryThatWasMovedToAnotherChain() throws IOException {
        change("update trail_entry set chain = '0-zz'" + named("number = " + VICTIM));
        assertEquals(new VerifyTrail.Fault(chain, VICTIM, "is missing"), fault());
    }

    @Test
    void namesTheFirstOfTwoSwappedEntries() throws IOException {
        change("update trail_entry set number = 100" + named("number = " + VICTIM));
        change("update trail_entry set number = " + VICTIM + named("number = " + (VICTIM + 1)));
        change("update trail_entry set number = " + (VICTIM + 1) + named("number = 100"));
        assertEquals(VICTIM, fault().number());
        assertEquals(VICTIM, faultInExport().number());
    }

    @Test
    void namesAnEntryDeletedInTheMiddle() throws IOException {
        change("delete from trail_entry" + named("number = " + VICTIM));
        assertEquals(new VerifyTrail.Fault(chain, VICTIM, "is missing"), fault());
        assertEquals(new VerifyTrail.Fault(chain, VICTIM, "is missing"), faultInExport());
    }

    @Test
    void namesWhereAChainWasRewrittenWithoutTheKey() throws IOException {
        rewriteFrom(VICTIM, new byte[32]);
        assertEquals(VICTIM, fault().number());
        assertTrue(fault().what().contains("trail key"), fault().what());
        assertEquals(VICTIM, faultInExport(keys.of(Keys.TRAIL)).number());
        // who checks an export without the trail key still sees it by the published head
        assertEquals(PUBLISHED, faultInExport().number());
        assertTrue(faultInExport().what().contains("published"), faultInExport().what());
    }

    @Test
    void namesWhereAChainWasRewrittenWithTheKeyBeforeItsPublishedHead() throws IOException {
        rewriteFrom(VICTIM, keys.of(Keys.TRAIL));
        assertEquals(PUBLISHED, fault().number());
    }

    @Test
    void namesTheFirstEntryCutOffBeforeTheLastPublishedHead() throws IOException {
        cutOffFrom(VICTIM);
        assertEquals(VICTIM, fault().number());
        assertTrue(fault().what().contains("cut off"), fault().what());
        assertEquals(VICTIM, faultInExport().number());
    }

    @Test
    void missesAWholeChainWhoseHeadWasPublished() throws IOException {
        cutOffFrom(1);
        change("delete from trail_head" + named("number = 0"));
        assertEquals(1, fault().number());
        assertEquals(1, faultInExport().number());
    }

    @Test
    void findsAnEntryThatTheHeadDoesNotKnow() throws IOException {
        change("update trail_head set number = " + (ENTRIES - 1) + ", hash = (select hash from trail_entry"
                + named("number = " + (ENTRIES - 1)) + ")" + named("number = " + ENTRIES));
        assertEquals(new VerifyTrail.Fault(chain, ENTRIES, "stands behind the head of the chain"), fault());
    }

    @Test
    void findsAHeadThatWasNotSignedByUs() throws IOException {
        var file = heads.folder().resolve(chain + ".jsonl");
        var head = VerifyTrail.heads(heads.folder()).get(chain).get(0);
        var forged = new VerifyTrail.Head(chain, 3, head.hash(), head.time(), head.signature());
        Files.writeString(file, forged.toJson() + "\n");
        assertEquals(3, fault().number());
        assertTrue(fault().what().contains("not signed"), fault().what());
    }

    @Test
    void publishesNoHeadOfAChainThatWasRewritten() throws IOException {
        rewriteFrom(PUBLISHED + 2, new byte[32]);
        heads.publish();
        assertEquals(PUBLISHED, heads.last(chain).orElseThrow().number());
    }

    @Test
    void overlooksHalfALineOfAMachineThatStopped() throws IOException {
        var file = heads.folder().resolve(chain + ".jsonl");
        Files.writeString(file, "{\"chain\":\"" + chain, StandardOpenOption.APPEND);
        assertTrue(verification.run().isSound());
        heads.publish();
        assertEquals(ENTRIES, heads.last(chain).orElseThrow().number());
        assertTrue(verification.run().isSound());
    }

    @Test
    void isCheckedTheSameByTheFileThatNeedsNothingButJava() throws Exception {
        var export = folder.resolve("trail.jsonl");
        Files.write(export, export());
        var key = Files.writeString(
                folder.resolve("trail.key"), Base64.getEncoder().encodeToString(keys.of(Keys.TRAIL)) + "\n");
        var publicKey = heads.folder().resolve("public-key.pem");

        var sound = check(export, heads.folder(), publicKey, key);
        assertEquals(0, sound.exit, sound.text);
        assertTrue(sound.text.contains("Chain " + chain + ": " + ENTRIES + " entries, all sound"), sound.text);
        assertEquals(0, check(export, heads.folder(), publicKey).exit);

        var lines = Files.readAllLines(export);
        lines.replaceAll(l ->
                l.contains(chain) && l.contains("\"number\":" + VICTIM + ",") ? l.replace("Tess Ter", "Tess Tes") : l);
        Files.write(export, lines);
        var changed = check(export, heads.folder(), publicKey, key);
        assertEquals(1, changed.exit);
        assertTrue(changed.text.contains("Chain " + chain + ", entry " + VICTIM + ": "), changed.text);

        assertEquals(2, check(export).exit);
    }

    private record Checked(int exit, String text) {}

    private static Checked check(Path... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "src/main/java/org/attest/audit/VerifyTrail.java"));
        for (var argument : arguments) command.add(argument.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return new Checked(process.exitValue(), text);
    }

    private byte[] export() throws IOException {
        var out = new ByteArrayOutputStream();
        verification.export(out);
        return out.toByteArray();
    }

    /** What the checker of exports says, without the trail key. */
    private VerifyTrail.Fault faultInExport() throws IOException {
        return faultInExport(null);
    }

    private VerifyTrail.Fault faultInExport(byte[] trailKey) throws IOException {
        var only = new ByteArrayOutputStream();
        for (var line : new String(export(), StandardCharsets.UTF_8).lines().toList())
            if (line.contains("\"chain\":\"" + chain)) only.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        var published = new TreeMap<>(heads.published());
        published.keySet().retainAll(List.of(chain));
        var fault = VerifyTrail.check(
                new ByteArrayInputStream(only.toByteArray()), published, heads.publicKey(), trailKey, new TreeMap<>());
        return fault.orElseThrow(() -> new AssertionError("nothing was found"));
    }

    private void cutOffFrom(int number) {
        change("delete from trail_entry" + named("number >= " + number));
        change("update trail_head set number = " + (number - 1) + ", hash = "
                + (number == 1
                        ? "'" + VerifyTrail.BEGINNING + "'"
                        : "(select hash from trail_entry" + named("number = " + (number - 1)) + ")")
                + " where chain = '" + chain + "'");
    }

    /** As somebody would who can write to the database: every hash and link after the change is made to fit. */
    private void rewriteFrom(int number, byte[] key) {
        QuarkusTransaction.requiringNew().run(() -> {
            String previous = null;
            for (var entry : TrailEntry.behind(chain, number - 1, ENTRIES, ENTRIES)) {
                var e = entry.plain();
                var rewritten = new VerifyTrail.Entry(
                                chain,
                                e.number(),
                                e.time(),
                                e.actorRef(),
                                "Somebody Else",
                                e.actorRole(),
                                e.action(),
                                e.object(),
                                e.subject(),
                                e.fields(),
                                e.reason(),
                                previous == null ? e.previous() : previous,
                                null,
                                null)
                        .sealed(key);
                previous = rewritten.hash();
                em.createNativeQuery("update trail_entry set actor_name = ?1, previous = ?2, hash = ?3, mac = ?4"
                                + named("number = " + e.number()))
                        .setParameter(1, rewritten.actorName())
                        .setParameter(2, rewritten.previous())
                        .setParameter(3, rewritten.hash())
                        .setParameter(4, rewritten.mac())
                        .executeUpdate();
            }
            em.createNativeQuery("update trail_head set hash = ?1 where chain = ?2")
                    .setParameter(1, previous)
                    .setParameter(2, chain)
                    .executeUpdate();
        });
        assertFalse(QuarkusTransaction.requiringNew()
                .call(() -> TrailEntry.at(chain, ENTRIES))
                .plain()
                .actorName()
                .startsWith("Tess"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTamperedTrailTest extends TamperedTrailTest {
    @Override
    protected String microsecond() {
        return "interval '1 microsecond'";
    }
}
