package org.attest.force;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A name a force bore for a time, so that a paper of 2022 can be headed as it was then. Public knowledge, hence outside
 * the row filter. A force that was never renamed has no rows here: {@link Force#name} is all there is.
 */
@Entity
public class ForceName extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "force_name_seq")
    @SequenceGenerator(name = "force_name_seq", sequenceName = "force_name_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    @Column(nullable = false, updatable = false)
    public String name;

    /** First day of the name; null when it began before anybody wrote it down. */
    @Column(name = "from_day", updatable = false)
    public LocalDate fromDay;

    /** Last day of the name; null while it is borne. */
    @Column(name = "to_day")
    public LocalDate toDay;

    /** The force's names, oldest first. */
    public static List<ForceName> of(Force force) {
        // not "nulls first": Hibernate leaves it out on H2, not knowing that our URL sorts nulls last
        return list("force = ?1 order by case when fromDay is null then 0 else 1 end, fromDay", force);
    }

    static Optional<ForceName> on(Force force, LocalDate day) {
        return of(force).stream().filter(n -> n.isBorneOn(day)).findFirst();
    }

    /** Writes down that the force bears the name from the day, or from before memory, until the other, or until now. */
    static void write(Force force, String name, LocalDate from, LocalDate to) {
        var row = new ForceName();
        row.force = force;
        row.name = name;
        row.fromDay = from;
        row.toDay = to;
        row.persist();
    }

    /** Whether the force bore it on the day. */
    public boolean isBorneOn(LocalDate day) {
        return (fromDay == null || !day.isBefore(fromDay)) && (toDay == null || !day.isAfter(toDay));
    }
}
