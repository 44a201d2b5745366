package org.attest.exchange;

import static org.attest.exchange.ImportDesk.find;
import static org.attest.exchange.ImportDesk.person;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** A coordinator hands in the workbook itself, the same headings month after month. */
@QuarkusTest
class ImportingAWorkbookTest {

    private final String mine = Reference.random().toLowerCase();
    private final ImportDesk desk = new ImportDesk();

    private byte[] book(String name) {
        return Books.of(workbook -> {
            var first = workbook.newWorksheet("Cover");
            first.value(0, 0, "Read me");
            first.value(1, 0, "Nobody " + mine);
            var sheet = workbook.newWorksheet("People 2026");
            var headings = java.util.List.of("Full name", "DOB", "Collar no", "E-mail", "Rank " + mine);
            for (int i = 0; i < headings.size(); i++) sheet.value(0, i, headings.get(i));
            sheet.value(1, 0, name);
            sheet.value(1, 1, LocalDate.of(1990, 3, 2));
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            sheet.value(1, 2, "00" + mine);
            sheet.value(1, 3, "book-" + mine + "@m.example");
            sheet.value(1, 4, "none");
        });
    }

    @Test
    void aSheetIsChosenMappedAndBroughtInAndItsBytesAreKept() {
        var bytes = book("Zoë " + mine);
        var batch = desk.handedIn("APPLICANTS", "people.xlsx", bytes);
        desk.coordinator.get(batch).statusCode(200).body(containsString("an Excel workbook, sheet “Cover”"));
        var form = desk.mapping(batch);
        form.put("sheet", "People 2026");
        desk.coordinator.post(batch + "/mapping", form).statusCode(303);
        desk.coordinator.get(batch).body(containsString("sheet “People 2026”"));
        desk.coordinator.post(batch + "/mapping", desk.mapping(batch)).statusCode(303);
        desk.coordinator.get(batch).body(containsString("2 March 1990")).body(containsString("an Excel workbook"));
        desk.commit(batch).statusCode(303);
        var zoe = person("book-" + mine + "@m.example");
        assertEquals("00" + mine, zoe.forceNumber);
        assertEquals(LocalDate.of(1990, 3, 2), zoe.birthDate);
        assertArrayEquals(
                bytes,
                desk.coordinator.get(batch + "/file").statusCode(200).extract().asByteArray());
    }

    @Test
    void aSheetThatIsNotThereIsRefusedBesideTheField() {
        var batch = desk.handedIn("APPLICANTS", "people.xlsx", book("Zoë " + mine));
        var form = new HashMap<>(desk.mapping(batch));
        form.put("sheet", "Nowhere");
        desk.coordinator
                .post(batch + "/mapping", form)
                .statusCode(422)
                .body(containsString("The workbook has no sheet “Nowhere”"));
    }

    @Test
    void whatCannotBeReadIsRefusedOnThePageWithWhatToDo() {
        desk.handIn("APPLICANTS", "people.xlsx", Books.locked())
                .statusCode(422)
                .body(containsString("protected with a password"));
        desk.handIn("APPLICANTS", "people.ods", Books.openDocument())
                .statusCode(422)
                .body(containsString("OpenDocument workbook (.ods)"));
        var half = book("x");
        desk.handIn("APPLICANTS", "people.xlsx", Arrays.copyOf(half, half.length / 2))
                .statusCode(422)
                .body(containsString("damaged"));
    }

    @Test
    void theColumnsAreOfferedAsLastTimeWhateverTheirOrder() {
        var rank = "Rank " + mine;
        var batch = desk.handedIn(
                "APPLICANTS", "a.csv", ("Who?," + rank + ",Mail\nAnn,x,a-" + mine + "@m.example\n").getBytes());
        desk.coordinator.get(batch).body(not(containsString("As last time")));
        var form = new HashMap<>(desk.mapping(batch));
        form.put("FULL_NAME", "0");
        form.put("KNOWN_AS", "1");
        desk.coordinator.post(batch + "/mapping", form).statusCode(303);

        var next = desk.handedIn(
                "APPLICANTS", "b.csv", ("mail," + rank + ",WHO\nb-" + mine + "@m.example,x,Bo\n").getBytes());
        desk.coordinator
                .get(next)
                .body(containsString("As last time"))
                .body(containsString("16 June 2026"))
                .body(containsString("by " + desk.coordinator.name()));
        var offered = desk.mapping(next);
        assertEquals("2", offered.get("FULL_NAME"));
        assertEquals("1", offered.get("KNOWN_AS"));
        assertEquals("0", offered.get("EMAIL"));
        desk.coordinator.get(next + "/mapping?anew=yes").statusCode(200).body(not(containsString("As last time")));

        var others = desk.handedIn("APPLICANTS", "c.csv", ("mail,Who\nc-" + mine + "@m.example,Cy\n").getBytes());
        desk.coordinator.get(others).body(not(containsString("As last time")));
    }

    @Test
    void theReferenceOfAttestFindsThePersonBeforeAnythingElse() {
        var person = People.special().in("kent").named("Old " + mine).saved();
        var batch = desk.broughtIn(
                "APPLICANTS",
                "Attest reference,Name,Phone\n" + Reference.grouped(person.ref) + ",Old " + mine + ",01622 7\n");
        assertEquals("01622 7", find(() -> Volunteer.<Volunteer>findById(person.id)).phone);
        desk.coordinator.get(batch).body(containsString("1 person from this file"));
        var wrong = desk.checked("APPLICANTS", "Attest reference,Name\nNNNN-NNNN-NNNN,Old " + mine + "\n");
        desk.coordinator.get(wrong).body(containsString("nobody in the force has this reference"));
    }

    @Test
    void peopleInServiceComeWithWhatTheyHaveNowAndNothingIsRewritten() {
        var head = "Name,DOB,Email,Appointed,Attested,Warrant card number,Warrant card since,Laptop,Tier,Tier since\n";
        desk.broughtIn(
                "VOLUNTEERS",
                head + "Ann " + mine + ",2/3/1990,eq-" + mine + "@m.example,1/5/2025,8/5/2025,W" + mine + ",9/5/2025,L"
                        + mine + ",T1,1/6/2025\n");
        desk.coordinator
                .get(desk.checked(
                        "VOLUNTEERS",
                        head + "Ann " + mine + ",2/3/1990,eq-" + mine + "@m.example,1/5/2025,8/5/2025,W" + mine
                                + ",9/5/2025,OTHER,T2,\nBo " + mine + ",2/3/1991,eqb-" + mine + "@m.example,1/5/2025,,W"
                                + mine + "b,,L" + mine + ",T3,1/6/2009\n"))
                .body(containsString("Attest has L" + mine + ", and a file does not change it"))
                .body(containsString("Attest has Tier 1, and a file does not change it"))
                .body(containsString("a warrant card is issued to attested special constables"))
                .body(containsString("number L" + mine + " lies with somebody else"))
                .body(containsString("nobody has this tier before the age of 21"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgImportingAWorkbookTest extends ImportingAWorkbookTest {}
