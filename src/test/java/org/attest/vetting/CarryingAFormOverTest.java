package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attest.As;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has filled in a vetting form before begins the next one with their own answers, if they like, and checks each part. */
@QuarkusTest
class CarryingAFormOverTest {

    private static final LocalDate THEN = LocalDate.of(2025, 3, 3);
    private static final String FORM = "/me/vetting/form";
    private static final String OFFER = "You have filled in a form before";
    private static final String CHECK = "From your form of 3 March 2025: check it";

    @AfterEach
    void today() {
        TestClock.reset();
    }

    /** Somebody who withdrew with a form of last year, and is invited again. */
    private static TestForms again() {
        return again(People.special());
    }

    private static TestForms again(People about) {
        TestClock.set(THEN);
        var first = TestForms.invited("kent", about);
        first.fill();
        first.vetting().withdrawn();
        TestClock.reset();
        return new TestForms(first.browser().again(), first.person(), TestCases.of(first.person()));
    }

    private static ValidatableResponse begin(TestForms forms, String how) {
        return forms.browser().post(FORM + "/start", Map.of("begin", how));
    }

    private static TestForms carried() {
        return again().carried();
    }

    private static FormAnswers written(TestForms forms, FormPart part) {
        return forms.vetting()
                .read(c -> VettingForm.written(c, TestCases.compartment()).of(part));
    }

    private static Set<FormPart> toCheck(TestForms forms) {
        return forms.vetting().read(c -> {
            var form = VettingForm.written(c, TestCases.compartment());
            var parts = EnumSet.noneOf(FormPart.class);
            for (var part : FormPart.values()) if (form.carriedOn(part) != null) parts.add(part);
            return parts;
        });
    }

    private static List<String> trail(TestForms forms) {
        return Rows.trail("kent", forms.person().ref);
    }

    @Test
    void isOfferedOnceAndOnlyToWhoHasWrittenOneBefore() {
        TestForms.invited().browser().get(FORM).statusCode(200).body(not(containsString(OFFER)));
        var forms = again();
        forms.browser()
                .get(FORM)
                .statusCode(200)
                .body(containsString(OFFER))
                .body(containsString("with your answers of 3 March 2025"));
        begin(forms, "").statusCode(422).body(containsString("Choose how you want to begin"));
        begin(forms, "carry").statusCode(303);
        forms.browser().get(FORM).body(not(containsString(OFFER))).body(containsString(CHECK));
        begin(forms, "empty").statusCode(422).body(containsString("You have chosen already how to begin"));
        assertTrue(trail(forms).contains("vetting form carried over"));
        assertFalse(trail(forms).contains("vetting form begun empty"));
    }

    @Test
    void isTheirChoiceAndAnEmptyFormStaysEmpty() {
        var forms = again();
        begin(forms, "empty").statusCode(303);
        forms.browser().get(FORM).body(not(containsString(OFFER)));
        assertEquals(Set.of(), toCheck(forms));
        assertTrue(written(forms, FormPart.ADDRESSES).blank());
        begin(forms, "carry").statusCode(422);
        assertTrue(written(forms, FormPart.ADDRESSES).blank());
        assertTrue(trail(forms).contains("vetting form begun empty"));
    }

    @Test
    void isNotOfferedOnceTheyHaveBegunToWrite() {
        var forms = again();
        forms.save("online", TestForms.typed(FormPart.ONLINE)).statusCode(303);
        forms.browser().get(FORM).body(not(containsString(OFFER)));
        begin(forms, "carry").statusCode(422);
        assertEquals(Set.of(), toCheck(forms));
    }

