package org.attest.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Reference;
import org.attest.readiness.Determinations;
import org.attest.security.Account;
import org.attest.training.LearnedElsewhere;
import org.attest.volunteer.BroughtIn;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Details;
import org.attest.volunteer.TakenBack;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * Takes an import back as a whole, while nothing later depends on what it brought: the people it made are gone from every list
 * and count, changed details are what they were. The trail, the file and what it brought stay to be read.
 */
@ApplicationScoped
class Undoing {

    private static final int AT_ONCE = 500;

    /** Deeds that only look; everything else after the import depends on it. */
    private static final String NOT_A_LOOK =
            "e.action not like '% viewed' and e.action not like '% downloaded' and e.action not like '% read'";

    private static final String LATER_DEEDS =
            "select r.rowNo, r.personRef, v.fullName, e.action, e.actorName, e.enteredAt from TrailEntry e join"
                    + " BroughtIn r on r.personRef = e.subject left join r.volunteer v where r.importRef = :ref and"
                    + " e.chain = :chain and e.number > (select max(i.number) from TrailEntry i where i.chain = :chain and"
                    + " i.object = :object and i.action = 'people imported') and "
                    + NOT_A_LOOK
                    + " order by e.number";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    @Inject
    RoomColumns rooms;

    @Inject
    Determinations determinations;

    @Inject
    Completions completions;

    /** Something later about a person of the import: what, by whom and when. */
    record Later(int row, String ref, String name, String what, String by, Instant at) {

        String sentence() {
            return name + " (" + Reference.grouped(ref) + ", row " + row + "): " + what + " on " + Formats.inWords(at)
                    + " by " + by;
        }
    }

    /** What was done since to the people of the import, earliest first, at most so many: as long as there is any, it stays. */
    List<Later> later(ImportBatch batch, int most) {
        // results are revoked, not deleted: nothing stands in the way of that
        if (batch.isCompletions()) return List.of();
        var found = new ArrayList<Later>();
        for (var other : BroughtIn.later(batch.ref, most)) {
            found.add(new Later(
                    other.rowNo,
                    other.personRef,
                    other.volunteer.fullName,
                    "changed by the file " + other.fileName + ", import " + Reference.grouped(other.importRef),
                    other.broughtBy,
                    other.broughtAt));
        }
        em.createQuery(LATER_DEEDS, Object[].class)
                .setParameter("ref", batch.ref)
                .setParameter("chain", batch.force.slug)
                .setParameter("object", "import " + Reference.grouped(batch.ref))
                .setMaxResults(most)
                .getResultStream()
                .forEach(row -> found.add(new Later(
                        (Integer) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (Instant)
                                row[5])));
        return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
    }

    /** How many people would go, and of how many the details would be put back; of completed training, how many results. */
    record Reach(int withdrawn, int putBack) {}

    Reach reach(ImportBatch batch) {
        if (batch.isCompletions()) {
            int standing = (int) LearnedElsewhere.broughtInBy(batch.ref).stream()
                    .filter(one -> !one.revoked())
                    .count();
            return new Reach(standing, 0);
        }
        int made = (int) BroughtIn.count("importRef = ?1 and isNew = true", batch.ref);
        return new Reach(made, (int) BroughtIn.countOf(batch.ref) - made);
    }

    /**
     * Undoes it, in the transaction at hand. Refused when something later depends on it: who was first, and what was done, is
     * named. Who asks again for what is done already gets nothing.
     */
    Reach undo(ImportBatch found, String because, Actor by) {
        var batch = found.locked();
        if (!batch.isCommitted()) throw new Refused("Only a file that was brought in can be undone", "");
        if (batch.isCompletions()) return new Reach(completions.undo(batch, because, by), 0);
        var ref = batch.ref;
        var reach = reach(batch);
        var rows = BroughtIn.ofImport(ref);
        // nobody can change one of these people between the question and the deed
        for (var some : chunks(rows)) lock(ids(some));
        var own = Account.idOf(by);
        if (own != null && rows.stream().anyMatch(row -> own.equals(row.volunteer.accountId))) {
            throw new Refused("This import brought in your own record: a colleague has to undo it", "");
        }
        later(batch, 1).stream().findFirst().ifPresent(later -> {
            throw new Refused("This import cannot be undone: " + later.sentence() + " depends on it", "");
        });
        for (var some : chunks(rows)) {
            rooms.takeBack(facts(some));
            em.flush();
        }
        var made = rows.stream().filter(row -> row.isNew).toList();
        var changed = rows.stream().filter(row -> !row.isNew).toList();
        BroughtIn.undo(ref, clock.instant());
        for (var some : chunks(made)) {
            determinations.forget(ids(some));
            BroughtIn.letGo(ids(some));
            TakenBack.people(ids(some));
        }
        for (var some : chunks(changed)) {
            TakenBack.facts(facts(some));
            putBack(some, by);
            em.flush();
            determinations.recompute(ids(some));
        }
        batch.undone(because, by, clock);
        deeds.fire(new ImportUndone(by, batch, reach.withdrawn, reach.putBack));
        return reach;
    }

    private void lock(List<Long> people) {
        em.createQuery("select v from Volunteer v where v.id in :ids order by v.id", Volunteer.class)
                .setParameter("ids", people)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void putBack(List<BroughtIn> rows, Actor by) {
        for (var row : rows) {
            var person = row.volunteer;
            var was = person.details().fields();
            row.before.forEach((field, value) -> was.computeIfPresent(field, (name, now) -> value));
            person.putBack(Details.of(was));
            if (row.before.containsKey("appliedOn")) person.rememberApplication(day(row.before.get("appliedOn")));
            if (row.before.containsKey("cohort")) {
                var cohort = row.before.get("cohort");
                em.flush(); // the places that people withdrawn held are free again
                naming(
                        row,
                        () -> person.joinCohort(
                                cohort.isEmpty() ? null : em.find(Cohort.class, Long.valueOf(cohort)), by, clock));
            }
        }
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static void naming(BroughtIn row, Runnable work) {
        try {
            work.run();
        } catch (Refused e) {
            throw new Refused(
                    "This import cannot be undone. Row " + row.rowNo + ", " + row.volunteer.fullName + ": "
                            + e.sentence(),
                    e.rule());
        }
    }

    private static List<Long> ids(Collection<BroughtIn> rows) {
        return rows.stream().map(row -> row.volunteer.id).distinct().sorted().toList();
    }

    /** Ids of the rows that these brought, by kind. */
    private static Map<String, List<Long>> facts(Collection<BroughtIn> rows) {
        var facts = new HashMap<String, List<Long>>();
        for (var row : rows) {
            for (var kind : row.kinds()) {
                facts.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(row.ids(kind));
            }
        }
        return facts;
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            chunks.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return chunks;
    }
}
