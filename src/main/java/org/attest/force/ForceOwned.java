package org.attest.force;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.Filter;

/**
 * A record that belongs to one force. Lists, counts, loads by key, HQL updates and deletes see only rows of the forces
 * in {@link CurrentScope}; native SQL does not, and must name the force itself.
 */
@MappedSuperclass
@Filter(name = ForceOwned.SCOPE)
public abstract class ForceOwned extends PanacheEntityBase {

    /** Name of the row filter. */
    public static final String SCOPE = "forceScope";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;
}