    @Test
    void bringsWhatIsPlainAndNothingThatIsDeclaredAnew() {
        var forms = carried();
        assertEquals(
                "7 Mill Lane\nMaidstone ME14 1AA",
                written(forms, FormPart.ADDRESSES).rows().get(0).get("address"));
        assertEquals("Librarian", written(forms, FormPart.WORK).fields().get("occupation"));
        assertEquals("CAUTION", written(forms, FormPart.POLICE).rows().get(0).get("what"));
        for (var part : List.of(FormPart.FINANCE, FormPart.INVESTIGATION, FormPart.HUNTERS, FormPart.DECLARATIONS)) {
            assertTrue(written(forms, part).blank(), part + " is said anew each time");
        }
        var people = written(forms, FormPart.PEOPLE);
        assertEquals("Hoa Featherstone", people.rows().get(0).get("name"));
        assertNull(people.rows().get(0).get("told"), "of this application they were not told");
        assertNull(people.rows().get(0).get("whyNot"));
        assertNull(people.fields().get("complete"));
        assertNull(written(forms, FormPart.NAMES).fields().get("remain"), "vetting rule 17 is asked anew");
        for (var part : FormPart.values())
            assertFalse(written(forms, part).none(), "that there is nothing is said anew");
    }

    @Test
    void countsForNothingUntilEachPartIsOpenedAndSaved() {
        var forms = carried();
        var parts = toCheck(forms);
        assertEquals(
                Set.of(
                        FormPart.NAMES,
                        FormPart.ADDRESSES,
                        FormPart.PEOPLE,
                        FormPart.WORK,
                        FormPart.POLICE,
                        FormPart.ONLINE),
                parts);
        forms.browser().get(FORM + "/parts/online").body(containsString(CHECK)).body(containsString("treble7"));
        assertEquals(parts, toCheck(forms), "to look is not to save");
        forms.save("online", TestForms.typed(FormPart.ONLINE)).statusCode(303);
        assertFalse(toCheck(forms).contains(FormPart.ONLINE), "saved as it was, it is checked");
        forms.browser().get(FORM + "/parts/online").body(not(containsString(CHECK)));
        for (var part : FormPart.values()) {
            if (part != FormPart.ADDRESSES)
                forms.save(part.slug(), TestForms.typed(part)).statusCode(303);
        }
        forms.send()
                .statusCode(422)
                .body(containsString("Something is still missing"))
                .body(containsString("Check what is from your form of 3 March 2025, and save it"));
        forms.save("addresses", TestForms.typed(FormPart.ADDRESSES)).statusCode(303);
        forms.send().statusCode(303);
        assertEquals(CaseState.SUBMITTED, forms.vetting().state());
        As.role(Role.VETTING_OFFICER, "kent")
                .get("/vetting-cases/" + forms.vetting().ref() + "/form")
                .statusCode(200)
                .body(containsString("treble7"));
    }

    @Test
    void theTeamReadsNothingOfItBeforeItIsSent() {
        var forms = carried();
        As.role(Role.VETTING_OFFICER, "kent")
                .get("/vetting-cases/" + forms.vetting().ref() + "/form")
                .statusCode(200)
                .body(not(containsString("treble7")));
    }

    @Test
    void eachReadingOfTheEarlierFormIsInTheTrail() {
        var forms = again();
        var before = trail(forms);
        begin(forms, "carry").statusCode(303);
        var after = trail(forms).subList(before.size(), trail(forms).size());
        assertEquals(List.of("vetting form carried over", "vetting case read"), after);
    }

    @Test
    void isSealedWithTheKeyOfTheNewCase() {
        var forms = carried();
        forms.vetting().read(c -> {
            var earlier = VettingCase.of(c.volunteer).get(1);
            for (var sheet : FormSheet.of(c)) {
                assertFalse(new String(sheet.sealed, StandardCharsets.UTF_8).contains("treble7"), "in clear");
                assertThrows(RuntimeException.class, () -> TestCases.compartment()
                        .openAll(
                                earlier,
                                sheet.sealed,
                                FormAnswers.class,
                                FormSheet.purpose(sheet.part, sheet.edition)));
            }
            return null;
        });
    }

    @Test
    void theVolunteersFormGetsNoPoliceMattersOfTheOther() {
        var forms = again();
        forms.vetting().read(c -> {
            var earlier = VettingForm.written(VettingCase.of(c.volunteer).get(1), TestCases.compartment());
            var matters =
                    CarriedAnswers.of(FormPart.POLICE, earlier, FormVariant.of(AppointmentType.SUPPORT_VOLUNTEER));
            assertTrue(matters.blank(), "protected ones may be among them (vetting rule 22)");
            assertFalse(CarriedAnswers.of(FormPart.POLICE, earlier, FormVariant.SPECIAL_CONSTABLE)
                    .blank());
            return null;
        });
    }

