package org.attest.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Empties the outbox, on every node, one message at a time: take it, hand it over, write down what became of it, each in a
 * transaction of its own. Between the last two lies the only moment in which a killed sender leaves a message that the
 * other side has and we do not know of: it goes again with the same Message-ID when its lease is over. So nothing is lost,
 * and at most one message for each kill arrives twice.
 */
@ApplicationScoped
class Postman {

    /** By how much of itself a wait differs, so that nodes and messages do not all come back at the same moment. */
    private static final double JITTER = 0.2;

    private final String node = UUID.randomUUID().toString();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong undelivered = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();

    @Inject
    Clock clock;

    @Inject
    TextSeal seal;

    @Inject
    PublicAddress address;

    @Inject
    OutboxSettings settings;

    @Inject
    MailCarrier mail;

    @Inject
    HookCarrier hooks;

    @Inject
    MeterRegistry metrics;

    /** A program that has the application for itself alone sends nothing. */
    @ConfigProperty(name = "attest.alone", defaultValue = "false")
    boolean alone;

    void register(@Observes StartupEvent start) {
        metrics.gauge("attest.outbox.waiting", waiting);
        metrics.gauge("attest.outbox.undelivered", undelivered);
        metrics.gauge("attest.outbox.oldest.seconds", oldest);
    }

    @Scheduled(every = "{attest.outbox.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void carryMail() {
        if (alone) return;
        QuarkusTransaction.requiringNew().run(() -> Message.giveUp(clock.instant()));
        empty(mail);
        count();
    }

    /** Apart from mail, so that a web hook that does not answer holds up no e-mail. */
    @Scheduled(every = "{attest.outbox.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void callHooks() {
        if (!alone) empty(hooks);
    }

    /** Hands over what is due, until nothing is or the way is blocked; says how many were accepted. */
    int empty(Carrier carrier) {
        int accepted = 0;
        try (carrier) {
            while (carrier.isReady()) {
                var lease = take(carrier);
                if (lease.isEmpty()) break;
                var handover = handOver(carrier, lease.get());
                settle(carrier, lease.get(), handover);
                if (handover instanceof Handover.Accepted) accepted++;
                if (handover instanceof Handover.Unreachable && !carrier.goesToEachAlone()) break;
            }
        } catch (Exception e) {
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
        return accepted;
    }

    /** What was sealed with a key that is gone can never be sent: it is refused, so that somebody hears of it. */
    private Handover handOver(Carrier carrier, Lease lease) {
        Parcel parcel;
        try {
            parcel = parcel(lease);
        } catch (IllegalStateException sealed) {
            return new Handover.Refused("It cannot be opened: it was sealed with another key");
        }
        return carrier.handOver(parcel);
    }

    private Optional<Lease> take(Carrier carrier) {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> Lease.take(carrier.channel(), now, now.plus(settings.lease()), node));
    }

    private Parcel parcel(Lease lease) {
        var message = lease.message();
        var text = address.in(seal.open(message.content, message.messageId));
        int end = text.indexOf('\n');
        return new Parcel(
                message.messageId,
                message.template,
                message.recipient,
                message.recipientName,
                message.account == null ? null : message.account.ref,
                message.force == null ? null : message.force.id,
                text.substring(0, end),
                text.substring(end + 1),
                message.queuedAt);
    }

    private void settle(Carrier carrier, Lease lease, Handover handover) {
        var now = clock.instant();
        boolean ours = QuarkusTransaction.requiringNew().call(() -> {
            if (handover instanceof Handover.Accepted)
                return lease.accepted(handover.answer(), now, carrier.keepsTexts());
            if (handover instanceof Handover.Refused) return lease.refused(handover.answer(), now);
            var next = now.plus(wait(lease.message().attempts));
            if (handover instanceof Handover.Unreachable)
                Message.postpone(
                        carrier.channel(), carrier.goesToEachAlone() ? lease.message().recipient : null, now, next);
            return lease.failed(handover.answer(), next);
        });
        if (!ours) Log.warnf("Message %s was taken by another node before this one was done", lease.message().ref);
        if (!(handover instanceof Handover.Accepted))
            Log.warnf("Message %s: %s", lease.message().ref, handover.answer());
    }

    /** Grows with each try, up to the longest, and differs a little each time. */
    Duration wait(int attempts) {
        var doubled = settings.firstWait().multipliedBy(1L << Math.min(attempts - 1, 20));
        var wait = doubled.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : doubled;
        double share = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis((long) (wait.toMillis() * share));
    }

    private void count() {
        QuarkusTransaction.requiringNew().run(() -> {
            waiting.set(Message.countWaiting());
            undelivered.set(Message.countUndelivered());
            oldest.set(Message.waitingSince()
                    .map(since -> Duration.between(since, clock.instant()).toSeconds())
                    .orElse(0L));
        });
    }
}
