package org.attest.volunteer;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What an import that is undone leaves behind: nothing of what it brought. The caller has made sure that nothing came after; a
 * room that still knows one of the people makes the database refuse.
 */
public final class TakenBack {

    /** Kinds of the facts that a file can bring about a person, beside those of rooms. */
    public static final String APPOINTMENT = "appointment";

    public static final String ATTESTATION = "attestation";
    public static final String ELIGIBILITY = "eligibility";

    private TakenBack() {}

    /** These people, whom the import made, go with what stands about them here, so that no list and no count can find them. */
    public static void people(Collection<Long> ids) {
        if (ids.isEmpty()) return;
        for (var kind : List.of("Attestation", "Appointment", "Eligibility", "StageChange")) {
            Panache.getEntityManager()
                    .createQuery("delete from " + kind + " r where r.volunteer.id in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        Volunteer.delete("id in ?1", ids);
    }

    /** What it added to people who were here before goes, by kind and id. */
    public static void facts(Map<String, List<Long>> facts) {
        Attestation.delete("id in ?1", facts.getOrDefault(ATTESTATION, List.of()));
        Appointment.delete("id in ?1", facts.getOrDefault(APPOINTMENT, List.of()));
        Eligibility.delete("id in ?1", facts.getOrDefault(ELIGIBILITY, List.of()));
    }
}
