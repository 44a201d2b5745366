package org.attest.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Signed heads, published outside the database: one file a chain, one line each time the chain has grown. Whoever keeps a
 * copy of the folder elsewhere can prove that nothing up to the last of them was cut off, rolled back or written anew.
 */
@ApplicationScoped
public class Heads {

    private static final Logger LOG = Logger.getLogger(Heads.class);
    private static final String PUBLIC_KEY = "public-key.pem";

    @ConfigProperty(name = "attest.heads")
    String folder;

    @ConfigProperty(name = "attest.heads.every")
    String every;

    @ConfigProperty(name = "attest.alone")
    boolean alone;

    @Inject
    Keys keys;

    @Inject
    Clock clock;

    /** At start, after everything that starts with entries of its own. */
    void publishAtStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) throws IOException {
        if (!alone && !every.equals("off")) publish();
    }

    /**
     * Publishes the head of every chain that has grown, after checking what was entered since the last one. A chain that
     * does not follow from its last published head gets no new one, so that Attest never signs what somebody rewrote.
     */
    @Scheduled(every = "{attest.heads.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public synchronized void publish() throws IOException {
        var published = VerifyTrail.heads(folder());
        var ends = QuarkusTransaction.requiringNew().call(TrailHead::all);
        for (var end : ends) {
            var earlier = published.getOrDefault(end.chain, List.of());
            var last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
            if (end.number == (last == null ? 0 : last.number())) continue;
            var fault = faultSince(last, end);
            if (fault.isPresent()) LOG.errorf("The trail is damaged, no head is published. %s", fault.get());
            else append(signed(end));
        }
    }

    /** The last published head of a chain, if there is one. */
    public Optional<VerifyTrail.Head> last(String chain) {
        var heads = published().getOrDefault(chain, List.of());
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.get(heads.size() - 1));
    }

    /** Every published head, by chain, in the order they were published. */
    public Map<String, List<VerifyTrail.Head>> published() {
        try {
            return VerifyTrail.heads(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where they are published. */
    public Path folder() {
        return Path.of(folder).toAbsolutePath().normalize();
    }

    /** What anybody can check the signatures with. */
    PublicKey publicKey() {
        return pair().getPublic();
    }

    private Optional<VerifyTrail.Fault> faultSince(VerifyTrail.Head last, TrailHead end) {
        var walk = new VerifyTrail.Walk(end.chain, List.of(), publicKey(), keys.of(Keys.TRAIL));
        if (last != null) walk.after(last.number(), last.hash());
        return Verification.upTo(end.number, end.hash, walk);
    }

    private VerifyTrail.Head signed(TrailHead end) {
        var unsigned = new VerifyTrail.Head(
                end.chain,
                end.number,
                end.hash,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                null);
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair().getPrivate());
            signature.update(unsigned.signedBytes());
            return new VerifyTrail.Head(
                    unsigned.chain(),
                    unsigned.number(),
                    unsigned.hash(),
                    unsigned.time(),
                    Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append(VerifyTrail.Head head) throws IOException {
        Files.createDirectories(folder());
        publishKey();
        var line = ByteBuffer.wrap((head.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
        try (var file = FileChannel.open(
                        folder().resolve(head.chain() + ".jsonl"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                var lock = file.lock()) {
            file.position(endOfLastLine(file));
            while (line.hasRemaining()) file.write(line);
            file.truncate(file.position());
            file.force(true);
        }
    }

    /** Behind the last whole line: half a line is the trace of a machine that stopped while writing. */
    private static long endOfLastLine(FileChannel file) throws IOException {
        var one = ByteBuffer.allocate(1);
        for (long end = file.size(); end > 0; end--) {
            file.read(one.clear(), end - 1);
            if (one.get(0) == '\n') return end;
        }
        return 0;
    }

    private void publishKey() throws IOException {
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(publicKey().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        var file = folder().resolve(PUBLIC_KEY);
        if (!Files.exists(file) || !Files.readString(file).equals(pem)) Files.writeString(file, pem);
    }

    private KeyPair pair() {
        return pairFrom(keys.of(Keys.HEAD));
    }

    /** The Ed25519 pair whose private key is the seed. Java makes a pair from random bytes only: so it gets ours for random. */
    static KeyPair pairFrom(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
