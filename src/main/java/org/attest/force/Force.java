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
import java.util.regex.Pattern;

/**
 * A police force. Its slug is its identity for good; its name may change ({@link ForceName}), and it may end and be
 * succeeded by another.
 */
@Entity
public class Force extends PanacheEntityBase {

    private static final Pattern BEYOND_THE_PLACE =
            Pattern.compile("^Police Service of | (Police Service|Police|Constabulary)$");

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

    /** Whether it exists on the day. */
    public boolean existsOn(LocalDate day) {
        return endedOn == null || !day.isAfter(endedOn);
    }

    /** For headings and narrow tables: {@code Kent} of Kent Police. Special forces and Police Scotland keep the whole. */
    public String shortName() {
        return territorial ? BEYOND_THE_PLACE.matcher(name).replaceAll("") : name;
    }

    /** The name it bore on the day. */
    public String nameOn(LocalDate day) {
        return ForceName.on(this, day).map(n -> n.name).orElse(name);
    }

    /** Bears another name from the day on. Its slug, and with it every address, stays. */
    public void rename(String newName, LocalDate from) {
        if (newName == null || newName.isBlank()) throw new IllegalArgumentException("A force needs a name");
        if (!existsOn(from)) throw new IllegalArgumentException(name + " has ended: it takes no other name");
        var names = ForceName.of(this);
        if (names.isEmpty()) {
            ForceName.write(this, name, null, from.minusDays(1));
        } else {
            var last = names.get(names.size() - 1);
            if (last.fromDay != null && !from.isAfter(last.fromDay)) {
                throw new IllegalArgumentException(
                        last.name + " is borne since " + last.fromDay + ": another name can only begin on a later day");
            }
            last.toDay = from.minusDays(1);
        }
        ForceName.write(this, newName, from, null);
        name = newName;
    }

    /**
     * Ends, and is succeeded by another force. Records stay with the force they were made in; whoever has the successor
     * in scope is shown the way there. Refused: ending twice, being one's own successor or in a ring of successors, and a
     * successor that does not exist on the day after.
     *
     * @param day last day of the force
     */
    public void end(LocalDate day, Force successor) {
        if (day == null || successor == null) {
            throw new IllegalArgumentException("A force ends on a day, and another takes over its people and posts");
        }
        if (endedOn != null) throw new IllegalArgumentException(name + " already ended on " + endedOn);
        for (var next = successor; next != null; next = next.successor) {
            if (next.slug.equals(slug)) throw new IllegalArgumentException(name + " cannot be succeeded by itself");
        }
        if (!successor.existsOn(day.plusDays(1))) {
            throw new IllegalArgumentException(
                    successor.name + " ended on " + successor.endedOn + " and cannot take over on a later day");
        }
        endedOn = day;
        this.successor = successor;
    }
}
