package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.Refused;

/** What was written to everybody of a cohort, with a line for each. Its words stay in Attest. */
@Entity
public class CohortMessage extends ForceOwned {

    public static final int LONGEST = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cohort_message_seq")
    @SequenceGenerator(name = "cohort_message_seq", sequenceName = "cohort_message_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "cohort_id", updatable = false)
    public Cohort cohort;

    @Column(nullable = false, updatable = false)
    public String words;

    @Column(name = "sent_at", nullable = false, updatable = false)
    public Instant sentAt;

    @Column(name = "sent_by", nullable = false, updatable = false)
    public String sentBy;

    /** Messages to the cohort, newest first. */
    public static List<CohortMessage> to(Cohort cohort) {
        return list("cohort = ?1 order by sentAt desc, id desc", cohort);
    }

    /** One of the cohort's messages by its reference. */
    public static Optional<CohortMessage> byRef(Cohort cohort, String ref) {
        return find("cohort = ?1 and ref = ?2", cohort, ref).firstResultOptional();
    }

    /** What the person was written with a cohort, newest first. */
    public static List<CohortMessage> seenBy(Volunteer person) {
        return list(
                "from CohortMessage m join fetch m.cohort where exists (select 1 from CohortMessageLine l where l.message = m"
                        + " and l.volunteer = ?1) order by m.sentAt desc, m.id desc",
                person);
    }

    /** What is wrong with the words, or null. */
    public static String fault(String typed) {
        var words = Texts.lines(typed);
        return words == null ? "Enter the message" : Texts.fault(words, LONGEST, true);
    }

    /** Everybody gets it on the way given. Refuses no words, and nobody to read them. */
    public static CohortMessageSent send(
            Cohort cohort, String typed, Map<Volunteer, Telling.Way> ways, Actor by, Clock clock) {
        var fault = fault(typed);
        if (fault != null) throw new Refused(fault, "");
        if (ways.isEmpty()) throw new Refused("Nobody is in the cohort", "");
        var message = new CohortMessage();
        message.force = cohort.force;
        message.cohort = cohort;
        message.ref = Reference.random();
        message.words = Texts.lines(typed);
        message.sentAt = clock.instant();
        message.sentBy = by.name();
        message.persist();
        ways.forEach((person, way) -> CohortMessageLine.add(message, person, way));
        return new CohortMessageSent(by, message, ways.size());
    }
}