    @Test
    void aFormOfACaseThatRunsOrOfSomebodyElseIsNone() {
        var other = TestForms.complete();
        var running = TestForms.complete();
        var second = TestCases.of(running.person(), ClearanceLevel.MANAGEMENT);
        second.read(c -> {
            assertTrue(FormStart.offered(c, TestClock.TODAY).isEmpty(), "the first case runs still");
            return null;
        });
        var mine = TestForms.invited();
        begin(mine, "carry").statusCode(422);
        assertTrue(written(mine, FormPart.ONLINE).blank(), "nothing of " + other.person().ref);
    }

    @Test
    void aRenewalBeginsWithTheFormOfWhatItRenews() {
        var forms = TestForms.sent();
        var first = forms.vetting();
        for (var code : List.of("C1", "C2")) first.check(code, CheckResult.CLEAR, TestCases.officer());
        first.does(c -> c.authenticate(TestCases.officer(), TestCases.clock()));
        first.does(c -> c.beginChecks(CheckSettings.of(c.force), TestCases.officer(), TestCases.clock()));
        first.onFrom(CaseState.CHECKS, CaseState.GRANTED);
        var renewal = new TestForms(forms.browser(), forms.person(), TestCases.renewalOf(first));
        begin(renewal, "carry").statusCode(303);
        assertEquals("treble7", written(renewal, FormPart.ONLINE).rows().get(0).get("name"));
    }

    @Test
    void whatWasCarriedAndNeverCheckedStaysAsOldAsItWas() {
        var forms = carried();
        forms.vetting().withdrawn();
        var third = new TestForms(forms.browser(), forms.person(), TestCases.of(forms.person()));
        begin(third, "carry").statusCode(303);
        third.browser().get(FORM + "/parts/online").body(containsString(CHECK));
    }

    @Test
    void namesAndBirthDateAreThoseOfTheRecord() {
        var forms =
                TestForms.invited("kent", People.special().named("Ash Recorded").born(LocalDate.of(1991, 2, 3)));
        forms.browser()
                .get(FORM + "/parts/names")
                .body(containsString("From your record: check it"))
                .body(containsString("value=\"Ash Recorded\""))
                .body(containsString("value=\"1991\""));
        assertTrue(written(forms, FormPart.NAMES).blank(), "shown, and not saved by being shown");
        forms.browser().get(FORM).body(containsString("Your names</strong></a>: not begun"));
        forms.save("names", TestForms.typed(FormPart.NAMES)).statusCode(303);
        forms.browser()
                .get(FORM + "/parts/names")
                .body(not(containsString("From your record")))
                .body(not(containsString("Ash Recorded")));
    }

    @Test
    void aNameThatTheRecordHasSinceStandsThereAndTheEarlierOneAmongTheOthers() {
        var forms = again(People.special().named("Ash Recorded"));
        Rows.in(() -> {
            Volunteer person = Volunteer.byRef(forms.person().ref).orElseThrow();
            person.fullName = "Ash Renamed";
            Panache.getEntityManager().flush();
        });
        begin(forms, "carry").statusCode(303);
        var names = written(forms, FormPart.NAMES);
        assertEquals("Ash Renamed", names.fields().get("fullName"));
        assertTrue(names.rows().stream().anyMatch(r -> "Ngọc Ánh Featherstone".equals(r.get("name"))));
        assertTrue(names.rows().stream().anyMatch(r -> "Ngọc Ánh Tran".equals(r.get("name"))));
    }

    @Test
    void isForThePersonAlone() {
        As.coordinatorOf("kent").post(FORM + "/start", Map.of("begin", "carry")).statusCode(403);
        As.role(Role.VETTING_OFFICER, "kent")
                .post(FORM + "/start", Map.of("begin", "carry"))
                .statusCode(403);
    }
}
