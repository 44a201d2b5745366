package org.attest.recruitment.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;

/** What a force adds to its public page, and whether it takes applications now. A change adds a row; the newest applies. */
@Entity
public class JoiningPage extends ForceOwned {

    static final int LONGEST_WORDS = 2000;
    static final int LONGEST_CONTACT = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "joining_page_seq")
    @SequenceGenerator(name = "joining_page_seq", sequenceName = "joining_page_seq", allocationSize = 50)
    public Long id;

    /** Whether applications can be started. Those begun can be finished all the same. */
    @Column(name = "takes_applications", nullable = false)
    public boolean takesApplications;

    /** In the force's own words; null where it adds none. */
    public String words;

    /** Whom a stranger may ask, as a force wants to be reached; null where it names nobody. */
    public String contact;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** What applies now; empty where the force has set nothing. */
    static Optional<JoiningPage> in(Force force) {
        return find("force = ?1 order by id desc", force).firstResultOptional();
    }

    /** What the force has set, newest first. */
    static List<JoiningPage> of(Force force) {
        return list("force = ?1 order by id desc", force);
    }

    static JoiningPageSet set(
            Force force, boolean takesApplications, String words, String contact, Actor by, Clock clock) {
        var page = new JoiningPage();
        page.force = force;
        page.takesApplications = takesApplications;
        page.words = words;
        page.contact = contact;
        page.recordedAt = clock.instant();
        page.recordedBy = by.name();
        page.persist();
        return new JoiningPageSet(by, page);
    }
}
