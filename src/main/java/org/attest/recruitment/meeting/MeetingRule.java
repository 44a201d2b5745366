package org.attest.recruitment.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Stage;
import org.attest.web.Refused;

/** How a force wants one kind of meeting: before which stage, and until when people change it themselves. The newest row applies. */
@Entity
@Table(name = "meeting_rule")
public class MeetingRule extends ForceOwned {

    public static final int DEFAULT_NOTICE_HOURS = 48;
    public static final int LONGEST_NOTICE_HOURS = 336;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "meeting_rule_seq")
    @SequenceGenerator(name = "meeting_rule_seq", sequenceName = "meeting_rule_seq", allocationSize = 50)
    public Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public MeetingKind kind;

    /** The stage that nobody enters without it; null where none asks for it. */
    @Enumerated(EnumType.STRING)
    @Column(name = "before_stage", updatable = false)
    public Stage before;

    /** Hours before the beginning until which people book, change and cancel by themselves. */
    @Column(name = "notice_hours", nullable = false, updatable = false)
    public int noticeHours;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    /** What applies in the force: no stage asks for anything unless the force says so. */
    public record Terms(Stage before, int noticeHours) {

        static final Terms DEFAULT = new Terms(null, DEFAULT_NOTICE_HOURS);
    }

    /** What applies for each kind, in one statement. */
    public static Map<MeetingKind, Terms> in(Force force) {
        var terms = new EnumMap<MeetingKind, Terms>(MeetingKind.class);
        for (var kind : MeetingKind.values()) terms.put(kind, Terms.DEFAULT);
        MeetingRule.<MeetingRule>list("force = ?1 order by recordedAt, id", force)
                .forEach(rule -> terms.put(rule.kind, new Terms(rule.before, rule.noticeHours)));
        return terms;
    }

    /** From now on the force wants it so. Refuses a notice period that is none. */
    public static MeetingRuleSet set(Force force, MeetingKind kind, Terms terms, Actor by, Clock clock) {
        if (terms.noticeHours < 0 || terms.noticeHours > LONGEST_NOTICE_HOURS) {
            throw new Refused("Enter a notice period between 0 and " + LONGEST_NOTICE_HOURS + " hours", "");
        }
        var rule = new MeetingRule();
        rule.force = force;
        rule.kind = kind;
        rule.before = terms.before;
        rule.noticeHours = terms.noticeHours;
        rule.recordedAt = clock.instant();
        rule.recordedBy = by.name();
        rule.persist();
        return new MeetingRuleSet(by, force, kind, terms);
    }

    /** Stages that can ask for a meeting: all that people move on to. */
    public static Collection<Stage> stages() {
        return List.of(Stage.INTERVIEW, Stage.VETTING, Stage.TRAINING, Stage.ATTESTATION, Stage.SERVICE);
    }
}
