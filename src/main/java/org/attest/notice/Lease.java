package org.attest.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A message in the hands of one carrier. A carrier that dies with it loses it when the lease is over: then it is due
 * again, for whoever comes next.
 */
record Lease(Message message, String holder) {

    private static final String DUE =
            "channel = ?1 and ((state in ?2 and nextAt <= ?3) or (state = ?4 and leaseUntil <= ?3))";

    /** Takes the message that has been due longest. Of two who come at once the second finds it taken, and takes the next. */
    static Optional<Lease> take(Message.Channel channel, Instant now, Instant until, String holder) {
        while (true) {
            var due = Message.<Message>find(
                            "from Message m left join fetch m.account left join fetch m.force where " + DUE
                                    + " order by m.nextAt, m.id",
                            channel,
                            Message.WAITING,
                            now,
                            Message.State.SENDING)
                    .firstResult();
            if (due == null) return Optional.empty();
            Message.getEntityManager().detach(due);
            int taken = Message.update(
                    "state = ?4, attempts = attempts + 1, leaseUntil = ?5, leaseOf = ?6 where id = ?7 and " + DUE,
                    channel,
                    Message.WAITING,
                    now,
                    Message.State.SENDING,
                    until,
                    holder,
                    due.id);
            if (taken == 1) {
                due.attempts++;
                return Optional.of(new Lease(due, holder));
            }
        }
    }

    /** The other side has it. Its text is forgotten, but where it is to be shown. */
    boolean accepted(String answer, Instant now, boolean kept) {
        var forget = kept ? "" : ", content = null";
        return settle(Message.State.ACCEPTED, answer, "settledAt = ?5, nextAt = ?5" + forget, now);
    }

    /** The other side will never take it. */
    boolean refused(String answer, Instant now) {
        return settle(Message.State.GIVEN_UP, answer, "settledAt = ?5, nextAt = ?5", now);
    }

    /** It is tried again at that moment. */
    boolean failed(String answer, Instant next) {
        return settle(Message.State.FAILED, answer, "nextAt = ?5", next);
    }

    /** Only while it is still ours: who was away longer than the lease has nothing to say. */
    private boolean settle(Message.State state, String answer, String change, Instant moment) {
        return Message.update(
                        "state = ?1, result = ?2, leaseUntil = null, leaseOf = null, " + change
                                + " where id = ?3 and leaseOf = ?4",
                        state,
                        shortened(answer),
                        message.id,
                        holder,
                        moment)
                == 1;
    }

    private static String shortened(String answer) {
        var line = answer.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return line.length() > Message.LONGEST_RESULT ? line.substring(0, Message.LONGEST_RESULT - 1) + "…" : line;
    }
}
