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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;

/** What was found about a person's eligibility (vetting section 6). A correction adds a row; the newest applies. */
@Entity
public class Eligibility extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "eligibility_seq")
    @SequenceGenerator(name = "eligibility_seq", sequenceName = "eligibility_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** Vetting rule 17; null when not asked yet. */
    @Enumerated(EnumType.STRING)
    @Column(name = "right_to_remain")
    public RightToRemain rightToRemain;

    /** First day of unbroken residence in the United Kingdom, service abroad for the Crown counted in (vetting rules 12 and 15). */
    @Column(name = "resident_since")
    public LocalDate residentSince;

    /** More than twelve months in one foreign country (vetting rule 14); null when not asked yet. */
    @Column(name = "long_abroad")
    public Boolean longAbroad;

    /** The certificate of good conduct that a long stay abroad demands has been seen (vetting rule 14). */
    @Column(name = "good_conduct_seen")
    public boolean goodConductSeen;

    /** As the person calls it. */
    public String occupation;

    @Enumerated(EnumType.STRING)
    @Column(name = "occupation_finding")
    public OccupationFinding occupationFinding;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** Every finding about the person, oldest first. */
    public static List<Eligibility> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by recordedAt, id", volunteer);
    }

    /** What applies now to each of these people, in one statement; who was never asked is missing. */
    public static List<Eligibility> newestOf(Collection<Volunteer> people) {
        return people.isEmpty()
                ? List.of()
                : list(
                        "from Eligibility e where e.volunteer in ?1 and not exists (select 1 from Eligibility later where"
                                + " later.volunteer = e.volunteer and (later.recordedAt > e.recordedAt or"
                                + " later.recordedAt = e.recordedAt and later.id > e.id))",
                        people);
    }

    /** What applies now: the newest finding. */
    public static Optional<Eligibility> newest(Volunteer volunteer) {
        return find("volunteer = ?1 order by recordedAt desc, id desc", volunteer)
                .firstResultOptional();
    }

    /** Writes down what was asked and found, by the force's list of occupations; the finding before stays in the record. */
    public static EligibilityFound find(
            Volunteer person, EligibilityAnswers answers, Occupations occupations, Actor by, Clock clock) {
        answers.faults(occupations, LocalDate.now(clock)).stream().findFirst().ifPresent(fault -> {
            throw fault.refused();
        });
        var eligibility = said(answers, clock.instant());
        eligibility.force = person.force;
        eligibility.volunteer = person;
        eligibility.recordedBy = by.name();
        eligibility.persist();
        return new EligibilityFound(by, person, answers, eligibility);
    }

    /** What somebody says of themselves at an instant; of nobody's record yet. */
    static Eligibility said(EligibilityAnswers answers, Instant at) {
        var eligibility = new Eligibility();
        eligibility.rightToRemain = answers.rightToRemain();
        eligibility.residentSince = answers.residentSince();
        eligibility.longAbroad = answers.longAbroad();
        eligibility.goodConductSeen = answers.goodConductSeen();
        eligibility.occupation = answers.occupation();
        eligibility.occupationFinding = answers.occupationFinding();
        eligibility.recordedAt = at;
        return eligibility;
    }

    /** What was found, as answers. */
    public EligibilityAnswers answers() {
        return new EligibilityAnswers(
                rightToRemain, residentSince, longAbroad, goodConductSeen, occupation, occupationFinding);
    }

    /** First day on which an application has so many years of residence before it (vetting rule 12); null when not known. */
    public LocalDate residencyMetFrom(int years) {
        return residentSince == null ? null : Ages.birthday(residentSince, years);
    }
}
