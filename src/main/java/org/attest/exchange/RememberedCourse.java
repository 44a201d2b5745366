package org.attest.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;

/** Which module a course of another system was, the last time a force said so. Rows are only added: the newest is offered. */
@Entity
public class RememberedCourse extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "remembered_course_seq")
    @SequenceGenerator(name = "remembered_course_seq", sequenceName = "remembered_course_seq", allocationSize = 50)
    public Long id;

    /** Its name in small letters and without signs. */
    @Column(nullable = false, updatable = false)
    String course;

    /** As {@link CourseMeaning#written}. */
    @Column(nullable = false, updatable = false)
    String meant;

    @Column(name = "used_at", nullable = false, updatable = false)
    Instant usedAt;

    @Column(name = "used_by", nullable = false, updatable = false)
    String usedBy;

    /** What each course was last, by its name. */
    static Map<String, String> of(Force force) {
        var newest = new LinkedHashMap<String, String>();
        RememberedCourse.<RememberedCourse>list("force = ?1 order by usedAt, id", force)
                .forEach(one -> newest.put(one.course, one.meant));
        return newest;
    }

    /** Those that are another than they were. */
    static void remember(Force force, Map<String, String> chosen, Actor by, Clock clock) {
        var known = of(force);
        chosen.forEach((course, meant) -> {
            if (meant.equals(known.get(course))) return;
            var one = new RememberedCourse();
            one.force = force;
            one.course = course;
            one.meant = meant;
            one.usedAt = clock.instant();
            one.usedBy = by.name();
            one.persist();
        });
    }
}
