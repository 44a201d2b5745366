package org.attest.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/** A learner has read a section of a version of a module. A row for each time: whoever does a module again reads again. */
@Entity
@Table(name = "section_read")
class SectionRead extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "section_read_seq")
    @SequenceGenerator(name = "section_read_seq", sequenceName = "section_read_seq", allocationSize = 50)
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    Volunteer volunteer;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_version_id", updatable = false)
    ModuleVersion moduleVersion;

    /** Its slug. */
    @Column(nullable = false, updatable = false)
    String section;

    @Column(name = "read_at", nullable = false, updatable = false)
    Instant readAt;

    /** The day it was read, in London. */
    LocalDate readOn() {
        return LocalDate.ofInstant(readAt, ClockOfAttest.LONDON);
    }

    static List<SectionRead> of(Volunteer person) {
        return list(
                "from SectionRead r join fetch r.moduleVersion v join fetch v.module where r.volunteer = ?1 order by r.readAt, r.id",
                person);
    }

    /** Those of many people; one statement, which reads no text of a module. */
    static List<SectionRead> of(Collection<Volunteer> people) {
        if (people.isEmpty()) return List.of();
        return list("from SectionRead r where r.volunteer in ?1 order by r.readAt, r.id", people);
    }

    /** The person has read it. Refused where the module may not be begun (training rule 2). */
    static SectionFinished read(TrainingRecord training, ModuleVersion version, String section, Actor by, Clock clock) {
        training.refuseUnlessMayStart(version.document());
        var person = training.person();
        var read = new SectionRead();
        read.force = person.force;
        read.volunteer = person;
        read.moduleVersion = version;
        read.section = section;
        read.readAt = clock.instant();
        read.persist();
        return new SectionFinished(by, person, version, section);
    }
}
