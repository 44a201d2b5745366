package org.attest.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The random bytes that hide a person's values in the trail. Who disposes of the person destroys them: no value can be
 * told from its hash any more, and the chain stays whole.
 */
@Entity
@Table(name = "trail_salt")
public class Salt {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    String subject;

    /** Null once destroyed. */
    @Column(name = "salt")
    byte[] bytes;

    @Column(name = "destroyed_at")
    Instant destroyedAt;

    protected Salt() {}

    /**
     * Destroys the salt of a person, for good; inside the caller's transaction.
     *
     * @param subject the reference their deeds carry
     */
    public static void destroy(String subject, Instant at) {
        of(List.of(subject)); // so that a row stands there and no later deed makes a salt
        Panache.getEntityManager()
                .createQuery("update Salt set bytes = null, destroyedAt = :at where subject = :subject")
                .setParameter("at", at)
                .setParameter("subject", subject)
                .executeUpdate();
    }

    /** The salt of each subject; made where there is none. For a destroyed one, random bytes that nobody keeps. */
    static Map<String, byte[]> of(Collection<String> subjects) {
        var salts = new HashMap<String, byte[]>();
        if (subjects.isEmpty()) return salts;
        var missing = new TreeSet<>(subjects); // made in one order by everybody, so that nobody waits in a circle
        load(missing, salts);
        missing.removeAll(salts.keySet());
        for (var subject : missing) {
            Panache.getEntityManager()
                    .createNativeQuery(
                            "insert into trail_salt (subject, salt) values (:subject, :salt) on conflict do nothing")
                    .setParameter("subject", subject)
                    .setParameter("salt", random())
                    .executeUpdate();
        }
        if (!missing.isEmpty()) load(missing, salts);
        return salts;
    }

    private static void load(Collection<String> subjects, Map<String, byte[]> salts) {
        Panache.getEntityManager()
                .createQuery("select subject, bytes from Salt where subject in :subjects", Object[].class)
                .setParameter("subjects", subjects)
                .getResultList()
                .forEach(row -> salts.put((String) row[0], row[1] == null ? random() : (byte[]) row[1]));
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
