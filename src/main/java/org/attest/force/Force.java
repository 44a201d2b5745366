package org.attest.force;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A police force. Its slug is its identity for good; its name may change ({@link ForceName}), and it may end and be
 * succeeded by another.
 */
@Entity
public class Force extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "force_seq")
    @SequenceGenerator(name = "force_seq", sequenceName = "force_seq", allocationSize = 50)
    public Long id;

    /** Identifier in addresses, as in {@code police-forces.csv}; never changes. */
    @Column(nullable = false, unique = true, updatable = false)
    public String slug;

    /** Code of the Office for National Statistics; null where it gives none. */
    public String code;

    /** The name in use now. */
    @Column(nullable = false)
    public String name;

    public String region;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Nation nation;

    /** False for the three special police forces. */
    public boolean territorial;

    /** Last day it existed; null while it does. */
    @Column(name = "ended_on")
    public LocalDate endedOn;

    /** The force that took over its people and posts when it ended. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor_id")
    public Force successor;

    /** The force at this address, if there is one. */
    public static Optional<Force> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** Every force, by name. */
    public static List<Force> all() {
        return list("order by name");
    }

    static Set<Long> allIds() {
        return getEntityManager()
                .createQuery("select f.id from Force f", Long.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it exists on the day. */
    public boolean existsOn(LocalDate day) {
        return endedOn == null || !day.isAfter(endedOn);
    }
}
