package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/**
 * One message between the coordinators of a force and one person, on the person's record. Its words stay in Attest. What the
 * person writes waits until a coordinator answers, or says that no answer is needed.
 */
@Entity
public class PersonalMessage extends ForceOwned {

    public static final int LONGEST = 2000;

    /** Messages of one person that may wait for an answer. */
    public static final int MOST_WAITING = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "personal_message_seq")
    @SequenceGenerator(name = "personal_message_seq", sequenceName = "personal_message_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** Written by the person; else to them. */
    @Column(name = "from_person", nullable = false, updatable = false)
    public boolean fromPerson;

    @Column(nullable = false, updatable = false)
    public String words;

    /** How the person was told of it; null for what they wrote. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    public Telling.Way way;

    @Column(name = "sent_at", nullable = false, updatable = false)
    public Instant sentAt;

    @Column(name = "sent_by", nullable = false, updatable = false)
    public String sentBy;

    /** When what the person wrote was answered, or needed no answer; null while it waits, and for what was written to them. */
    @Column(name = "settled_at")
    public Instant settledAt;

    @Column(name = "settled_by")
    public String settledBy;

    /** The thread, newest first. */
    public static List<PersonalMessage> of(Volunteer person) {
        return list("volunteer = ?1 order by sentAt desc, id desc", person);
    }

    /** What people of the force wrote and nobody has answered, oldest first, with its people. */
    public static List<PersonalMessage> waiting(Force force) {
        return list(
                "from PersonalMessage m join fetch m.volunteer where m.force = ?1 and m.fromPerson = true and m.settledAt is null"
                        + " order by m.sentAt, m.id",
                force);
    }

    /** Whether a coordinator has to answer it. */
    public boolean isWaiting() {
        return fromPerson && settledAt == null;
    }

    /** How many the person has written: what a coordinator has seen of them when the page says so. */
    public static long written(Volunteer person) {
        return count("volunteer = ?1 and fromPerson = true", person);
    }

    /**
     * A coordinator writes to the person, which also answers what waits and they have seen. Refuses no words.
     *
     * @param seen how many the person had {@link #written} when the coordinator opened the page; later ones wait on
     */
    public static MessageWritten write(
            Volunteer person, String typed, long seen, Telling.Way way, Actor by, Clock clock) {
        var written = add(person, false, typed, way, by, clock);
        settle(person, seen, by, clock);
        return written;
    }

    /** The person writes to their coordinators. Refuses no words, and one more than {@link #MOST_WAITING} without an answer. */
    public static MessageWritten answer(Volunteer person, String typed, Actor by, Clock clock) {
        if (waitingOf(person).size() >= MOST_WAITING)
            throw new Refused("You have written " + MOST_WAITING + " messages: wait for an answer, or call", "");
        return add(person, true, typed, null, by, clock);
    }

    /** What the person wrote and the coordinator has seen needs no answer. Refuses where nothing of it waits. */
    public static MessagesSettled settleSeen(Volunteer person, long seen, Actor by, Clock clock) {
        if (settle(person, seen, by, clock) == 0) throw new Refused("Nothing waits for an answer any more", "");
        return new MessagesSettled(by, person);
    }

    private static List<PersonalMessage> waitingOf(Volunteer person) {
        return list("volunteer = ?1 and fromPerson = true and settledAt is null", person);
    }

    private static int settle(Volunteer person, long seen, Actor by, Clock clock) {
        var waiting =
                PersonalMessage.<PersonalMessage>list(
                                "volunteer = ?1 and fromPerson = true order by sentAt, id", person)
                        .stream()
                        .limit(seen)
                        .filter(PersonalMessage::isWaiting)
                        .toList();
        for (var message : waiting) {
            message.settledAt = clock.instant();
            message.settledBy = by.name();
        }
        return waiting.size();
    }

    private static MessageWritten add(
            Volunteer person, boolean fromPerson, String typed, Telling.Way way, Actor by, Clock clock) {
        var words = Texts.lines(typed);
        if (words == null) throw new Refused("Enter the message", "");
        var wrong = Texts.fault(words, LONGEST, true);
        if (wrong != null) throw new Refused(wrong, "");
        var message = new PersonalMessage();
        message.force = person.force;
        message.volunteer = person;
        message.fromPerson = fromPerson;
        message.words = words;
        message.way = way;
        message.sentAt = clock.instant();
        message.sentBy = by.name();
        message.persist();
        return new MessageWritten(by, message);
    }
}
