package org.attest.volunteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.attest.force.Force;

/**
 * Records of one force that may be one person's. Three statements, whatever the number of people: their signs, their former
 * names, and who was told apart. Within the memory only those are compared that share a birth date, a mailbox, a telephone,
 * a number or, where a birth date is missing, a name. Never across forces.
 */
public final class Lookalikes {

    /** Two records and what speaks for their being one person's. The one that came first stands first. */
    public record Pair(Likeness.Signs one, Likeness.Signs other, List<Likeness.Evidence> evidence) {

        /** Whether there is more than a name. */
        public boolean isProven() {
            return evidence.stream().anyMatch(Likeness.Evidence::proof);
        }

        /** Whether one of them left, so that somebody seems to have come again. */
        public boolean isReturn() {
            return one.hasLeft() != other.hasLeft();
        }
    }

    /** A record and what speaks for its being the person's in question. */
    public record Like(Likeness.Signs signs, List<Likeness.Evidence> evidence) {}

    /** With more people behind one birth date than this, it stands for one that nobody knew: only equal names count. */
    private static final int MOST_OF_A_DAY = 100;

    /** With more people behind one telephone or mailbox than this, it is a switchboard. */
    private static final int MOST_OF_A_LINE = 8;

    private final List<Likeness.Signs> people;
    private final Set<String> apart = new HashSet<>();

    private Lookalikes(Force force) {
        var em = Volunteer.getEntityManager();
        var former = new HashMap<Long, List<String>>();
        em.createQuery("select f.volunteer.id, f.fullName from FormerName f where f.force = :force", Object[].class)
                .setParameter("force", force)
                .getResultStream()
                .forEach(row -> former.computeIfAbsent((Long) row[0], id -> new ArrayList<>(1))
                        .add((String) row[1]));
        people = em.createQuery(
                        "select v.id, v.ref, v.fullName, v.knownAs, v.birthDate, v.email, v.phone, v.forceNumber, v.stage,"
                                + " v.stageSince from Volunteer v where v.force = :force order by v.id",
                        Object[].class)
                .setParameter("force", force)
                .getResultStream()
                .map(row -> new Likeness.Signs(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (LocalDate) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7],
                        (Stage) row[8],
                        (LocalDate) row[9],
                        former.getOrDefault((Long) row[0], List.of())))
                .toList();
        em.createQuery(
                        "select t.one.id, t.other.id from ToldApart t where t.force = :force and t.takenBackAt is null",
                        Object[].class)
                .setParameter("force", force)
                .getResultStream()
                .forEach(row -> apart.add(key((Long) row[0], (Long) row[1])));
    }

    /** Pairs of the force nobody has told apart, those with the most evidence first. */
    public static List<Pair> in(Force force) {
        return new Lookalikes(force).pairs();
    }

    /** Records that may be the person's too, but for those who were told apart from them. */
    public static List<Like> of(Volunteer person) {
        var all = new Lookalikes(person.force);
        return all.people.stream()
                .filter(s -> s.id().equals(person.id))
                .findFirst()
                .map(all::like)
                .orElse(List.of());
    }

    /** Records that may be those of somebody who is about to be added. */
    public static List<Like> of(Force force, Details details) {
        return new Lookalikes(force).like(Likeness.Signs.of(details));
    }

    /** What speaks for two records being one person's, whatever anybody said of them. */
    public static List<Likeness.Evidence> between(Volunteer one, Volunteer other) {
        return Likeness.of(signs(one), signs(other));
    }

    private static Likeness.Signs signs(Volunteer person) {
        return new Likeness.Signs(
                person.id,
                person.ref,
                person.fullName,
                person.knownAs,
                person.birthDate,
                person.email,
                person.phone,
                person.forceNumber,
                person.stage,
                person.stageSince,
                FormerName.of(person).stream().map(f -> f.fullName).toList());
    }

    private List<Like> like(Likeness.Signs wanted) {
        return people.stream()
                .filter(s -> !s.id().equals(wanted.id()))
                .filter(s -> wanted.id() == null || !apart.contains(key(s.id(), wanted.id())))
                .map(s -> new Like(s, Likeness.of(s, wanted)))
                .filter(like -> !like.evidence.isEmpty())
                .sorted(Comparator.comparing((Like like) -> -like.evidence.size()))
                .toList();
    }

    private List<Pair> pairs() {
        var found = new LinkedHashMap<String, Pair>();
        compare(by(Likeness.Signs::number), MOST_OF_A_LINE, found);
        compare(by(Likeness.Signs::mailbox), MOST_OF_A_LINE, found);
        compare(by(Likeness.Signs::line), MOST_OF_A_LINE, found);
        for (var day : by(Likeness.Signs::birthDate)) {
            if (day.size() <= MOST_OF_A_DAY) compare(List.of(day), MOST_OF_A_DAY, found);
            else compare(group(day, Likeness.Signs::name), MOST_OF_A_LINE, found);
        }
        for (var name : by(Likeness.Signs::name)) {
            if (name.stream().anyMatch(s -> s.birthDate() == null)) compare(List.of(name), MOST_OF_A_LINE, found);
        }
        return found.values().stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((Pair p) -> !p.isProven())
                        .thenComparing(p -> -p.evidence.size())
                        .thenComparing(p -> -p.other.id()))
                .toList();
    }

    private <K> Collection<List<Likeness.Signs>> by(Function<Likeness.Signs, K> sign) {
        return group(people, sign);
    }

    private static <K> Collection<List<Likeness.Signs>> group(
            List<Likeness.Signs> people, Function<Likeness.Signs, K> sign) {
        Map<K, List<Likeness.Signs>> groups = new LinkedHashMap<>();
        for (var person : people) {
            var key = sign.apply(person);
            if (key != null)
                groups.computeIfAbsent(key, k -> new ArrayList<>(2)).add(person);
        }
        return groups.values();
    }

    private void compare(Collection<List<Likeness.Signs>> groups, int most, Map<String, Pair> into) {
        for (var group : groups) {
            if (group.size() < 2 || group.size() > most) continue;
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    var one = group.get(i);
                    var other = group.get(j);
                    var key = key(one.id(), other.id());
                    if (apart.contains(key) || into.containsKey(key)) continue;
                    var evidence = Likeness.of(one, other);
                    if (!evidence.isEmpty()) into.put(key, new Pair(one, other, evidence));
                }
            }
        }
    }

    private static String key(Long one, Long other) {
        return Math.min(one, other) + "-" + Math.max(one, other);
    }
}
