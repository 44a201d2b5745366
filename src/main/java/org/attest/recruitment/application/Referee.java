package org.attest.recruitment.application;

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
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Details;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.Refused;

/** Somebody who speaks for an applicant, and what they said. Named, asked as often as needed, replied once. */
@Entity
public class Referee extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "referee_seq")
    @SequenceGenerator(name = "referee_seq", sequenceName = "referee_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Column(name = "full_name", nullable = false, updatable = false)
    public String fullName;

    /** How they know each other, in the applicant's words. */
    @Column(nullable = false, updatable = false)
    public String relation;

    /** Null where they can only be telephoned. */
    @Column(updatable = false)
    public String email;

    @Column(updatable = false)
    public String phone;

    @Column(name = "named_at", nullable = false, updatable = false)
    public Instant namedAt;

    @Column(name = "named_by", nullable = false, updatable = false)
    public String namedBy;

    @Column(name = "removed_at")
    public Instant removedAt;

    @Column(name = "removed_by")
    public String removedBy;

    @Column(name = "replied_at")
    public Instant repliedAt;

    /** Who wrote the reply down on the telephone; null where the referee wrote it. */
    @Column(name = "taken_by")
    public String takenBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "known_for")
    public KnownFor knownFor;

    @Enumerated(EnumType.STRING)
    public Opinion reliable;

    @Enumerated(EnumType.STRING)
    public Opinion discreet;

    @Enumerated(EnumType.STRING)
    public Opinion steady;

    @Enumerated(EnumType.STRING)
    public Opinion recommended;

    public String remarks;

    @Version
    public int version;

    /** Who speaks for the person, in the order they were named; who was taken back is left out. */
    public static List<Referee> of(Volunteer person) {
        return list("volunteer = ?1 and removedAt is null order by id", person);
    }

    /** One of those who speak for the person. */
    static Optional<Referee> of(Volunteer person, String ref) {
        return find("volunteer = ?1 and ref = ?2 and removedAt is null", person, Reference.normalise(ref))
                .firstResultOptional();
    }

    /** Names somebody. Refuses the applicant themselves, somebody named already, and nobody to be reached. */
    static RefereeNamed name(Volunteer person, Named named, Actor by, Clock clock) {
        named.refusal(person, of(person)).ifPresent(refusal -> {
            throw refusal;
        });
        var referee = new Referee();
        referee.force = person.force;
        referee.ref = Reference.random();
        referee.volunteer = person;
        referee.fullName = named.details().fullName();
        referee.relation = named.relation();
        referee.email = named.details().email();
        referee.phone = named.details().phone();
        referee.namedAt = clock.instant();
        referee.namedBy = by.name();
        referee.persist();
        return new RefereeNamed(by, referee);
    }

    /** A referee as a form gives them; name, address and telephone as {@link Details} clean them. */
    record Named(Details details, String relation) {

        private Optional<Refused> refusal(Volunteer person, List<Referee> others) {
            if (details.email() == null && details.phone() == null) {
                return Optional.of(new Refused("Enter an email address or a telephone number", ""));
            }
            if (details.email() != null && details.email().equals(person.email)) {
                return Optional.of(new Refused("This is the applicant’s own address: a referee is somebody else", ""));
            }
            if (details.email() != null
                    && others.stream().anyMatch(r -> details.email().equals(r.email))) {
                return Optional.of(new Refused("Somebody with this address is named already", ""));
            }
            return Optional.empty();
        }
    }

    /** Takes the name back; refused once they have replied. */
    RefereeRemoved remove(Actor by, Clock clock) {
        if (repliedAt != null) throw new Refused(fullName + " has replied: the reply stays with the record", "");
        removedAt = clock.instant();
        removedBy = by.name();
        return new RefereeRemoved(by, this);
    }

    /** Asks them by e-mail, with a link of their own; each time counts. */
    ReferenceAsked ask(ApplicationMail mail, ApplicationSettings settings, Actor by, Clock clock) {
        if (repliedAt != null) throw new Refused(fullName + " has replied already", "");
        if (email == null) throw new Refused("No email address is known for " + fullName + ": telephone them", "");
        boolean again = !asked().isEmpty();
        var path = ReferenceRequest.make(this, settings.referenceLink(), by, clock.instant());
        mail.askFor(this, path, again);
        return new ReferenceAsked(by, this);
    }

    /** When they were asked, oldest first: the number is the chase count. */
    List<ReferenceRequest> asked() {
        return ReferenceRequest.of(this);
    }

    /** The reply arrives, once. {@code by} is the referee, or who wrote it down on the telephone. */
    ReferenceReplied reply(Reply reply, Actor by, boolean onTheTelephone, Clock clock) {
        if (repliedAt != null) throw new Refused(fullName + " has replied already", "");
        if (removedAt != null) throw new Refused(fullName + " is not asked any more", "");
        repliedAt = clock.instant();
        takenBy = onTheTelephone ? by.name() : null;
        knownFor = reply.knownFor();
        reliable = reply.reliable();
        discreet = reply.discreet();
        steady = reply.steady();
        recommended = reply.recommended();
        remarks = reply.remarks();
        return new ReferenceReplied(by, this);
    }

    /** As who they act over their link. */
    Actor actor() {
        return new Actor("referee:" + ref, fullName, "referee");
    }

    public boolean isAnswered() {
        return repliedAt != null;
    }

    public LocalDate repliedOn() {
        return repliedAt == null ? null : repliedAt.atZone(ClockOfAttest.LONDON).toLocalDate();
    }
}
