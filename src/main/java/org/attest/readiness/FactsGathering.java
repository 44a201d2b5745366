package org.attest.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.readiness.Facts.AppointmentPeriod;
import org.attest.readiness.Facts.EligibilityFound;
import org.attest.readiness.Facts.EquipmentPeriod;
import org.attest.readiness.Facts.HoldPeriod;
import org.attest.readiness.Facts.StagePeriod;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.Hold;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * Brings together what every room knows about people: the one place that knows them all. Seven statements for one person,
 * and seven for every {@value #CHUNK}; within scope, like every query.
 */
@ApplicationScoped
class FactsGathering {

    static final int CHUNK = 200;

    @Inject
    EntityManager em;

    /** A person's facts beside the person. */
    record Gathered(Volunteer volunteer, Facts facts) {}

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
        var stages = new HashMap<Long, List<StagePeriod>>();
        for (var s : rows(StageChange.class, "onDay, r.id", ids)) {
            add(stages, s.volunteer, new StagePeriod(s.to, s.onDay));
        }
        var appointments = new HashMap<Long, List<AppointmentPeriod>>();
        for (var a : rows(Appointment.class, "appointedOn, r.id", ids)) {
            add(appointments, a.volunteer, new AppointmentPeriod(a.type, a.appointedOn, a.endedOn));
        }
        var attestations = new HashMap<Long, List<LocalDate>>();
        for (var a : rows(Attestation.class, "attestedOn, r.id", ids)) add(attestations, a.volunteer, a.attestedOn);
        var holds = new HashMap<Long, List<HoldPeriod>>();
        for (var h : rows(Hold.class, "startsOn, r.id", ids)) {
            add(holds, h.volunteer, new HoldPeriod(h.cause, h.startsOn, h.reviewOn, h.endedOn));
        }
        var equipment = new HashMap<Long, List<EquipmentPeriod>>();
        for (var e : rows(Equipment.class, "issuedOn, r.id", ids)) {
            add(equipment, e.volunteer, new EquipmentPeriod(e.kind, e.serial, e.issuedOn, e.returnedOn));
        }
        // the newest finding applies
        var eligibility = new HashMap<Long, EligibilityFound>();
        for (var e : rows(Eligibility.class, "recordedAt, r.id", ids)) {
            eligibility.put(
                    e.volunteer.id,
                    new EligibilityFound(
                            e.rightToRemain,
                            e.residentSince,
                            e.longAbroad,
                            e.goodConductSeen,
                            e.occupationFinding,
                            LocalDate.ofInstant(e.recordedAt, ClockOfAttest.LONDON)));
        }
        for (var v : em.createQuery(
                        "from Volunteer v join fetch v.force where v.id in :ids order by v.id", Volunteer.class)
                .setParameter("ids", ids)
                .getResultList()) {
            into.put(
                    v.id,
                    new Gathered(
                            v,
                            new Facts(
                                    v.ref,
                                    v.called(),
                                    v.appointmentType,
                                    v.birthDate,
                                    v.appliedOn,
                                    stages.getOrDefault(v.id, List.of()),
                                    eligibility.get(v.id),
                                    appointments.getOrDefault(v.id, List.of()),
                                    attestations.getOrDefault(v.id, List.of()),
                                    holds.getOrDefault(v.id, List.of()),
                                    equipment.getOrDefault(v.id, List.of()))));
        }
    }

    private <T> List<T> rows(Class<T> type, String order, List<Long> ids) {
        return em.createQuery(
                        "from " + type.getSimpleName() + " r where r.volunteer.id in :ids order by r." + order, type)
                .setParameter("ids", ids)
                .getResultList();
    }

    private static <T> void add(Map<Long, List<T>> map, Volunteer volunteer, T value) {
        map.computeIfAbsent(volunteer.id, id -> new ArrayList<>()).add(value);
    }
}
