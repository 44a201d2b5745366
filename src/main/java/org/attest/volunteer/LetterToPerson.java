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
import org.attest.force.ForceOwned;
import org.attest.notice.Template;

/** That a letter to somebody was made as PDF, and whether it goes to them. What it says is kept nowhere. */
@Entity
public class LetterToPerson extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "letter_to_person_seq")
    @SequenceGenerator(name = "letter_to_person_seq", sequenceName = "letter_to_person_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Template template;

    /** It is handed over or posted; else it was made and nothing said of it, and the person does not read that it was. */
    @Column(name = "handed_over", nullable = false, updatable = false)
    public boolean handedOver;

    @Column(name = "made_at", nullable = false, updatable = false)
    public Instant madeAt;

    @Column(name = "made_by", nullable = false, updatable = false)
    public String madeBy;

    public static void keep(Volunteer person, Template template, boolean handedOver, Actor by, Clock clock) {
        var letter = new LetterToPerson();
        letter.force = person.force;
        letter.volunteer = person;
        letter.template = template;
        letter.handedOver = handedOver;
        letter.madeAt = clock.instant();
        letter.madeBy = by.name();
        letter.persist();
    }

    /** Letters made for the person, newest first. */
    public static List<LetterToPerson> of(Volunteer person) {
        return list("volunteer = ?1 order by madeAt desc, id desc", person);
    }
}
