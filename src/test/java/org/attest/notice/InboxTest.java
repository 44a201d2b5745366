package org.attest.notice;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.security.Role;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody reads their own notices, those not read first, and nobody another's. */
@QuarkusTest
class InboxTest {

    @Inject
    Notices notices;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private void tell(As somebody, String slug, String sentence, String address) {
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.findById(somebody.accountId());
            var force = slug == null ? null : Force.bySlug(slug).orElseThrow();
            notices.tell(account, force, NoticeKind.TASK, sentence, address);
        });
    }

    private static String refOf(As somebody, String sentence) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Notice.<Notice>find("account.id = ?1 and sentence = ?2", somebody.accountId(), sentence)
                        .firstResult()
                        .ref);
    }

    @Test
    void showsWhatIsNotReadFirstAndItsCountOnEveryPage() {
        var tutor = As.role(Role.TUTOR, "kent");
        tutor.get("/notices").statusCode(200).body(containsString("Nothing yet"));
        tell(tutor, "kent", "The older one", "/");
        TestClock.set(Instant.parse("2026-06-16T08:40:00Z"));
        tell(tutor, "kent", "The newer one", "/policy");
        var page = tutor.get("/notices")
                .statusCode(200)
                .body(containsString("2 unread notices"))
                .extract()
                .asString();
        assertTrue(page.indexOf("The newer one") < page.indexOf("The older one"));
        tutor.get("/policy").body(containsString("<strong>2</strong><span class=\"govuk-visually-hidden\"> not read"));
        tutor.post("/notices/" + refOf(tutor, "The newer one") + "/opening", Map.of())
                .statusCode(303)
                .header("Location", endsWith("/policy"));
        page = tutor.get("/notices")
                .body(containsString("1 unread notice<"))
                .extract()
                .asString();
        assertTrue(page.indexOf("The older one") < page.indexOf("The newer one"));
        tutor.post("/notices/readings", Map.of()).statusCode(303);
        tutor.get("/notices").body(containsString("No unread notices"));
        tutor.get("/policy").body(not(containsString("not read")));
    }

    @Test
    void isNobodyElses() {
        var one = As.role(Role.TUTOR, "kent");
        var other = As.role(Role.TUTOR, "kent");
        tell(one, "kent", "For one alone", "/");
        other.get("/notices").body(not(containsString("For one alone")));
        other.post("/notices/" + refOf(one, "For one alone") + "/opening", Map.of())
                .statusCode(404);
        other.post("/notices/" + refOf(one, "For one alone") + "/reading", Map.of())
                .statusCode(404);
        one.get("/notices").body(containsString("1 unread notice"));
    }

    @Test
    void endsWithTheRoleInTheForceWhoseMatterItIs() {
        var somebody = As.role(Role.TUTOR, "kent");
        tell(somebody, "gwent", "Rowan of another force", "/");
        tell(somebody, null, "Of no force", "/");
        somebody.get("/notices")
                .body(containsString("Of no force"))
                .body(not(containsString("Rowan of another force")))
                .body(containsString("1 unread notice"));
        somebody.post("/notices/" + refOf(somebody, "Rowan of another force") + "/opening", Map.of())
                .statusCode(404);
    }

    @Test
    void costsOneStatementAPageAndTheSameForTwentyAsForTwoThousand() {
        var few = As.role(Role.TUTOR, "kent");
        var many = As.role(Role.TUTOR, "kent");
        for (int i = 0; i < 20; i++) tell(few, "kent", "Number " + i, "/");
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = Account.findById(many.accountId());
            var kent = Force.bySlug("kent").orElseThrow();
            for (int i = 0; i < 2000; i++) notices.tell(account, kent, NoticeKind.NEWS, "Number " + i, "/");
        });
        assertEquals(statementsOf(few), statementsOf(many));
        many.get("/notices?page=80").statusCode(200);
        many.get("/notices?page=81").statusCode(404);
    }

    private static long statementsOf(As somebody) {
        var statistics = Notice.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        long before = statistics.getPrepareStatementCount();
        somebody.get("/notices").statusCode(200);
        return statistics.getPrepareStatementCount() - before;
    }

    @Test
    void letsEverybodyChooseTheirEmails() {
        var tutor = As.role(Role.TUTOR, "kent");
        tutor.get("/notices/emails").statusCode(200).body(containsString("value=\"DAILY\" checked"));
        tutor.post("/notices/emails", Map.of("wanted", "ALWAYS"))
                .statusCode(422)
                .body(containsString("Choose how often"));
        tutor.post("/notices/emails", Map.of("wanted", "NEVER")).statusCode(303);
        tutor.get("/notices").body(containsString("Attest sends you no email"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgInboxTest extends InboxTest {}
