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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** The force decided not to take an application further: why, until when that can be questioned, and the letter that says so. */
@Entity
public class Refusal extends ForceOwned {

    public static final int LONGEST_NOTE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "refusal_seq")
    @SequenceGenerator(name = "refusal_seq", sequenceName = "refusal_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** Code of a {@link RefusalReason}. */
    @Column(nullable = false, updatable = false)
    public String reason;

    /** For the force alone; never in the letter. */
    @Column(updatable = false)
    public String note;

    @Column(name = "refused_on", nullable = false, updatable = false)
    public LocalDate refusedOn;

    /** Last day on which it can be questioned. */
    @Column(name = "appeal_until", nullable = false, updatable = false)
    public LocalDate appealUntil;

    /** First day on which the person can apply anew. */
    @Column(name = "reapply_from", nullable = false, updatable = false)
    public LocalDate reapplyFrom;

    @Column(name = "letter_subject", nullable = false, updatable = false)
    public String letterSubject;

    /** As it was shown before it was sent. */
    @Column(nullable = false, updatable = false)
    public String letter;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    /** What the applicant gets to read. */
    public record Letter(String subject, String text) {}

    /** The person's refusals, oldest first. */
    public static List<Refusal> of(Volunteer person) {
        return list("volunteer = ?1 order by recordedAt, id", person);
    }

    /** The newest. */
    public static Optional<Refusal> newest(Volunteer person) {
        return find("volunteer = ?1 order by recordedAt desc, id desc", person).firstResultOptional();
    }

    /** Refuses another application before the day from which the newest refusal lets the person apply again. */
    public static void mayApplyAgain(Volunteer person, LocalDate day) {
        tooEarly(person, day).ifPresent(refused -> {
            throw refused;
        });
    }

    /** Why the person cannot apply again on the day; empty where they can. */
    public static Optional<Refused> tooEarly(Volunteer person, LocalDate day) {
        return newest(person)
                .filter(r -> r.reapplyFrom.isAfter(day))
                .map(r -> new Refused(
                        person.called() + " was refused on " + Formats.inWords(r.refusedOn)
                                + " and may apply again from " + Formats.inWords(r.reapplyFrom),
                        ""));
    }

    /** The refusal by which the person has left; empty for who is here, and for who left in another way. */
    public static Optional<Refusal> lasting(Volunteer person) {
        if (person.stage != Stage.LEFT) return Optional.empty();
        var left = StageChange.standing(StageChange.of(person)).stream()
                .filter(c -> c.to == Stage.LEFT)
                .reduce((earlier, later) -> later);
        return newest(person).filter(r -> left.filter(c -> c.recordedAt.isAfter(r.recordedAt))
                .isEmpty());
    }

    /** Why the person cannot be refused; empty where they can. */
    public static Optional<Refused> refusal(Volunteer person) {
        if (person.stage == Stage.LEFT) return Optional.of(new Refused(person.called() + " has left already", ""));
        if (person.stage == Stage.SERVICE) {
            return Optional.of(new Refused(person.called() + " is in service: only an application can be refused", ""));
        }
        return Optional.empty();
    }

    /** The application ends today with a reason and a letter; a pause that lasts ends with it. */
    public static ApplicationRefused refuse(
            Volunteer person,
            RefusalReason reason,
            String note,
            RefusalWindow.Values windows,
            Letter letter,
            Actor by,
            Clock clock) {
        refusal(person).ifPresent(refused -> {
            throw refused;
        });
        var said = Texts.line(note);
        var wrong = Texts.fault(said, LONGEST_NOTE, false);
        if (wrong != null) throw new Refused(wrong, "");
        var today = LocalDate.now(clock);
        // gone from today, so that the day before is the last
        var moved = person.leave(
                person.stageSince.isAfter(today) ? today : today.minusDays(1),
                reason.leaving(),
                "Refused: " + reason.words(),
                by,
                clock);
        var refusal = new Refusal();
        refusal.force = person.force;
        refusal.volunteer = person;
        refusal.reason = reason.code();
        refusal.note = said;
        refusal.refusedOn = today;
        refusal.appealUntil = windows.appealUntil(today);
        refusal.reapplyFrom = windows.reapplyFrom(today);
        refusal.letterSubject = letter.subject();
        refusal.letter = letter.text();
        refusal.recordedAt = clock.instant();
        refusal.recordedBy = by.name();
        refusal.persist();
        return new ApplicationRefused(by, person, refusal, moved);
    }

    /** The reason in the words of the coordinator's list. */
    public String words() {
        return RefusalReason.of(reason).map(RefusalReason::words).orElse(reason);
    }
}
