package org.attest.vetting;

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
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A person in a designated post, from a day to a last one. */
@Entity
public class PostHolding extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "post_holding_seq")
    @SequenceGenerator(name = "post_holding_seq", sequenceName = "post_holding_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, updatable = false, unique = true)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "post_id", updatable = false)
    public DesignatedPost post;

    @Column(name = "from_day", nullable = false, updatable = false)
    public LocalDate fromDay;

    /** Null while it lasts. */
    @Column(name = "last_day")
    public LocalDate lastDay;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    @Column(name = "ended_by")
    public String endedBy;

    /** The person's posts, the newest first. */
    public static List<PostHolding> of(Volunteer person) {
        return list(
                "from PostHolding h join fetch h.post where h.volunteer = ?1 order by h.fromDay desc, h.id desc",
                person);
    }

    static List<PostHolding> of(DesignatedPost post) {
        return list("post = ?1 order by fromDay, id", post);
    }

    /** Who holds a post of the force on the day, by name of the post. */
    static List<PostHolding> lastingIn(Force force, LocalDate day) {
        return list(
                "from PostHolding h join fetch h.post p join fetch h.volunteer v where h.force = ?1 and h.fromDay <= ?2"
                        + " and (h.lastDay is null or h.lastDay >= ?2) order by p.name, v.fullName, h.id",
                force,
                day);
    }

    public static Optional<PostHolding> byRef(String ref) {
        return find("ref", Reference.normalise(ref)).firstResultOptional();
    }

    static PostHolding begin(DesignatedPost post, Volunteer person, LocalDate from, Actor by, Clock clock) {
        var holding = new PostHolding();
        holding.force = person.force;
        holding.ref = Reference.random();
        holding.volunteer = person;
        holding.post = post;
        holding.fromDay = from;
        holding.recordedAt = clock.instant();
        holding.recordedBy = by.name();
        holding.persist();
        return holding;
    }

    boolean lastsAfter(LocalDate day) {
        return lastDay == null || !lastDay.isBefore(day);
    }

    public boolean lastsOn(LocalDate day) {
        return !day.isBefore(fromDay) && lastsAfter(day);
    }

    /** It ends with this day. */
    public PostLeft end(LocalDate last, Actor by) {
        if (lastDay != null && !last.isBefore(lastDay)) {
            throw new Refused("It ended with " + Formats.inWords(lastDay), "");
        }
        if (last.isBefore(fromDay)) throw new Refused("The last day is before " + Formats.inWords(fromDay), "");
        lastDay = last;
        endedBy = by.name();
        return new PostLeft(by, this);
    }
}
