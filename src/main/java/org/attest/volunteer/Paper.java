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
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.IncomingFile;
import org.attest.web.PaperType;
import org.attest.web.Refused;

/**
 * A paper that somebody handed in to show something: a certificate, a permission. The coordinator verifies it, or returns
 * it with a reason; until they have looked the person may take it back. What it holds stands in {@link PaperContent}.
 */
@Entity
public class Paper extends ForceOwned {

    /** What became of it. */
    public enum Decision {
        VERIFIED,
        RETURNED,
        /** By the person, before anybody looked; nothing of its content is kept. */
        WITHDRAWN
    }

    /** Papers of one person that may wait at the same time. */
    public static final int MOST_WAITING = 20;

    public static final int LONGEST_WORDS = 300;
    public static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "paper_seq")
    @SequenceGenerator(name = "paper_seq", sequenceName = "paper_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public PaperPurpose purpose;

    /** What exactly it is to show; null where the purpose says it all. */
    @Column(updatable = false)
    public String words;

    /** Reference of the request, the change or the skill; null for the other purposes. */
    @Column(name = "about_ref", updatable = false)
    public String aboutRef;

    /** What the person's computer calls it: text to show, never a name to save under. */
    @Column(name = "called_by_sender", nullable = false, updatable = false)
    public String calledBySender;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public PaperType type;

    @Column(nullable = false, updatable = false)
    public int bytes;

    @Column(nullable = false, updatable = false)
    public String sha256;

    /** Whether a virus scanner has looked at it. */
    @Column(nullable = false, updatable = false)
    public boolean scanned;

    @Column(name = "sent_at", nullable = false, updatable = false)
    public Instant sentAt;

    @Column(name = "sent_by", nullable = false, updatable = false)
    public String sentBy;

    /** When somebody of the force opened it first; null until then. */
    @Column(name = "opened_at")
    public Instant openedAt;

    @Column(name = "opened_by")
    public String openedBy;

    /** Null while it waits. */
    @Column(name = "decided_at")
    public Instant decidedAt;

    @Column(name = "decided_by")
    public String decidedBy;

    @Enumerated(EnumType.STRING)
    public Decision decision;

    /** Why it was returned, for the person to read. */
    public String reason;

    @Version
    public int version;

    /**
     * What a paper is sent for.
     *
     * @param words what exactly; null where the purpose says it all
     * @param aboutRef of the request, the change or the skill; null for none
     */
    public record Matter(PaperPurpose purpose, String words, String aboutRef) {

        public Matter {
            words = Texts.line(words);
        }
    }

    /** What the person handed in, newest first. */
    public static List<Paper> of(Volunteer person) {
        return list("volunteer = ?1 order by sentAt desc, id desc", person);
    }

    /** One of {@link #of}. */
    public static Optional<Paper> of(Volunteer person, String typed) {
        return find("volunteer = ?1 and ref = ?2", person, Reference.normalise(typed))
                .firstResultOptional();
    }

    /** What waits in the force, oldest first, with its people. */
    public static List<Paper> waiting(Force force) {
        return list(
                "from Paper p join fetch p.volunteer where p.force = ?1 and p.decidedAt is null order by p.sentAt, p.id",
                force);
    }

    /** Hands a paper in. Refuses one more than {@link #MOST_WAITING}, and for somebody who has left. */
    public static PaperSent send(
            Volunteer person, Matter matter, IncomingFile file, PaperSafe safe, Actor by, Clock clock) {
        if (person.stage == Stage.LEFT)
            throw new Refused("Nothing waits for a paper here any more: ask your coordinator first", "");
        if (matter.purpose() == PaperPurpose.OTHER && matter.words() == null)
            throw new Refused("Enter what it shows", "");
        var wrong = Texts.fault(matter.words(), LONGEST_WORDS, false);
        if (wrong != null) throw new Refused(wrong, "");
        if (count("volunteer = ?1 and decidedAt is null", person) >= MOST_WAITING)
            throw new Refused(
                    MOST_WAITING + " of your papers wait already: send more when some of them are looked at", "");
        var paper = new Paper();
        paper.force = person.force;
        paper.ref = Reference.random();
        paper.volunteer = person;
        paper.purpose = matter.purpose();
        paper.words = matter.words();
        paper.aboutRef = matter.aboutRef();
        paper.calledBySender = file.calledBySender();
        paper.type = file.type();
        paper.bytes = file.content().length;
        paper.sha256 = file.sha256();
        paper.scanned = file.scanned();
        paper.sentAt = clock.instant();
        paper.sentBy = by.name();
        paper.persist();
        safe.keep(paper, file.content());
        return new PaperSent(by, paper);
    }

    public boolean isWaiting() {
        return decidedAt == null;
    }

    /** Whether what it holds is still there. */
    public boolean isKept() {
        return decision != Decision.WITHDRAWN;
    }

    /** The name it is saved under, without its ending: ours, never the sender's. */
    public String fileName() {
        return "paper-" + ref.toLowerCase();
    }

    /** How large it is, in words. */
    public String size() {
        return bytes < 1 << 20
                ? Math.max(1, bytes >> 10) + " kB"
                : String.format(Locale.UK, "%.1f MB", bytes / (double) (1 << 20));
    }

    /** Somebody of the force looks at what it holds. */
    public PaperOpened open(Actor by, Clock clock) {
        if (openedAt == null) {
            openedAt = clock.instant();
            openedBy = by.name();
        }
        return new PaperOpened(by, this);
    }

    /** It shows what it is to show. Refuses one that nobody has opened. */
    public PaperDecided verify(Actor by, Clock clock) {
        refuseIfDecided();
        if (openedAt == null) throw new Refused("Open the paper before you verify it", "");
        return decide(Decision.VERIFIED, null, by, clock);
    }

    /**
     * What a verified paper settles about eligibility by itself: that the certificate of good conduct was seen (vetting
     * rule 14), that the permission for the day job is given (vetting section 6). Empty where it settles nothing.
     */
    public Optional<EligibilityFound> settle(Actor by, Clock clock) {
        if (decision != Decision.VERIFIED) return Optional.empty();
        var now = Eligibility.newest(volunteer).map(Eligibility::answers).orElse(EligibilityAnswers.NOTHING);
        boolean seen = purpose == PaperPurpose.GOOD_CONDUCT && Boolean.TRUE.equals(now.longAbroad());
        boolean given =
                purpose == PaperPurpose.PERMISSION && now.occupationFinding() == OccupationFinding.PERMISSION_NEEDED;
        var then = new EligibilityAnswers(
                now.rightToRemain(),
                now.residentSince(),
                now.longAbroad(),
                now.goodConductSeen() || seen,
                now.occupation(),
                given ? OccupationFinding.PERMISSION_GIVEN : now.occupationFinding());
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(Eligibility.find(
                        volunteer, then, OccupationRule.in(volunteer.force).after(now), by, clock));
    }

    /** It does not show it, for a reason that the person reads. */
    public PaperDecided giveBack(String typed, Actor by, Clock clock) {
        refuseIfDecided();
        var because = Texts.line(typed);
        if (because == null) throw new Refused("Enter why, for the person to read", "");
        var wrong = Texts.fault(because, LONGEST_REASON, false);
        if (wrong != null) throw new Refused(wrong, "");
        return decide(Decision.RETURNED, because, by, clock);
    }

    /** The person takes it back, and nothing of its content is kept. Refuses once somebody has looked at it. */
    public PaperDecided withdraw(Actor by, Clock clock) {
        refuseIfDecided();
        if (openedAt != null)
            throw new Refused(openedBy + " has looked at this paper already: ask them to return it", "");
        PaperContent.forget(this);
        return decide(Decision.WITHDRAWN, null, by, clock);
    }

    private void refuseIfDecided() {
        if (decision == Decision.WITHDRAWN) throw new Refused("This paper was taken back", "");
        if (!isWaiting()) throw new Refused("This was decided already, by " + decidedBy, "");
    }

    private PaperDecided decide(Decision what, String because, Actor by, Clock clock) {
        decision = what;
        reason = because;
        decidedAt = clock.instant();
        decidedBy = by.name();
        return new PaperDecided(by, this);
    }
}
