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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How many posts for digital specials a force has, from a day on. Where nothing is written it has the default, setting
 * {@code attest.establishment}. A count and no person's record, hence outside the row filter: the national view sets the
 * forces side by side.
 */
@Entity
public class Establishment extends PanacheEntityBase {

    /** Posts of a force for which nothing is written and nothing set. */
    public static final int DEFAULT = 20;

    private static final int MOST = 10_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "establishment_seq")
    @SequenceGenerator(name = "establishment_seq", sequenceName = "establishment_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    @Column(nullable = false)
    public int posts;

    /** First day of this number of posts. */
    @Column(name = "from_day", nullable = false, updatable = false)
    public LocalDate fromDay;

    /** Posts of the force on the day. */
    public static int posts(Force force, LocalDate day) {
        return Establishment.<Establishment>find("force = ?1 and fromDay <= ?2 order by fromDay desc", force, day)
                .firstResultOptional()
                .map(e -> e.posts)
                .orElseGet(Establishment::unwritten);
    }

    /** Posts of every force on the day, by the force's id, in one query. */
    public static Map<Long, Integer> posts(LocalDate day) {
        var posts = new HashMap<Long, Integer>();
        for (var force : Force.all()) posts.put(force.id, unwritten());
        for (Establishment e : Establishment.<Establishment>list("fromDay <= ?1 order by fromDay", day)) {
            posts.put(e.force.id, e.posts);
        }
        return posts;
    }

    /** The force's numbers, oldest first. */
    public static List<Establishment> of(Force force) {
        return list("force = ?1 order by fromDay", force);
    }

    /** Gives the force so many posts from the day on; a number written for the same day is corrected. */
    public static void give(Force force, int posts, LocalDate from) {
        if (posts < 0 || posts > MOST) {
            throw new IllegalArgumentException("A force has between 0 and " + MOST + " posts, not " + posts);
        }
        var row = Establishment.<Establishment>find("force = ?1 and fromDay = ?2", force, from)
                .firstResultOptional()
                .orElseGet(Establishment::new);
        row.force = force;
        row.fromDay = from;
        row.posts = posts;
        row.persist();
    }

    private static int unwritten() {
        return ConfigProvider.getConfig()
                .getOptionalValue("attest.establishment", Integer.class)
                .orElse(DEFAULT);
    }
}
