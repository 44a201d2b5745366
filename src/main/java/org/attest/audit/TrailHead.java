package org.attest.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

/** The end of a chain: whoever adds an entry holds this row until their transaction ends, so that numbers have no gaps. */
@Entity
public class TrailHead {

    @Id
    String chain;

    /** Number of the last entry; 0 before the first. */
    @Column(nullable = false)
    long number;

    /** Hash of the last entry. */
    @Column(nullable = false, length = 64)
    String hash;

    protected TrailHead() {}

    public String chain() {
        return chain;
    }

    public long number() {
        return number;
    }

    public String hash() {
        return hash;
    }

    /** Every chain's end, by name of the chain. */
    public static List<TrailHead> all() {
        return Panache.getEntityManager()
                .createQuery("from TrailHead order by chain", TrailHead.class)
                .getResultList();
    }
}
