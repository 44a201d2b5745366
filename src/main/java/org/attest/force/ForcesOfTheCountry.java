package org.attest.force;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/**
 * Sees at every start that the forces of the United Kingdom are there, before anything else begins. A force already
 * there is left as it is: it may have been renamed or have ended since.
 */
@ApplicationScoped
public class ForcesOfTheCountry {

    /** Order among what happens at the start: the forces come first. */
    public static final int FIRST = 100;

    void atStart(@Observes @Priority(FIRST) StartupEvent start) {
        try {
            QuarkusTransaction.requiringNew().run(this::bringIn);
        } catch (RuntimeException e) {
            // a second node that starts at the same moment meets the unique slug: then the first has brought them in
            if (!isPersistence(e)) throw e;
            QuarkusTransaction.requiringNew().run(this::bringIn);
        }
    }

    private void bringIn() {
        var known = Force.all().stream().map(f -> f.slug).collect(Collectors.toSet());
        var missing = ReferenceFiles.policeForces().stream()
                .filter(row -> !known.contains(row.get("slug")))
                .toList();
        missing.forEach(ForcesOfTheCountry::found);
        if (!missing.isEmpty()) Log.infof("Brought in %d police forces", missing.size());
    }

    private static void found(CSVRecord row) {
        var force = new Force();
        force.slug = row.get("slug");
        force.code = row.get("code").isEmpty() ? null : row.get("code");
        force.name = row.get("name");
        force.region = row.get("region");
        force.nation = Nation.ofCountry(row.get("country"));
        force.territorial = row.get("kind").equals("territorial");
        force.persist();
        if (force.slug.equals("hampshire")) {
            ForceName.write(force, "Hampshire Constabulary", null, LocalDate.of(2022, 11, 15));
            ForceName.write(force, force.name, LocalDate.of(2022, 11, 16), null);
        }
    }

    private static boolean isPersistence(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException) return true;
        }
        return false;
    }
}
