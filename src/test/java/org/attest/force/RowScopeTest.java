package org.attest.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.attest.OnPostgres;
import org.attest.security.InProcess;
import org.attest.security.Role;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Rows of a force are found only by who may act in it, whichever way they are asked for. */
@QuarkusTest
class RowScopeTest {

    private static Force founded() {
        var force = new Force();
        force.slug = "test-" + Reference.random().toLowerCase(Locale.ROOT);
        force.name = "A force of this test";
        force.nation = Nation.SCOTLAND;
        force.persist();
        return force;
    }

    private static Cohort cohort(Force force, String name) {
        var cohort = new Cohort();
        cohort.force = force;
        cohort.ref = Reference.random();
        cohort.name = name;
        cohort.startsOn = LocalDate.of(2026, 1, 1);
        cohort.persist();
        return cohort;
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static void written() {
        Cohort.flush();
        Cohort.getEntityManager().clear();
    }

    @Test
    void nothingIsFoundWhenNobodyIsSignedIn() {
        inTransaction(() -> {
            var cohort = cohort(founded(), "Scope");
            written();
            assertEquals(0, Cohort.count("ref", cohort.ref));
            assertEquals(List.of(), Cohort.list("ref", cohort.ref));
            assertNull(Cohort.findById(cohort.id));
            assertEquals(1L, Everywhere.call(() -> Cohort.count("ref", cohort.ref)));
        });
    }

    @Test
    void ofTwoForcesOnlyTheOwnIsFoundCountedChangedAndDeleted() {
        inTransaction(() -> {
            var mine = founded();
            var theirs = founded();
            InProcess.signIn(Role.COORDINATOR, mine);
            var own = cohort(mine, "Scope");
            var other = cohort(theirs, "Scope");
            written();

            assertEquals(1, Cohort.count("name", "Scope"));
            assertEquals(own.id, Cohort.<Cohort>find("name", "Scope").singleResult().id);
            assertNotNull(Cohort.findById(own.id));
            assertNull(Cohort.findById(other.id));
            assertEquals(0, Cohort.count("ref", other.ref));
            assertEquals(List.of(), Cohort.of(theirs));

            assertEquals(1, Cohort.update("leadName = 'Changed' where name = 'Scope'"));
            assertEquals(1, Cohort.delete("name", "Scope"));
            Cohort.getEntityManager().clear();
            Cohort left = Everywhere.call(() -> Cohort.findById(other.id));
            assertNotNull(left);
            assertNull(left.leadName);
        });
    }

    @Test
    void whoActsInTwoForcesFindsBoth() {
        inTransaction(() -> {
            var mine = founded();
            var alsoMine = founded();
            InProcess.signIn(Role.COORDINATOR, mine, alsoMine);
            cohort(mine, "Scope of two");
            cohort(alsoMine, "Scope of two");
            written();
            assertEquals(2, Cohort.count("name", "Scope of two"));
        });
    }

    @Test
    void workOfNoPersonFindsAForceFoundedMeanwhile() {
        inTransaction(() -> Everywhere.run(() -> {
            var cohort = cohort(founded(), "Scope of a new force");
            written();
            assertEquals(1, Cohort.count("ref", cohort.ref));
        }));
        // and is over when it is over
        inTransaction(() -> assertEquals(0, Volunteer.count()));
    }

    @Test
    void somebodyOfKentCannotLoadThePersonOfGwent() {
        var person = People.special().in("gwent").saved();
        inTransaction(() -> {
            InProcess.signIn(Role.COORDINATOR, Force.bySlug("kent").orElseThrow());
            assertNull(Volunteer.findById(person.id));
            assertEquals(java.util.Optional.empty(), Volunteer.byRef(person.ref));
        });
    }

    @Test
    void somebodyOfGwentCan() {
        var person = People.special().in("gwent").saved();
        inTransaction(() -> {
            InProcess.signIn(Role.COORDINATOR, Force.bySlug("gwent").orElseThrow());
            assertNotNull(Volunteer.findById(person.id));
        });
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgRowScopeTest extends RowScopeTest {}
