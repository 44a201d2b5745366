package org.attest.vetting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.policy.Tier;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * A post with wide access to intelligence, financial or operational assets. Each force keeps its own list: the national one
 * could not be read (vetting section 1.1).
 */
@Entity
public class DesignatedPost extends ForceOwned {

    static final int LONGEST_NAME = 120;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "designated_post_seq")
    @SequenceGenerator(name = "designated_post_seq", sequenceName = "designated_post_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, updatable = false, unique = true)
    public String ref;

    @Column(nullable = false)
    public String name;

    @Column(name = "from_day", nullable = false)
    public LocalDate fromDay;

    /** Last day on the list; null while it is on it. */
    @Column(name = "ended_on")
    public LocalDate endedOn;

    /** The tier it stands for; null where there is none. */
    @Enumerated(EnumType.STRING)
    public Tier tier;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    @Column(name = "ended_by")
    public String endedBy;

    /** The force's posts, those on the list first, by name. */
    public static List<DesignatedPost> of(Force force) {
        return list("force = ?1 order by case when endedOn is null then 0 else 1 end, name, id", force);
    }

    public static Optional<DesignatedPost> byRef(String ref) {
        return find("ref", Reference.normalise(ref)).firstResultOptional();
    }

    /** The clearance it asks of the person: management vetting of a special constable, NPPV 3 of everybody else (vetting rule 8). */
    public static ClearanceLevel needed(Volunteer person) {
        return person.appointmentType == AppointmentType.SPECIAL_CONSTABLE
                ? ClearanceLevel.MANAGEMENT
                : ClearanceLevel.NPPV_3;
    }

    /** Puts a post on the list. Refused without a name, and while one of the name is on it. */
    public static PostDesignated designate(Force force, String name, LocalDate from, Tier tier, Actor by, Clock clock) {
        var cleaned = name == null ? "" : name.strip().replaceAll("\\s+", " ");
        if (cleaned.isEmpty()) throw new Refused("Enter the name of the post", "");
        if (cleaned.length() > LONGEST_NAME) throw new Refused("Use " + LONGEST_NAME + " characters or fewer", "");
        if (of(force).stream().anyMatch(p -> p.endedOn == null && p.name.equalsIgnoreCase(cleaned))) {
            throw new Refused("A post of this name is on the list already", "");
        }
        var post = new DesignatedPost();
        post.force = force;
        post.ref = Reference.random();
        post.name = cleaned;
        post.fromDay = from;
        post.tier = tier;
        post.recordedAt = clock.instant();
        post.recordedBy = by.name();
        post.persist();
        return new PostDesignated(by, post);
    }

    /** It is off the list from the day after. Refused while somebody holds it beyond that day. */
    public PostUndesignated end(LocalDate lastDay, Actor by) {
        if (endedOn != null) throw new Refused("It is off the list since " + Formats.inWords(endedOn), "");
        if (lastDay.isBefore(fromDay)) throw new Refused("The last day is before the first", "");
        if (PostHolding.of(this).stream().anyMatch(h -> h.lastDay == null || h.lastDay.isAfter(lastDay))) {
            throw new Refused("Somebody holds the post beyond that day: end that on their record first", "");
        }
        endedOn = lastDay;
        endedBy = by.name();
        return new PostUndesignated(by, this);
    }

    public boolean isOnTheListOn(LocalDate day) {
        return !day.isBefore(fromDay) && (endedOn == null || !day.isAfter(endedOn));
    }

    /**
     * Puts the person into the post from a day on. Without the clearance live on that day the attempt is kept as prevented, and
     * they hold nothing (vetting rule 8). Refused for who has left, for a post not on the list on that day, and twice.
     *
     * @return {@link PutIntoPost} or {@link PostingPrevented}
     */
    public PostingDeed put(Volunteer person, LocalDate from, Actor by, Clock clock) {
        if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
        if (from.isAfter(LocalDate.now(clock).plusYears(1))) throw new Refused("The day is more than a year ahead", "");
        if (!isOnTheListOn(from)) throw new Refused("The post is not on the list on " + Formats.inWords(from), "");
        if (PostHolding.of(person).stream().anyMatch(h -> h.post.equals(this) && h.lastsAfter(from))) {
            throw new Refused(person.called() + " holds this post already", "");
        }
        var needed = needed(person);
        if (Clearance.live(person, needed, from).isEmpty()) {
            return new PostingPrevented(by, PreventedPosting.keep(this, person, from, needed, by, clock));
        }
        return new PutIntoPost(by, PostHolding.begin(this, person, from, by, clock));
    }
}
