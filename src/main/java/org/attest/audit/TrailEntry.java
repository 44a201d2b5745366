package org.attest.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;

/**
 * One line of the trail, as it was entered. Nothing changes or removes one: {@link Trail} adds them, and who reads finds
 * them here.
 */
@Entity
@Immutable
@IdClass(TrailEntry.Place.class)
public class TrailEntry {

    /** Where an entry stands. */
    public record Place(String chain, Long number) implements Serializable {}

    @Id
    String chain;

    @Id
    Long number;

    @Column(name = "entered_at", nullable = false)
    Instant enteredAt;

    @Column(name = "actor_ref", nullable = false, length = 100)
    String actorRef;

    @Column(name = "actor_name", nullable = false, length = 200)
    String actorName;

    @Column(name = "actor_role", nullable = false, length = 1000)
    String actorRole;

    @Column(nullable = false, length = 100)
    String action;

    @Column(nullable = false, length = 200)
    String object;

    @Column(length = 100)
    String subject;

    @Column(nullable = false, columnDefinition = "text")
    String fields;

    @Column(length = 100)
    String reason;

    @Column(nullable = false, length = 64)
    String previous;

    @Column(nullable = false, length = 64)
    String hash;

    @Column(nullable = false, length = 64)
    String mac;

    protected TrailEntry() {}

    TrailEntry(VerifyTrail.Entry entry) {
        chain = entry.chain();
        number = entry.number();
        enteredAt = Instant.parse(entry.time());
        actorRef = entry.actorRef();
        actorName = entry.actorName();
        actorRole = entry.actorRole();
        action = entry.action();
        object = entry.object();
        subject = entry.subject();
        fields = entry.fields();
        reason = entry.reason();
        previous = entry.previous();
        hash = entry.hash();
        mac = entry.mac();
    }

    /** As it goes into an export and under the checker's eyes. */
    public VerifyTrail.Entry plain() {
        return new VerifyTrail.Entry(
                chain,
                number,
                enteredAt.toString(),
                actorRef,
                actorName,
                actorRole,
                action,
                object,
                subject,
                fields,
                reason,
                previous,
                hash,
                mac);
    }

    public String chain() {
        return chain;
    }

    public long number() {
        return number;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public Actor actor() {
        return new Actor(actorRef, actorName, actorRole);
    }

    public String action() {
        return action;
    }

    public String object() {
        return object;
    }

    /** A code; null for none. */
    public String reason() {
        return reason;
    }

    /** Names of the fields touched, without the hashes of their values. */
    public List<String> fieldNames() {
        if (fields.isEmpty()) return List.of();
        var names = new ArrayList<String>();
        for (var field : fields.split(",")) names.add(field.substring(0, field.lastIndexOf('=')));
        return names;
    }

    /** Entries of a chain behind a number and up to another, in their order; at most so many. */
    public static List<TrailEntry> behind(String chain, long after, long upTo, int most) {
        return Panache.getEntityManager()
                .createQuery(
                        "from TrailEntry where chain = :chain and number > :after and number <= :upTo order by number",
                        TrailEntry.class)
                .setParameter("chain", chain)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setMaxResults(most)
                .setHint("org.hibernate.readOnly", true)
                .getResultList();
    }

    /** What was done of one kind to, or seen of, the person with this reference since an instant, newest first. */
    public static List<TrailEntry> about(String subject, String action, Instant since) {
        return Panache.getEntityManager()
                .createQuery(
                        "from TrailEntry where subject = :subject and action = :action and enteredAt >= :since"
                                + " order by enteredAt desc, number desc",
                        TrailEntry.class)
                .setParameter("subject", subject)
                .setParameter("action", action)
                .setParameter("since", since)
                .setHint("org.hibernate.readOnly", true)
                .getResultList();
    }

    /** The entry, or null. */
    public static TrailEntry at(String chain, long number) {
        return Panache.getEntityManager().find(TrailEntry.class, new Place(chain, number));
    }

    /**
     * What somebody looks for in the trail; null means anything.
     *
     * @param chain one chain
     * @param from first instant
     * @param before the instant behind the last
     * @param who part of the actor's name
     * @param action part of the action
     * @param object part of the object
     */
    public record Search(String chain, Instant from, Instant before, String who, String action, String object) {

        private String where(Map<String, Object> parameters) {
            var conditions = new ArrayList<String>();
            add(conditions, parameters, "chain = :chain", "chain", chain);
            add(conditions, parameters, "enteredAt >= :from", "from", from);
            add(conditions, parameters, "enteredAt < :before", "before", before);
            add(conditions, parameters, "lower(actorName) like :who escape '!'", "who", containing(who));
            add(conditions, parameters, "lower(action) like :action escape '!'", "action", containing(action));
            add(conditions, parameters, "lower(object) like :object escape '!'", "object", containing(object));
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        private static void add(
                List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
            if (value == null) return;
            conditions.add(condition);
            parameters.put(name, value);
        }

        private static String containing(String part) {
            return part == null ? null : "%" + part.toLowerCase().replaceAll("[!%_]", "!$0") + "%";
        }

        public long count() {
            var parameters = new HashMap<String, Object>();
            var query = Panache.getEntityManager()
                    .createQuery("select count(*) from TrailEntry" + where(parameters), Long.class);
            parameters.forEach(query::setParameter);
            return query.getSingleResult();
        }

        /** Newest first; of the same instant by chain, the later number first. */
        public List<TrailEntry> newest(int offset, int most) {
            var parameters = new HashMap<String, Object>();
            var query = Panache.getEntityManager()
                    .createQuery(
                            "from TrailEntry" + where(parameters) + " order by enteredAt desc, chain, number desc",
                            TrailEntry.class)
                    .setFirstResult(offset)
                    .setMaxResults(most);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        }

        /** The next so many of {@link #newest} behind an entry, however many came in front meanwhile; null begins. */
        public List<TrailEntry> olderThan(TrailEntry last, int most) {
            if (last == null) return newest(0, most);
            var parameters = new HashMap<String, Object>();
            var where = where(parameters);
            var query = Panache.getEntityManager()
                    .createQuery(
                            "from TrailEntry" + where + (where.isEmpty() ? " where " : " and ")
                                    + "(enteredAt < :at or enteredAt = :at and (chain > :beside or chain = :beside and"
                                    + " number < :below)) order by enteredAt desc, chain, number desc",
                            TrailEntry.class)
                    .setParameter("at", last.enteredAt)
                    .setParameter("beside", last.chain)
                    .setParameter("below", last.number)
                    .setMaxResults(most);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        }
    }
}
