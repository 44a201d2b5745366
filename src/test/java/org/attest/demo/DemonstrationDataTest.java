package org.attest.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Establishment;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.policy.Tier;
import org.attest.readiness.Answer;
import org.attest.readiness.Determination;
import org.attest.security.Account;
import org.attest.security.RoleGrant;
import org.attest.security.TestPasswords;
import org.attest.training.TestDemoTraining;
import org.attest.vetting.CaseState;
import org.attest.vetting.Compartment;
import org.attest.vetting.TestMoves;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/**
 * The demonstration data as both databases hold them: the numbers and accounts that were promised, and answers worked out.
 * Loaded once, looked at and rolled back, because other tests share the database.
 */
@QuarkusTest
class DemonstrationDataTest {

    private static final List<String> IN_A_FORCE = List.of(
            "coordinator",
            "vetting",
            "vetting-manager",
            "appeals",
            "assessor",
            "tutor",
            "supervisor",
            "welfare",
            "clinician",
            "inspector",
            "dpo",
            "lead",
            "volunteer",
            "blocked",
            "trainee",
            "applicant");
    private static final List<String> NATIONAL = List.of("lead", "policy", "policy2", "author", "auditor", "admin");

    @Inject
    DemonstrationData data;

    @Inject
    EntityManager em;

    @Inject
    Compartment compartment;

