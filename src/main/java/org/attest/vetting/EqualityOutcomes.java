package org.attest.vetting;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attest.audit.Keys;
import org.attest.force.Force;

/**
 * What came of a force's vetting cases, counted by protected characteristic (vetting rule 39). Numbers as they are: whoever
 * shows them hides the small ones.
 */
public final class EqualityOutcomes {

    /** Every case whose form came, and what came of it. One that was refused and won its appeal counts as both. */
    public enum Counted {
        APPLIED("Applications"),
        GRANTED("Granted"),
        REFUSED("Refused"),
        WITHDRAWN("Withdrawn"),
        UPHELD("Appeals upheld");

        private final String words;

        Counted(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param counts one for each {@link Counted}, in its order */
    public record Group(String words, List<Integer> counts) {}

    /** @param groups those that can be answered, then those who would rather not say or did not answer */
    public record Table(Characteristic characteristic, List<Group> groups) {}

    private record Case(long person, Set<Counted> counted) {}

    private EqualityOutcomes() {}

    /** Four statements, whatever the number of cases. */
    public static List<Table> of(Force force, Keys keys) {
        var cases = cases(force);
        var replies = EqualityReply.in(force, keys);
        var tables = new ArrayList<Table>();
        for (var characteristic : Characteristic.values()) {
            var counts = new LinkedHashMap<String, int[]>();
            characteristic.options().forEach(o -> counts.put(o.value(), new int[Counted.values().length]));
            counts.put("", new int[Counted.values().length]);
            for (var one : cases) {
                var answer = replies.getOrDefault(one.person, Map.of()).getOrDefault(characteristic, "");
                for (var counted : one.counted) counts.get(answer)[counted.ordinal()]++;
            }
            var groups = new ArrayList<Group>();
            characteristic.options().forEach(o -> groups.add(group(o.text(), counts.get(o.value()))));
            groups.add(group("Not answered", counts.get("")));
            tables.add(new Table(characteristic, List.copyOf(groups)));
        }
        return tables;
    }

    private static Group group(String words, int[] counts) {
        var list = new ArrayList<Integer>();
        for (int count : counts) list.add(count);
        return new Group(words, List.copyOf(list));
    }

    private static List<Case> cases(Force force) {
        var em = Panache.getEntityManager();
        var refused = new HashSet<>(em.createQuery(
                        "select d.vettingCase.id from VettingDecision d where d.force = :force and d.outcome = :outcome",
                        Long.class)
                .setParameter("force", force)
                .setParameter("outcome", Outcome.REFUSED)
                .getResultList());
        var upheld = new HashSet<>(em.createQuery(
                        "select a.vettingCase.id from VettingAppeal a where a.force = :force and a.outcome in :upheld",
                        Long.class)
                .setParameter("force", force)
                .setParameter("upheld", List.of(Appeal.Result.GRANT, Appeal.Result.SEND_BACK))
                .getResultList());
        return em
                .createQuery(
                        "select c.id, c.volunteer.id, c.state, c.validUntil from VettingCase c"
                                + " where c.force = :force and c.submittedOn is not null",
                        Object[].class)
                .setParameter("force", force)
                .getResultList()
                .stream()
                .map(row -> {
                    var counted = EnumSet.of(Counted.APPLIED);
                    if (row[3] != null) counted.add(Counted.GRANTED);
                    if (refused.contains((Long) row[0])) counted.add(Counted.REFUSED);
                    if (row[2] == CaseState.WITHDRAWN_BY_APPLICANT) counted.add(Counted.WITHDRAWN);
                    if (upheld.contains((Long) row[0])) counted.add(Counted.UPHELD);
                    return new Case((Long) row[1], counted);
                })
                .toList();
    }
}
