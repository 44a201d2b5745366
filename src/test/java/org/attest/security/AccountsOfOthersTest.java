package org.attest.security;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.junit.jupiter.api.Test;

/** An administrator opens accounts, gives and ends roles, and every such act is in the trail. */
@QuarkusTest
class AccountsOfOthersTest {

    private static String address() {
        return Reference.random().toLowerCase(Locale.ROOT) + "@tests.example";
    }

    private static Map<String, String> with(As account, String... pairs) {
        var form = new HashMap<String, String>();
        form.put("version", String.valueOf(QuarkusTransaction.requiringNew().call(() -> Account.<Account>findById(
                        account.accountId())
                .version)));
        for (int i = 0; i < pairs.length; i += 2) form.put(pairs[i], pairs[i + 1]);
        return form;
    }

    private static List<String> trailOf(String ref) {
        return QuarkusTransaction.requiringNew().call(() -> Account.getEntityManager()
                .createQuery(
                        "select e.chain || ': ' || e.action from TrailEntry e where e.object = :object order by e.chain, e.number",
                        String.class)
                .setParameter("object", "account " + ref)
                .getResultList());
    }

    @Test
    void areForAdministratorsOnly() {
        var somebody = As.coordinatorOf("kent");
        var pages = List.of("/accounts", "/accounts/new", "/accounts/" + somebody.ref());
        var deeds = List.of(
                "/accounts",
                "/accounts/" + somebody.ref() + "/roles",
                "/accounts/" + somebody.ref() + "/roles/1/ending",
                "/accounts/" + somebody.ref() + "/disabling",
                "/accounts/" + somebody.ref() + "/enabling",
                "/accounts/" + somebody.ref() + "/links",
                "/accounts/" + somebody.ref() + "/sign-outs",
                "/accounts/" + somebody.ref() + "/details");
        pages.forEach(page -> As.stranger().get(page).statusCode(303));
        deeds.forEach(deed -> As.stranger().post(deed, Map.of()).statusCode(303));
        Arrays.stream(Role.values()).filter(r -> r != Role.ADMINISTRATOR).forEach(role -> {
            var other = role.isNational() ? As.national(role) : As.role(role, "kent");
            pages.forEach(page -> other.get(page).statusCode(403));
            deeds.forEach(deed -> other.post(deed, Map.of()).statusCode(403));
        });
        var admin = As.national(Role.ADMINISTRATOR);
        pages.forEach(page -> admin.get(page).statusCode(200));
    }

    @Test
    void areNotFoundWhereThereIsNone() {
        var admin = As.national(Role.ADMINISTRATOR);
        admin.get("/accounts/" + Reference.random()).statusCode(404);
        admin.post("/accounts/" + Reference.random() + "/disabling", Map.of("version", "0"))
                .statusCode(404);
        admin.get("/accounts?page=99999").statusCode(404);
        admin.get("/accounts?role=KING").statusCode(404);
        var somebody = As.coordinatorOf("kent");
        admin.post("/accounts/" + somebody.ref() + "/roles/999999999/ending", with(somebody))
                .statusCode(404);
    }

    @Test
    void areOpenedWithTheirRolesAndInvitedByALinkShownOnce() {
        var admin = As.national(Role.ADMINISTRATOR);
        var email = address();
        var location = admin.post(
                        "/accounts",
                        Map.of(
                                "name",
                                "Zoë O’Brien <b>",
                                "email",
                                email.toUpperCase(Locale.ROOT),
                                "role-1",
                                "TUTOR",
                                "force-1",
                                "kent",
                                "role-2",
                                "ASSESSOR",
                                "force-2",
                                "gwent"))
                .statusCode(303)
                .extract()
                .header("Location");
        var path = location.replaceFirst("https?://[^/]+", "");
        var page = admin.get(path)
                .statusCode(200)
                .body(containsString("Zoë O’Brien &lt;b&gt;"))
                .body(containsString(email))
                .body(containsString("Tutor, Kent Police"))
                .body(containsString("Assessor, Gwent Police"))
                .body(containsString("Make an invitation"))
                .extract()
                .asString();
        var ref = path.substring(path.lastIndexOf('/') + 1);
        assertEquals(List.of("gwent: role given", "kent: account opened", "kent: role given"), trailOf(ref));

        var version = version(page);
        var shown = admin.post(path + "/links", Map.of("version", version))
                .statusCode(201)
                .extract()
                .asString();
        var link = Pattern.compile("value=\"https?://[^/\"]+(/invitations/[\\w-]{43})\"")
                .matcher(shown);
        assertTrue(link.find());
        admin.get(path).body(not(containsString("/invitations/"))).body(containsString("Invitation made"));
        As.stranger()
                .post(link.group(1), Map.of("password", "kettle under violet", "again", "kettle under violet"))
                .statusCode(303);
        As.stranger()
                .post("/sign-in", Map.of("email", email, "password", "kettle under violet"))
                .statusCode(303);
        assertEquals(
                List.of(
                        "gwent: role given",
                        "kent: account opened",
                        "kent: role given",
                        "kent: link made",
                        "kent: password set",
                        "kent: session begun"),
                trailOf(ref));
    }

