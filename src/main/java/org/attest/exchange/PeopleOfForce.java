package org.attest.exchange;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;

/**
 * The people a force had when a dry run began: by what they are found, in one statement; what is held about some of them, in
 * four, whatever their number.
 */
final class PeopleOfForce implements KnownPeople {

    private final EntityManager em;
    private final LocalDate today;
    private final RoomColumns rooms;
    private final Map<String, Sign> byReference = new HashMap<>();
    private final Map<String, Sign> byNumber = new HashMap<>();
    private final Map<String, Sign> byEmail = new HashMap<>();
    private final Map<String, List<Sign>> byName = new HashMap<>();

    PeopleOfForce(Force force, LocalDate today, EntityManager em, RoomColumns rooms) {
        this.em = em;
        this.rooms = rooms;
        this.today = today;
        em.createQuery(
                        "select v.id, v.ref, v.fullName, v.forceNumber, v.email, v.birthDate from Volunteer v"
                                + " where v.force = :force order by v.id",
                        Object[].class)
                .setParameter("force", force)
                .getResultStream()
                .forEach(row -> {
                    var sign = new Sign(
                            (Long) row[0],
                            (String) row[1],
                            Texts.folded((String) row[2]),
                            (String) row[3],
                            (String) row[4],
                            (LocalDate) row[5]);
                    byReference.put(sign.ref(), sign);
                    if (sign.forceNumber() != null) byNumber.put(sign.forceNumber(), sign);
                    if (sign.email() != null) byEmail.put(sign.email(), sign);
                    byName.computeIfAbsent(sign.name(), name -> new ArrayList<>(1))
                            .add(sign);
                });
    }

    @Override
    public Sign withReference(String typed) {
        return byReference.get(Reference.normalise(typed));
    }

    @Override
    public Sign withForceNumber(String forceNumber) {
        return byNumber.get(forceNumber);
    }

    @Override
    public Sign withEmail(String email) {
        return byEmail.get(email);
    }

    @Override
    public List<Sign> named(String folded) {
        return byName.getOrDefault(folded, List.of());
    }

    @Override
    public Map<Long, KnownPerson> held(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        var appointments = new HashMap<Long, Appointment>();
        var ended = new HashMap<Long, LocalDate>();
        for (var a : list(Appointment.class, "appointedOn", ids)) {
            if (a.isWithdrawn()) continue;
            if (a.endedOn == null || !a.endedOn.isBefore(today)) appointments.putIfAbsent(a.volunteer.id, a);
            else ended.merge(a.volunteer.id, a.endedOn, (one, other) -> one.isAfter(other) ? one : other);
        }
        var attestations = new HashMap<Long, Attestation>();
        list(Attestation.class, "attestedOn", ids).forEach(a -> attestations.put(a.volunteer.id, a));
        var findings = new HashMap<Long, Eligibility>();
        list(Eligibility.class, "recordedAt", ids).forEach(e -> findings.put(e.volunteer.id, e));

        var inRooms = rooms.held(ids, today);

        var held = new HashMap<Long, KnownPerson>();
        em.createQuery("from Volunteer v left join fetch v.cohort where v.id in :ids", Volunteer.class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(v -> {
                    var appointment = appointments.get(v.id);
                    var attestation = attestations.get(v.id);
                    var finding = findings.get(v.id);
                    held.put(
                            v.id,
                            new KnownPerson(
                                    v.id,
                                    v.ref,
                                    v.details(),
                                    v.stage,
                                    v.stageSince,
                                    v.appliedOn,
                                    v.cohort == null ? null : v.cohort.id,
                                    v.cohort == null ? null : v.cohort.name,
                                    appointment == null ? null : appointment.appointedOn,
                                    ended.get(v.id),
                                    attestation == null ? null : attestation.attestedOn,
                                    attestation == null ? null : attestation.magistrate,
                                    attestation == null ? null : attestation.place,
                                    finding == null ? null : finding.answers(),
                                    inRooms.getOrDefault(v.id, Map.of()),
                                    v.accountId));
                    em.detach(v);
                });
        return held;
    }

    private <T> List<T> list(Class<T> type, String order, Collection<Long> ids) {
        var rows = em.createQuery(
                        "from " + type.getSimpleName() + " f where f.volunteer.id in :ids order by f." + order
                                + ", f.id",
                        type)
                .setParameter("ids", ids)
                .getResultList();
        rows.forEach(em::detach);
        return rows;
    }
}
