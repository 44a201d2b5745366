package org.attest.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.audit.TrailEntry;
import org.attest.security.Role;
import org.junit.jupiter.api.Test;

/** The trail is there for those entitled, and only as far as they are. */
@QuarkusTest
class TrailEntriesTest {

    @Inject
    Event<Deed> deeds;

    /** A word that stands in the entries of this test alone. */
    private final String mark = UUID.randomUUID().toString().substring(0, 13);

    record TeaServed(Actor by, String chain, String object) implements Deed {
        @Override
        public Map<String, String> fields() {
            return Map.of("sugar", "two lumps");
        }

        @Override
        public String reason() {
            return "thirst";
        }
    }

    private void serve(String chain, String to) {
        QuarkusTransaction.requiringNew()
                .run(() -> deeds.fire(new TeaServed(new Actor("T", "Tess <b>Ter", "tutor"), chain, to + " " + mark)));
    }

    private static long viewsIn(String chain) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new TrailEntry.Search(chain, null, null, null, "trail viewed", null).count());
    }

    @Test
    void isShutToStrangersAndToRolesWithoutIt() {
        As.stranger().get("/trail").statusCode(303).header("Location", containsString("/sign-in"));
        As.coordinatorOf("kent").get("/trail").statusCode(403);
        As.coordinatorOf("kent").get("/trail/entries.csv").statusCode(403);
        As.national(Role.ADMINISTRATOR).get("/trail").statusCode(403);
    }

    @Test
    void showsADataProtectionLeadTheirOwnForceAlone() {
        serve("kent", "guest");
        serve("gwent", "visitor");
        var lead = As.role(Role.DATA_PROTECTION_LEAD, "kent");

        lead.get("/trail?object=" + mark)
                .statusCode(200)
                .body(containsString("1 entry in the trail"))
                .body(containsString("Tea served"))
                .body(containsString("guest " + mark))
                .body(not(containsString("visitor " + mark)))
                .body(containsString("Tess &lt;b&gt;Ter"))
                .body(containsString("Reason: thirst"))
                .body(not(containsString("two lumps")));
        lead.get("/trail?chain=kent").statusCode(200);
        var other = lead.get("/trail?chain=gwent").statusCode(404).extract().asString();
        var missing = lead.get("/trail?chain=nowhere").statusCode(404).extract().asString();
        assertEquals(As.withoutToken(missing), As.withoutToken(other));
        lead.get("/trail?chain=national").statusCode(404);
        lead.get("/trail/entries.csv?chain=gwent").statusCode(404);
    }

    @Test
    void showsTheAuditorEveryChainByChoice() {
        serve("kent", "guest");
        serve("gwent", "visitor");
        var auditor = As.national(Role.AUDITOR);

        auditor.get("/trail?object=" + mark).statusCode(200).body(containsString("2 entries in the trail"));
        auditor.get("/trail?chain=gwent&object=" + mark)
                .statusCode(200)
                .body(containsString("1 entry in the trail"))
                .body(containsString("visitor " + mark));
        auditor.get("/trail?object=" + mark + "&action=tea+SERVED&who=tess").body(containsString("2 entries"));
        auditor.get("/trail?object=" + mark + "&who=nobody").body(containsString("No entry is like that"));
        auditor.get("/trail?object=%25" + mark).body(containsString("No entry is like that"));
    }

    @Test
    void filtersByLondonDays() {
        serve("kent", "guest");
        var auditor = As.national(Role.AUDITOR);
        var path = "/trail?object=" + mark;
        auditor.get(path + "&from-day=16&from-month=June&from-year=2026&to-day=16&to-month=6&to-year=2026")
                .body(containsString("1 entry in the trail"))
                .body(containsString("from 16 June 2026, to 16 June 2026"));
        auditor.get(path + "&to-day=15&to-month=6&to-year=2026").body(containsString("0 entries"));
        auditor.get(path + "&from-day=17&from-month=6&from-year=2026").body(containsString("0 entries"));
        auditor.get(path + "&from-day=31&from-month=6&from-year=2026")
                .statusCode(422)
                .body(containsString("From day: 31 6 2026 is not a day of the calendar"));
        auditor.get(path + "&from-day=2&from-month=6&from-year=2026&to-day=1&to-month=6&to-year=2026")
                .statusCode(422);
    }

    @Test
    void showsFiftyAPageAndDownloadsThemAll() {
        IntStream.range(0, 51).forEach(i -> serve("kent", "guest"));
        var auditor = As.national(Role.AUDITOR);
        auditor.get("/trail?object=" + mark)
                .body(containsString("Entries 1 to 50 of 51"))
                .body(containsString("/trail?object=" + mark + "&amp;page=2"));
        auditor.get("/trail?object=" + mark + "&page=2").body(containsString("Entries 51 to 51 of 51"));
        auditor.get("/trail?object=" + mark + "&page=3").statusCode(404);

        var csv = auditor.get("/trail/entries.csv?object=" + mark)
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"trail.csv\""))
                .extract()
                .asString();
        assertEquals(51, csv.lines().filter(l -> l.contains(mark)).count());
        assertTrue(csv.contains("chain,number,time (UTC),who"), csv.substring(0, 100));
    }

    @Test
    void isEnteredItself() {
        long before = viewsIn("gwent");
        As.role(Role.DATA_PROTECTION_LEAD, "gwent").get("/trail").statusCode(200);
        assertEquals(before + 1, viewsIn("gwent"));
    }

    /** No entry, no page. */
    @Test
    void isNotShownWhenTheLookCannotBeEntered() {
        serve("kent", "guest");
        var auditor = As.national(Role.AUDITOR);
        BrokenTrail.during(() -> auditor.get("/trail?object=" + mark)
                .statusCode(500)
                .body(not(containsString("guest " + mark)))
                .body(not(containsString("Tess"))));
        auditor.get("/trail?object=" + mark).statusCode(200).body(containsString("guest " + mark));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTrailEntriesTest extends TrailEntriesTest {}
