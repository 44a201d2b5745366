package org.attest.force;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.attest.OnPostgres;
import org.attest.volunteer.Cohort;
import org.junit.jupiter.api.Test;

/** Rows of a force are found only by who may act in it. */
@QuarkusTest
class RowScopeTest {

    private static Force force() {
        var force = new Force();
        force.slug = Reference.random().toLowerCase(Locale.ROOT);
        force.name = "A force of this test";
        force.nation = Nation.SCOTLAND;
        force.persist();
        return force;
    }

    @Test
    void findsNothingWhenNobodyIsSignedIn() {
        QuarkusTransaction.requiringNew().run(() -> {
            var cohort = new Cohort();
            cohort.force = force();
            cohort.ref = Reference.random();
            cohort.name = "Scope " + cohort.ref;
            cohort.startsOn = LocalDate.of(2026, 1, 1);
            cohort.persist();
            Cohort.flush();
            Cohort.getEntityManager().clear();

            assertEquals(0, Cohort.count("ref", cohort.ref));
            assertEquals(List.of(), Cohort.list("ref", cohort.ref));
            assertEquals(null, Cohort.findById(cohort.id));
            assertEquals(1L, Everywhere.call(() -> Cohort.count("ref", cohort.ref)));
        });
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgRowScopeTest extends RowScopeTest {}