    private static String version(String page) {
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertTrue(version.find());
        return version.group(1);
    }

    @Test
    void areRefusedTwiceForOneAddressInWhateverCase() {
        var admin = As.national(Role.ADMINISTRATOR);
        var email = address();
        admin.post("/accounts", Map.of("name", "One", "email", email)).statusCode(303);
        admin.post("/accounts", Map.of("name", "Two", "email", email.toUpperCase(Locale.ROOT)))
                .statusCode(422)
                .body(containsString("There is already an account with this address"))
                .body(containsString("value=\"Two\""));
    }

    @Test
    void areOpenedOnceWhenTheFormIsSentTwiceAtTheSameMoment() throws Exception {
        var admin = As.national(Role.ADMINISTRATOR);
        admin.withToken();
        var email = address();
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> send = () -> admin.post("/accounts", Map.of("name", "Twice", "email", email))
                    .extract()
                    .statusCode();
            var codes = new ArrayList<Integer>();
            for (var f : pool.invokeAll(List.of(send, send, send, send))) codes.add(f.get());
            codes.sort(null);
            assertEquals(List.of(303, 422, 422, 422), codes);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void areRefusedWithTheReasonBesideEachField() {
        var admin = As.national(Role.ADMINISTRATOR);
        admin.post(
                        "/accounts",
                        Map.of(
                                "name",
                                " ",
                                "email",
                                "no address",
                                "role-1",
                                "TUTOR",
                                "role-2",
                                "AUDITOR",
                                "force-2",
                                "kent",
                                "force-3",
                                "kent"))
                .statusCode(422)
                .body(containsString("Enter the person’s name"))
                .body(containsString("Enter an email address in full"))
                .body(containsString("Choose the force in which the role tutor is held"))
                .body(containsString("The role auditor is national: choose no force"))
                .body(containsString("Choose the role for this force"));
        admin.post("/accounts", Map.of("name", "X", "email", address(), "role-1", "KING"))
                .statusCode(422);
        admin.post("/accounts", Map.of("name", "X", "email", address(), "role-1", "TUTOR", "force-1", "atlantis"))
                .statusCode(422);
    }

    @Test
    void keepEveryRoleTheyEverHeld() {
        var admin = As.national(Role.ADMINISTRATOR);
        var somebody = As.role(Role.TUTOR, "kent");
        var path = "/accounts/" + somebody.ref();
        admin.post(path + "/roles", with(somebody, "role", "TUTOR", "force", "kent"))
                .statusCode(422)
                .body(containsString("already is tutor"));
        admin.post(path + "/roles", with(somebody, "role", "AUDITOR", "force", "kent"))
                .statusCode(422)
                .body(containsString("is national"));
        admin.post(path + "/roles", with(somebody)).statusCode(422).body(containsString("Choose the role to give"));
        admin.post(path + "/roles", with(somebody, "role", "ASSESSOR", "force", "gwent"))
                .statusCode(303);
        var tutor = QuarkusTransaction.requiringNew()
                .call(() ->
                        Account.<Account>findById(somebody.accountId()).roles().get(0).id);
        admin.post(path + "/roles/" + tutor + "/ending", with(somebody)).statusCode(303);
        admin.get(path)
                .body(containsString("Role given: assessor, Gwent Police"))
                .body(containsString("Role ended: tutor, Kent Police"));
        assertEquals(List.of("gwent: role given", "kent: role ended"), trailOf(somebody.ref()));
    }

    @Test
    void areNeverOnesOwn() {
        var admin = As.national(Role.ADMINISTRATOR);
        var path = "/accounts/" + admin.ref();
        var own = QuarkusTransaction.requiringNew()
                .call(() -> Account.<Account>findById(admin.accountId()).roles().get(0).id);
        admin.post(path + "/roles", with(admin, "role", "AUDITOR"))
                .statusCode(422)
                .body(containsString("You cannot change your own roles"));
        admin.post(path + "/roles/" + own + "/ending", with(admin))
                .statusCode(422)
                .body(containsString("You cannot change your own roles"));
        admin.post(path + "/disabling", with(admin))
                .statusCode(422)
                .body(containsString("You cannot disable your own account"));
        admin.post(path + "/links", with(admin)).statusCode(422);
        admin.get(path)
                .statusCode(200)
                .body(containsString("This is your own account"))
                .body(not(containsString("Disable account")));
        assertEquals(List.of(), trailOf(admin.ref()));
    }

    @Test
    void areDisabledAndEnabledAgain() {
        var admin = As.national(Role.ADMINISTRATOR);
        var somebody = As.role(Role.TUTOR, "kent");
        var path = "/accounts/" + somebody.ref();
        admin.post(path + "/disabling", with(somebody)).statusCode(303);
        somebody.get("/sessions").statusCode(303);
        admin.get(path).body(containsString("Disabled"));
        admin.post(path + "/links", with(somebody)).statusCode(422).body(containsString("Enable the account first"));
        admin.post(path + "/enabling", with(somebody)).statusCode(303);
        As.stranger()
                .post("/sign-in", Map.of("email", somebody.email(), "password", TestAccounts.PASSWORD))
                .statusCode(303);
        assertEquals(
                List.of("kent: account disabled", "kent: account enabled", "kent: session begun"),
                trailOf(somebody.ref()));
    }

    @Test
    void areSignedOutEverywhere() {
        var somebody = As.role(Role.TUTOR, "kent");
        As.national(Role.ADMINISTRATOR)
                .post("/accounts/" + somebody.ref() + "/sign-outs", with(somebody))
                .statusCode(303);
        somebody.get("/sessions").statusCode(303);
    }

    @Test
    void areNotChangedOnAnOlderStateOfThem() {
        var admin = As.national(Role.ADMINISTRATOR);
        var somebody = As.role(Role.TUTOR, "kent");
        var old = with(somebody, "name", "My version", "email", somebody.email(), "about", "details");
        As.national(Role.ADMINISTRATOR)
                .post(
                        "/accounts/" + somebody.ref() + "/details",
                        with(somebody, "name", "Their version", "email", somebody.email()))
                .statusCode(303);
        admin.post("/accounts/" + somebody.ref() + "/details", old)
                .statusCode(409)
                .body(containsString("Somebody else changed this account"))
                .body(containsString("Their version"))
                .body(containsString("value=\"My version\""));
        admin.post("/accounts/" + somebody.ref() + "/disabling", Map.of()).statusCode(409);
        somebody.get("/sessions").statusCode(200);
    }

    @Test
    void alwaysKeepAnAdministratorWhoCanSignIn() {
        QuarkusTransaction.begin();
        try {
            var everybody = RoleGrant.<RoleGrant>list("role = ?1 and endedAt is null", Role.ADMINISTRATOR);
            everybody.forEach(g -> g.end(java.time.Instant.parse("2026-06-16T08:32:00Z"), "Tests"));
            var last = Account.<Account>findById(
                    TestAccounts.open(Role.ADMINISTRATOR, null).id());
            var invited = Account.<Account>findById(
                    TestAccounts.open(Role.ADMINISTRATOR, null).id());
            invited.passwordHash = null;
            Account.flush();
            var now = java.time.Instant.parse("2026-06-16T08:32:00Z");
            var refused = org.junit.jupiter.api.Assertions.assertThrows(
                    org.attest.web.Refused.class, () -> last.disable(now, "Tests"));
            assertTrue(refused.sentence().contains("the last administrator"));
            org.junit.jupiter.api.Assertions.assertThrows(
                    org.attest.web.Refused.class, () -> last.end(last.roles().get(0), now, "Tests"));
            assertTrue(last.enabled);
            invited.disable(now, "Tests");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void takeNoMoreStatementsWhenThereAreManyOfThem() {
        var admin = As.national(Role.ADMINISTRATOR);
        var mark = Reference.random().toLowerCase(Locale.ROOT);
        QuarkusTransaction.requiringNew().run(() -> many(mark, 3));
        long few = statementsOf(
                () -> admin.get("/accounts?q=" + mark).statusCode(200).body(containsString(">3 accounts<")));
        QuarkusTransaction.requiringNew().run(() -> many(mark, 40));
        long many = statementsOf(() -> admin.get("/accounts?q=" + mark)
                .statusCode(200)
                .body(containsString(">43 accounts<"))
                .body(containsString("Showing 1 to 25 of 43")));
        assertEquals(few, many);
        admin.get("/accounts?q=" + mark + "&page=2").statusCode(200).body(containsString("Showing 26 to 43 of 43"));
        admin.get("/accounts?q=" + mark + "&page=3").statusCode(404);
        admin.get("/accounts?q=" + mark + "&force=gwent").statusCode(200).body(matchesRegex("(?s).*>43 accounts<.*"));
        admin.get("/accounts?q=" + mark + "&force=kent").statusCode(200).body(containsString("No account fits"));
        admin.get("/accounts?q=%25").statusCode(200).body(containsString("No account fits"));
    }

    private static void many(String mark, int count) {
        var demo = new DemoAccounts("one password for all of them", java.time.Instant.parse("2026-06-16T08:32:00Z"));
        var gwent = org.attest.force.Force.bySlug("gwent").orElseThrow();
        for (int i = 0; i < count; i++) demo.open(address(), "Many " + mark, Role.TUTOR, gwent);
    }

    private static long statementsOf(Runnable work) {
        var statistics = Account.getEntityManager()
                .getEntityManagerFactory()
                .unwrap(org.hibernate.SessionFactory.class)
                .getStatistics();
        long before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgAccountsOfOthersTest extends AccountsOfOthersTest {}
