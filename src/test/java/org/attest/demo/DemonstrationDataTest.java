package org.attest.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.attest.OnPostgres;
import org.attest.force.Everywhere;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** The demonstration data can be stored on both databases and answer as promised. Loaded, looked at and rolled back. */
@QuarkusTest
class DemonstrationDataTest {

    @Inject
    DemonstrationData demonstration;

    @Inject
    EntityManager em;

    @Test
    void loadsInSecondsAndSomeCanBeDeployed() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(600));
        try {
            Everywhere.run(() -> {
                long began = System.nanoTime();
                int people = demonstration.load();
                System.out.printf("Demonstration: %,d people in %.1f s%n", people, (System.nanoTime() - began) / 1e9);
                for (var stage : Stage.values()) System.out.println(stage + " " + Volunteer.count("stage", stage));
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgDemonstrationDataTest extends DemonstrationDataTest {}