    @Test
    void isWhatWasPromised() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(600));
        try {
            Everywhere.run(() -> {
                var threads = ManagementFactory.getThreadMXBean();
                long began = System.nanoTime();
                long worked = threads.getCurrentThreadCpuTime();
                int people = data.load();
                System.out.printf(
                        "Demonstration data: %,d people in %.1f s, %.1f s of them work%n",
                        people, (System.nanoTime() - began) / 1e9, (threads.getCurrentThreadCpuTime() - worked) / 1e9);
                everyForceHasItsPeople();
                everyAccountOpens();
                someCanBeDeployedAndSomeCannot();
                volunteersSeeThemselves();
                vettingHasCasesInEveryState();
                formsAreFilledIn();
                peopleAreTrained();
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void everyForceHasItsPeople() {
        var inService = count("stage = 'SERVICE'");
        var onTheWay = count("stage not in ('SERVICE', 'LEFT')");
        assertEquals(44, inService.size());
        inService.forEach(
                (slug, n) -> assertTrue(slug.equals("metropolitan") ? n == 60 : n >= 6 && n <= 24, slug + " has " + n));
        assertEquals(700, inService.values().stream().mapToLong(n -> n).sum(), 30);
        assertEquals(3000, onTheWay.values().stream().mapToLong(n -> n).sum(), 60);
        // 1,838 of 9,571 and 40 of 9,571 special constables of 30 September 2019
        assertEquals(560, onTheWay.get("metropolitan"), 30);
        assertEquals(12, onTheWay.get("gwent"), 2);
        for (var slug : List.of("kent", "gwent", "btp")) {
            var stages = em.createQuery(
                            "select distinct v.stage from Volunteer v where v.force.slug = :slug and v.email not like '%@people.example'",
                            Stage.class)
                    .setParameter("slug", slug)
                    .getResultList();
            assertEquals(Stage.values().length, stages.size(), slug + " has people in " + stages);
        }
        assertEquals(60, Establishment.posts(force("metropolitan"), TestClock.TODAY));
        assertEquals(20, Establishment.posts(force("kent"), TestClock.TODAY));
        assertEquals(0, Volunteer.count("email not like '%.example'"));
    }

    /** By slug, without the people of other tests. */
    private java.util.Map<String, Long> count(String condition) {
        return em.createQuery(
                        "select v.force.slug, count(v) from Volunteer v where v." + condition
                                + " and v.email not like '%@people.example' group by v.force.slug",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    private void everyAccountOpens() {
        for (var slug : List.of("kent", "gwent", "metropolitan")) {
            for (var mailbox : IN_A_FORCE) opens(mailbox + "@" + slug + ".example", slug);
        }
        for (var mailbox : NATIONAL) opens(mailbox + "@national.example", null);
    }

    private void opens(String email, String slug) {
        var account = Account.byEmail(email).orElseThrow(() -> new AssertionError("No account " + email));
        // all share one hash, so one is enough to try
        if (email.startsWith("coordinator@")) assertTrue(TestPasswords.opens(account, "correct-horse-attest"), email);
        List<RoleGrant> roles = RoleGrant.list("account", account);
        assertEquals(1, roles.size(), email);
        assertEquals(slug, roles.get(0).force == null ? null : roles.get(0).force.slug, email);
    }

    private void someCanBeDeployedAndSomeCannot() {
        assertEquals(Answer.DEPLOYABLE, answerTo("volunteer@kent.example").answer);
        assertEquals(Answer.DEPLOYABLE, answerTo("volunteer@gwent.example").answer);
        assertEquals(Answer.DEPLOYABLE, answerTo("volunteer@metropolitan.example").answer);
        for (var slug : List.of("kent", "gwent", "metropolitan")) {
            var blocked = answerTo("blocked@" + slug + ".example");
            assertEquals(Answer.NOT_DEPLOYABLE, blocked.answer);
            assertEquals(4, blocked.unmet, "available, laptop, card and an expired module: " + blocked.why);
            assertEquals(1, blocked.unknown, "the day job: " + blocked.why);
            assertFalse(blocked.why.toLowerCase().contains("welfare"), blocked.why);
        }
        assertEquals(Answer.NOT_DEPLOYABLE, answerTo("trainee@kent.example").answer);

        var answers = em.createQuery(
                        "select d.answer, count(d) from Determination d where d.volunteer.stage = 'SERVICE'"
                                + " and d.volunteer.email not like '%@people.example' group by d.answer",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Answer) row[0], row -> (Long) row[1]));
        System.out.println("Demonstration data: of those in service " + answers);
        assertEquals(520, answers.get(Answer.DEPLOYABLE), 70);
        assertTrue(answers.get(Answer.NOT_DEPLOYABLE) > 60);
        assertTrue(answers.get(Answer.CANNOT_DECIDE) > 20);
    }

    private static Determination answerTo(String email) {
        var person = Volunteer.<Volunteer>find("email", email).singleResult();
        return Determination.of(person, Tier.FIRST_LIVE).orElseThrow();
    }

    private void volunteersSeeThemselves() {
        for (var mailbox : List.of("volunteer", "blocked", "trainee", "applicant")) {
            var account = Account.byEmail(mailbox + "@kent.example").orElseThrow();
            assertEquals(account.name, Volunteer.allByAccount(account.id).get(0).fullName);
        }
    }

    private void vettingHasCasesInEveryState() {
        var states = EnumSet.noneOf(CaseState.class);
        for (var slug : List.of("kent", "gwent", "metropolitan", "cumbria")) {
            states.addAll(TestMoves.provenIn(slug, TestClock.TODAY));
        }
        var passedThrough = EnumSet.of(CaseState.APPEAL_UPHELD, CaseState.EXPIRED);
        assertEquals(EnumSet.complementOf(passedThrough), states);
        assertTrue(TestMoves.opened("kent", compartment) > 10);
        var running = em.createQuery(
                        "select count(v) from Volunteer v where v.stage = 'VETTING' and v.email not like"
                                + " '%@people.example' and not exists (select c from VettingCase c where c.volunteer = v)",
                        Long.class)
                .getSingleResult();
        assertEquals(0, running, "whoever is in vetting has a case");
    }

    private void formsAreFilledIn() {
        for (var slug : List.of("kent", "gwent", "cumbria")) {
            assertTrue(TestMoves.formsSentIn(slug, compartment) > 0, slug);
        }
        assertTrue(TestMoves.formsMendedIn("metropolitan", compartment) > 0, "some came back and were sent again");
        var applicant =
                Volunteer.<Volunteer>find("email", "applicant@kent.example").singleResult();
        assertEquals(5, TestMoves.begunBy(applicant, compartment).size());
    }

    private void peopleAreTrained() {
        var today = TestClock.TODAY;
        for (var slug : List.of("kent", "gwent", "metropolitan")) {
            assertTrue(TestDemoTraining.standsOpen("trainee@" + slug + ".example", "DSC-103"), slug);
            assertEquals(
                    List.of("DSC-101", "DSC-102"), TestDemoTraining.valid("trainee@" + slug + ".example", today), slug);
            assertTrue(TestDemoTraining.valid("volunteer@" + slug + ".example", today)
                    .containsAll(List.of("DSC-101", "DSC-205", "DSC-308", "DSC-401")));
            assertFalse(TestDemoTraining.valid("blocked@" + slug + ".example", today)
                    .contains("DSC-102"));
            assertEquals(4, TestDemoTraining.ahead(slug), "sessions to come");
        }
        // where few serve it may be that nobody has to wait
        for (var slug : List.of("kent", "metropolitan")) assertTrue(TestDemoTraining.waiting(slug) > 0, slug);
        assertTrue(TestDemoTraining.failed("metropolitan") > 0, "somebody fails");
        assertTrue(TestDemoTraining.ending(today, today.plusDays(60)) > 20, "something ends soon");
        assertTrue(TestDemoTraining.overdue(today) > 10, "something is overdue");
        assertEquals(0, TestDemoTraining.lastingOtherwise(), "each as long as its module says (training rule 4)");
    }

    private static Force force(String slug) {
        return Force.bySlug(slug).orElseThrow();
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgDemonstrationDataTest extends DemonstrationDataTest {}
