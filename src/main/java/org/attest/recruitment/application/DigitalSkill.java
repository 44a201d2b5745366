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
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/**
 * Something a person can do, how well, and how they know it; claimed by themselves and verified by somebody else. A
 * change ends the row and adds another, so that what was verified stays what it was.
 */
@Entity
public class DigitalSkill extends ForceOwned {

    static final int LONGEST_DETAIL = 200;
    static final int LONGEST_EVIDENCE = 2000;
    static final int LONGEST_HOW = 500;
    private static final int MOST = 30;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "digital_skill_seq")
    @SequenceGenerator(name = "digital_skill_seq", sequenceName = "digital_skill_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public SkillArea area;

    /** What exactly: {@code Python, for ten years}. */
    @Column(nullable = false, updatable = false)
    public String detail;

    /** As the person sees it. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public SkillLevel level;

    /** What shows it: work, study, certificates, things made. */
    @Column(nullable = false, updatable = false)
    public String evidence;

    @Column(name = "claimed_at", nullable = false, updatable = false)
    public Instant claimedAt;

    @Column(name = "claimed_by", nullable = false, updatable = false)
    public String claimedBy;

    /** As somebody else found it; null until they have looked. */
    @Enumerated(EnumType.STRING)
    @Column(name = "verified_level")
    public SkillLevel verifiedLevel;

    @Column(name = "verified_how")
    public String verifiedHow;

    @Column(name = "verified_at")
    public Instant verifiedAt;

    @Column(name = "verified_by")
    public String verifiedBy;

    /** Replaced by another row, or taken back. */
    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    @Version
    public int version;

    /** A skill as a form gives it. */
    record Claim(SkillArea area, String detail, SkillLevel level, String evidence) {

        Claim {
            detail = Texts.line(detail);
            evidence = Texts.lines(evidence);
        }
    }

    /** What the person can do now, by field. */
    public static List<DigitalSkill> of(Volunteer person) {
        return list("volunteer = ?1 and endedAt is null order by area, id", person);
    }

    /** One of {@link #of}. */
    static Optional<DigitalSkill> of(Volunteer person, String ref) {
        return find("volunteer = ?1 and ref = ?2 and endedAt is null", person, Reference.normalise(ref))
                .firstResultOptional();
    }

    static SkillClaimed claim(Volunteer person, Claim claim, Actor by, Clock clock) {
        if (of(person).size() >= MOST) throw new Refused("Name at most " + MOST + " skills: the ones that matter", "");
        var skill = new DigitalSkill();
        skill.force = person.force;
        skill.ref = Reference.random();
        skill.volunteer = person;
        skill.area = claim.area();
        skill.detail = claim.detail();
        skill.level = claim.level();
        skill.evidence = claim.evidence();
        skill.claimedAt = clock.instant();
        skill.claimedBy = by.name();
        skill.persist();
        return new SkillClaimed(by, skill);
    }

    /** It is otherwise now: the row ends, and another one, which nobody has verified, takes its place. */
    SkillClaimed change(Claim claim, Actor by, Clock clock) {
        takeBack(by, clock);
        return claim(volunteer, claim, by, clock);
    }

    SkillTakenBack takeBack(Actor by, Clock clock) {
        endedAt = clock.instant();
        endedBy = by.name();
        return new SkillTakenBack(by, this);
    }

    /** Somebody else has looked and found this level. */
    SkillVerified verify(SkillLevel found, String how, Actor by, Clock clock) {
        verifiedLevel = found;
        verifiedHow = Texts.line(how);
        verifiedAt = clock.instant();
        verifiedBy = by.name();
        return new SkillVerified(by, this);
    }

    Claim claim() {
        return new Claim(area, detail, level, evidence);
    }
}
