package org.attest.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.attest.readiness.Facts.AppointmentPeriod;
import org.attest.readiness.Facts.ClearancePeriod;
import org.attest.readiness.Facts.EligibilityFound;
import org.attest.readiness.Facts.EquipmentPeriod;
import org.attest.readiness.Facts.HoldPeriod;
import org.attest.readiness.Facts.ModulePeriod;
import org.attest.readiness.Facts.StagePeriod;
import org.attest.training.Extension;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * Brings together what every room knows about people: the one place that knows them all. Twelve statements for one person,
 * and twelve for every {@value #CHUNK}; within scope, like every query. Reads columns and not entities, so that thousands
 * of people leave nothing behind in the session.
 */
@ApplicationScoped
class FactsGathering {

    static final int CHUNK = 200;

    @Inject
    EntityManager em;

    /** A person's facts, and where the person belongs. */
    record Gathered(Long forceId, String forceSlug, Facts facts) {}

    /** The facts of one person. */
    Facts about(Volunteer volunteer) {
        return about(List.of(volunteer.id)).get(volunteer.id).facts();
    }

    /** The facts of many people by id, in the order of their ids; people out of scope or gone are left out. */
    Map<Long, Gathered> about(Collection<Long> ids) {
        var all = new LinkedHashMap<Long, Gathered>();
        var ordered = ids.stream().distinct().sorted().toList();
        for (int from = 0; from < ordered.size(); from += CHUNK) {
            gather(ordered.subList(from, Math.min(from + CHUNK, ordered.size())), all);
        }
        return all;
    }

    private void gather(List<Long> ids, Map<Long, Gathered> into) {
        var stages = rows(
                ids,
                "r.to, r.onDay from StageChange r",
                "r.onDay, r.recordedAt, r.id",
                t -> new StagePeriod(t.get(1, Stage.class), day(t, 2)));
        var appointments = rows(
                ids,
                "r.type, r.appointedOn, r.endedOn from Appointment r where r.withdrawnAt is null",
                "r.appointedOn, r.id",
                t -> new AppointmentPeriod(t.get(1, AppointmentType.class), day(t, 2), day(t, 3)));
        var attestations = rows(ids, "r.attestedOn from Attestation r", "r.attestedOn, r.id", t -> day(t, 1));
        var holds = rows(
                ids,
                "r.cause, r.startsOn, r.reviewOn, r.endedOn from Hold r",
                "r.startsOn, r.id",
                t -> new HoldPeriod(t.get(1, HoldCause.class), day(t, 2), day(t, 3), day(t, 4)));
        var equipment = rows(
                ids,
                "r.kind, r.serial, r.issuedOn, r.returnedOn from Equipment r",
                "r.issuedOn, r.id",
                t -> new EquipmentPeriod(t.get(1, EquipmentKind.class), t.get(2, String.class), day(t, 3), day(t, 4)));
        var eligibility = rows(
                ids,
                "r.rightToRemain, r.residentSince, r.longAbroad, r.goodConductSeen, r.occupationFinding, r.recordedAt"
                        + " from Eligibility r",
                "r.recordedAt, r.id",
                t -> new EligibilityFound(
                        t.get(1, RightToRemain.class),
                        day(t, 2),
                        t.get(3, Boolean.class),
                        t.get(4, Boolean.class),
                        t.get(5, OccupationFinding.class),
                        LocalDate.ofInstant(t.get(6, Instant.class), ClockOfAttest.LONDON)));
        var clearances = clearances(ids);
        var fresh = freshness(ids);
        var orders = Extension.approved();
        var modules = rows(
                ids,
                "m.code, r.earnedOn, r.lastDay, r.force.id from Qualification r join r.moduleVersion v join v.module m"
                        + " where r.revokedAt is null",
                "r.earnedOn, m.code, r.id",
                t -> {
                    var extension = Extension.covering(orders, t.get(1, String.class), t.get(4, Long.class), day(t, 3));
                    var until = extension == null ? day(t, 3) : extension.until();
                    return new ModulePeriod(t.get(1, String.class), day(t, 2), until);
                });
        var switchedOn = switchedOn(ids);
        for (var t : tuples(
                ids,
                "select r.id, r.force.id, r.force.slug, r.ref, coalesce(r.knownAs, r.fullName), r.appointmentType,"
                        + " r.birthDate, r.appliedOn from Volunteer r where r.id in :ids order by r.id")) {
            var id = t.get(0, Long.class);
            var found = eligibility.getOrDefault(id, List.of());
            into.put(
                    id,
                    new Gathered(
                            t.get(1, Long.class),
                            t.get(2, String.class),
                            new Facts(
                                    t.get(3, String.class),
                                    t.get(4, String.class),
                                    t.get(5, AppointmentType.class),
                                    day(t, 6),
                                    day(t, 7),
                                    stages.getOrDefault(id, List.of()),
                                    // a correction adds a row: the newest applies
                                    found.isEmpty() ? null : found.get(found.size() - 1),
                                    appointments.getOrDefault(id, List.of()),
                                    attestations.getOrDefault(id, List.of()),
                                    holds.getOrDefault(id, List.of()),
                                    equipment.getOrDefault(id, List.of()),
                                    clearances.getOrDefault(id, List.of()),
                                    fresh.get(t.get(1, Long.class)),
                                    modules.getOrDefault(id, List.of()),
                                    switchedOn.getOrDefault(t.get(1, Long.class), List.of()))));
        }
    }

    /** A row for each condition, and one for a clearance without. */
    private Map<Long, List<ClearancePeriod>> clearances(List<Long> ids) {
        var found = new LinkedHashMap<Long, ClearancePeriod>();
        var people = new HashMap<Long, Long>();
        for (var t : tuples(
                ids,
                "select r.volunteer.id, r.id, r.level, r.grantedOn, r.lastValidDay, r.endedOn, c from Clearance r"
                        + " left join r.restrictions c where r.volunteer.id in :ids order by r.grantedOn, r.id, c")) {
            var id = t.get(1, Long.class);
            people.put(id, t.get(0, Long.class));
            var ended = day(t, 5) != null && day(t, 5).isBefore(day(t, 4));
            var period = found.computeIfAbsent(
                    id,
                    i -> new ClearancePeriod(
                            t.get(2, ClearanceLevel.class),
                            day(t, 3),
                            ended ? day(t, 5) : day(t, 4),
                            ended,
                            new ArrayList<>()));
            var code = t.get(6, RestrictionCode.class);
            if (code != null) period.restrictions().add(code);
        }
        var byPerson = new HashMap<Long, List<ClearancePeriod>>();
        found.forEach((id, period) ->
                byPerson.computeIfAbsent(people.get(id), i -> new ArrayList<>()).add(period));
        return byPerson;
    }

    /** What the forces of these people have set for the age of a clearance at appointment, by force; the newest applies. */
    private Map<Long, Integer> freshness(List<Long> ids) {
        var months = new HashMap<Long, Integer>();
        for (var t : tuples(
                ids,
                "select r.force.id, r.amount from VettingSetting r where r.figure = APPOINTMENT and r.force.id in"
                        + " (select v.force.id from Volunteer v where v.id in :ids) order by r.recordedAt, r.id")) {
            var amount = t.get(1, String.class);
            months.put(t.get(0, Long.class), amount == null ? 0 : Integer.valueOf(amount));
        }
        return months;
    }

    /** The modules left to a force's choice that the forces of these people have switched on, by force; the newest choice applies. */
    private Map<Long, List<String>> switchedOn(List<Long> ids) {
        var on = new HashMap<Long, TreeSet<String>>();
        for (var t : tuples(
                ids,
                "select r.force.id, m.code, r.switchedOn from ModuleChoice r join r.module m where r.force.id in"
                        + " (select v.force.id from Volunteer v where v.id in :ids) order by r.recordedAt, r.id")) {
            var codes = on.computeIfAbsent(t.get(0, Long.class), f -> new TreeSet<>());
            if (t.get(2, Boolean.class)) codes.add(t.get(1, String.class));
            else codes.remove(t.get(1, String.class));
        }
        var listed = new HashMap<Long, List<String>>();
        on.forEach((force, codes) -> listed.put(force, List.copyOf(codes)));
        return listed;
    }

    private <T> Map<Long, List<T>> rows(List<Long> ids, String what, String order, Function<Tuple, T> fact) {
        var byPerson = new HashMap<Long, List<T>>();
        var where = what.contains(" where ") ? " and " : " where ";
        for (var t :
                tuples(ids, "select r.volunteer.id, " + what + where + "r.volunteer.id in :ids order by " + order)) {
            byPerson.computeIfAbsent(t.get(0, Long.class), id -> new ArrayList<>())
                    .add(fact.apply(t));
        }
        return byPerson;
    }

    private List<Tuple> tuples(List<Long> ids, String query) {
        return em.createQuery(query, Tuple.class).setParameter("ids", ids).getResultList();
    }

    private static LocalDate day(Tuple tuple, int column) {
        return tuple.get(column, LocalDate.class);
    }
}
