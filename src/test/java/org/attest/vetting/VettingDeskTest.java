package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.TestClock;
import org.attest.audit.Actor;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A case on the vetting officer's desk: found on the work list, authenticated, checked, asked about; never by who may not. */
@QuarkusTest
class VettingDeskTest {

    private static final Pattern HIDDEN = Pattern.compile("name=\"((?:stamp|seen-C\\d+))\" value=\"([^\"]*)\"");

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static Volunteer person(String slug, String name) {
        return People.special()
                .in(slug)
                .named(name)
                .inStage(Stage.VETTING)
                .eligible()
                .saved();
    }

    /** What the page says it was made on, with what is typed into it. */
    private static Map<String, Object> form(As reader, String path, Object... typed) {
        Map<String, Object> form = new LinkedHashMap<>();
        var found = HIDDEN.matcher(reader.get(path).statusCode(200).extract().asString());
        while (found.find()) form.put(found.group(1), found.group(2));
        for (int i = 0; i < typed.length; i += 2) form.put(typed[i].toString(), typed[i + 1]);
        return form;
    }

    private static void clear(Map<String, Object> form, String code) {
        form.put("result-" + code, "CLEAR");
        form.put("by-" + code, "The bureau");
        form.put("on-" + code + "-day", "16");
        form.put("on-" + code + "-month", "June");
        form.put("on-" + code + "-year", "2026");
    }

    private static CaseState state(TestCases one) {
        return one.read(c -> c.state);
    }

    @Test
    void isWorkedFromTheFormToTheEndOfItsChecks() {
        var one = TestCases.of(person("north-yorkshire", "Desk Clean")).upTo(CaseState.SUBMITTED);
        var officer = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        var path = "/vetting-cases/" + one.ref();
        officer.get("/vetting?q=Desk+Clean")
                .statusCode(200)
                .body(containsString("1 case to do now"))
                .body(containsString("Authenticate the form"));
        officer.get("/").body(containsString("Vetting: Desk Clean"));
        officer.get(path).statusCode(200).body(containsString(path + "/authentication"));

        var authentication = path + "/authentication";
        officer.post(authentication, form(officer, authentication))
                .statusCode(422)
                .body(containsString("C1 Identity and address, C2 Right to remain and nationality (vetting rule 23)"));
        var both = form(officer, authentication);
        clear(both, "C1");
        officer.post(authentication, new HashMap<>(both))
                .statusCode(422)
                .body(containsString("Authentication is not done: C2"))
                .body(containsString("name=\"seen-C1\" value=\"0\""));
        clear(both, "C2");
        officer.post(authentication, both).statusCode(303);
        assertEquals(CaseState.AUTHENTICATED, state(one));
        officer.post(authentication, both)
                .statusCode(409)
                .body(containsString("When you opened this page the case stood at “Form received”"));

        var begin = path + "/checks";
        officer.get(begin).body(containsString("C4 Police National Computer"));
        officer.post(begin, form(officer, begin)).statusCode(303);
        officer.get(path + "/checks/end").body(containsString("vetting rule 24"));

        var checklist = path + "/checklist";
        var all = form(officer, checklist, "by", "The bureau", "on-day", "16", "on-month", "6", "on-year", "2026");
        List<String> open =
                one.read(c -> Check.openMandatory(c).stream().map(k -> k.code).toList());
        open.forEach(code -> all.put("result-" + code, "CLEAR"));
        var faulty = new HashMap<>(all);
        faulty.put("result-C9", "ADVERSE");
        officer.post(checklist, faulty).statusCode(422).body(containsString("Enter what was found"));
        assertEquals(open.size(), one.<Integer>read(c -> Check.openMandatory(c).size()), "nothing is stored");
        officer.post(checklist, all).statusCode(303);
        officer.post(checklist, all).statusCode(409).body(containsString("has recorded “Clear” meanwhile"));
        var end = path + "/checks/end";
        officer.post(end, form(officer, end)).statusCode(303);
        assertEquals(CaseState.ASSESSMENT, state(one));
        officer.get(path).body(containsString("Assess the case")).body(containsString("The bureau"));
        var trail = Rows.trail("north-yorkshire", one.read(c -> c.volunteer.ref));
        assertTrue(trail.contains("vetting case read"), trail.toString());
        assertTrue(trail.contains("vetting case worked on"), trail.toString());
        assertEquals(List.of(officer.name()), one.read(c -> Part.of(c).stream()
                .filter(p -> p.part == Part.Kind.RAN_CHECKS)
                .map(p -> p.name)
                .toList()));
    }

    /** Vetting section 5: whoever reads a case is in the trail, also by a form that is refused and shown again. */
    @Test
    void isLookedAtByARefusedFormToo() {
        var one = TestCases.of(person("north-yorkshire", "Desk Looked"))
                .upTo(CaseState.CHECKS)
                .check("C4", CheckResult.TRACE_NOT_RELEVANT, TestCases.officer())
                .matter();
        var path = "/vetting-cases/" + one.ref();
        var officer = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        for (var form : List.of(
                "/checks/C4",
                "/checklist",
                "/matters/new",
                "/matters/" + one.matters() + "/striking",
                "/information-request",
                "/interview",
                "/checks/end",
                "/discontinuation")) {
            long before = looks(one);
            var status = officer.post(path + form, Map.of("result-C4", "ADVERSE"))
                    .extract()
                    .statusCode();
            assertTrue(status == 422 || status == 409, form + " answered " + status);
            assertEquals(before + 1, looks(one), form);
        }
    }

    private static long looks(TestCases one) {
        return Rows.trail("north-yorkshire", one.read(c -> c.volunteer.ref)).stream()
                .filter("vetting case read"::equals)
                .count();
    }

    /** Vetting rule 27, also where somebody has changed office since. */
    @Test
    void isShutToWhoInvitedTheApplicant() {
        var one = TestCases.of(person("north-yorkshire", "Desk Invited")).upTo(CaseState.SUBMITTED);
        var path = "/vetting-cases/" + one.ref();
        var officer = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        officer.get(path).statusCode(200);
        officer.get("/vetting?q=Desk+Invited").body(containsString(one.ref()));
        Rows.in(() -> Part.take(
                VettingCase.byRef(one.ref()).orElseThrow(),
                Part.Kind.INVITED,
                new Actor(officer.ref(), officer.name(), "coordinator"),
                TestCases.clock()));
        officer.get(path).statusCode(404);
        officer.post(path + "/authentication", Map.of()).statusCode(404);
        officer.get("/vetting?q=Desk+Invited").body(not(containsString(one.ref())));
    }

    @Test
    void isFoundByItsTeamAlone() {
        var subject = As.role(Role.APPLICANT, "north-yorkshire");
        var known = person("north-yorkshire", "Desk Hidden");
        var one = TestCases.of(known).upTo(CaseState.CHECKS);
        var path = "/vetting-cases/" + one.ref();
        for (var role : List.of(Role.COORDINATOR, Role.INSPECTOR, Role.DATA_PROTECTION_LEAD, Role.SUPERVISOR)) {
            As.role(role, "north-yorkshire").get(path).statusCode(403);
            As.role(role, "north-yorkshire").get("/vetting").statusCode(403);
        }
        subject.get(path).statusCode(403);
        As.role(Role.VETTING_OFFICER, "gwent").get(path).statusCode(404);
        As.role(Role.APPEALS_CHAIR, "north-yorkshire").get(path).statusCode(404);

        var both = As.role(Role.VETTING_OFFICER, "north-yorkshire").and(Role.COORDINATOR, "north-yorkshire");
        both.get(path).statusCode(404);
        both.get("/vetting?view=all&q=Desk+Hidden")
                .statusCode(200)
                .body(containsString("vetting rule 27"))
                .body(not(containsString(one.ref())));
        both.get("/").body(not(containsString("Vetting: Desk Hidden")));

        var close = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        Rows.in(() -> Conflict.declare(
                VettingCase.byRef(one.ref()).orElseThrow().volunteer,
                close.ref(),
                close.name(),
                Conflict.Kind.FAMILY,
                People.SOMEBODY,
                TestCases.clock()));
        close.get(path).statusCode(404);
        close.post(path + "/clock", Map.of()).statusCode(404);
        close.get("/vetting?view=all&q=Desk+Hidden")
                .body(containsString("0 cases"))
                .body(not(containsString(one.ref())));
        close.get("/").body(not(containsString("Desk Hidden")));

        var own = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        var officersCase = TestCases.of(People.special()
                .in("north-yorkshire")
                .inStage(Stage.VETTING)
                .eligible()
                .withAccount(own.accountId())
                .saved());
        own.get("/vetting-cases/" + officersCase.ref()).statusCode(404);
        own.get("/vetting?view=all").body(not(containsString(officersCase.ref())));
    }

    @Test
    void standsWhileTheApplicantHasTheMove() {
        var one = TestCases.of(person("north-yorkshire", "Desk Asked")).upTo(CaseState.SUBMITTED);
        var officer = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        var path = "/vetting-cases/" + one.ref();
        officer.post(path + "/return", form(officer, path + "/return"))
                .statusCode(422)
                .body(containsString("Enter what is missing"));
        officer.post(path + "/return", form(officer, path + "/return", "missing", "The second address"))
                .statusCode(303);
        officer.get("/vetting?view=waiting&q=Desk+Asked")
                .body(containsString("Clock stopped: the form is with the applicant"));
        officer.get(path).body(containsString("The second address"));
        one.does(c -> c.submit(VettingSettings.of(c.force), TestCases.applicant(), TestCases.clock()));

        var ask = path + "/information-request";
        var typed = form(officer, ask, "what", "Your addresses of 2024\nand 2025", "due-day", "", "due-month", "");
        officer.post(ask, typed).statusCode(422).body(containsString("Enter the due day"));
        typed.putAll(Map.of("due-day", "30", "due-month", "June", "due-year", "2026"));
        officer.post(ask, typed).statusCode(303);
        officer.post(ask, typed).statusCode(409).body(containsString("which is not sent"));
        officer.get(path).body(containsString("the applicant was asked for what is missing"));
        officer.post(ask + "/taking-back", form(officer, ask)).statusCode(303);

        var clock = path + "/clock";
        officer.post(clock, form(officer, clock, "reason", "FORM_RETURNED"))
                .statusCode(422)
                .body(containsString("Choose a reason of the list"));
        var stop = form(officer, clock, "reason", "OTHER_BODY");
        officer.post(clock, stop).statusCode(303);
        officer.post(clock, stop).statusCode(409);
        officer.post(clock + "/start", form(officer, clock)).statusCode(303);
        assertEquals(3, one.<Integer>read(c -> ClockStop.of(c).size()));
    }

    @Test
    void keepsWhatWasFoundAndWhyItWasStruckOut() {
        var one = TestCases.of(person("north-yorkshire", "Desk Matter")).upTo(CaseState.CHECKS);
        var officer = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        var path = "/vetting-cases/" + one.ref();
        var add = path + "/matters/new";
        officer.get(path + "/discontinuation").body(containsString("vetting rule 19"));
        var matter = form(officer, add, "kind", "LIVE_INVESTIGATION", "grading", "CONFIRMED", "source", "C4");
        officer.post(add, matter).statusCode(422).body(containsString("Enter what was found"));
        matter.put("what", "On bail since May");
        officer.post(add, matter).statusCode(303);
        officer.post(add, matter).statusCode(409).body(containsString("meanwhile"));
        officer.get(path).body(containsString("On bail since May"));
        var striking = path + "/matters/" + one.matters() + "/striking";
        officer.post(striking, Map.of()).statusCode(422).body(containsString("Enter why it is struck out"));
        officer.post(striking, Map.of("why", "Somebody else of the same name")).statusCode(303);
        officer.post(striking, Map.of("why", "Twice")).statusCode(409);
        officer.get(path).body(containsString("Somebody else of the same name")).body(containsString("struck out"));
        officer.post(
                        add,
                        form(
                                officer,
                                add,
                                "kind",
                                "LIVE_INVESTIGATION",
                                "grading",
                                "CONFIRMED",
                                "source",
                                "C4",
                                "what",
                                "On bail"))
                .statusCode(303);
        var discontinuation = path + "/discontinuation";
        officer.post(discontinuation, form(officer, discontinuation, "note", "Until the trial"))
                .statusCode(303);
        assertEquals(CaseState.DISCONTINUED, state(one));
        officer.post(path + "/finalised", Map.of("day-day", "16", "day-month", "6", "day-year", "2026"))
                .statusCode(303);
        officer.post(path + "/finalised", Map.of()).statusCode(409);
    }

    @Test
    void goesToAnInterviewAndBack() {
        var one = TestCases.of(person("north-yorkshire", "Desk Interview")).upTo(CaseState.CHECKS);
        var officer = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        var path = "/vetting-cases/" + one.ref() + "/interview";
        officer.post(path, form(officer, path))
                .statusCode(422)
                .body(containsString("Enter what the interview is about"));
        officer.post(path, form(officer, path, "why", "A gap in the addresses")).statusCode(303);
        officer.get(path + "/end").body(containsString("A gap in the addresses"));
        officer.post(path + "/end", form(officer, path + "/end")).statusCode(303);
        assertEquals(CaseState.CHECKS, state(one));
    }

    @Test
    void recordsACheckBesideWhatWasRecordedBefore() {
        var one = TestCases.of(person("north-yorkshire", "Desk Check")).upTo(CaseState.CHECKS);
        var officer = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        var path = "/vetting-cases/" + one.ref() + "/checks/C4";
        officer.get("/vetting-cases/" + one.ref() + "/checks/C99").statusCode(404);
        officer.post(path, form(officer, path, "result-C4", "REQUESTED", "note-C4", "Asked by letter"))
                .statusCode(303);
        officer.post(path, form(officer, path, "result-C4", "CLEAR"))
                .statusCode(422)
                .body(containsString("Enter who answered"));
        var answer = form(officer, path);
        clear(answer, "C4");
        officer.post(path, answer).statusCode(303);
        officer.post(path, answer).statusCode(409);
        officer.get(path).body(containsString("Asked by letter")).body(containsString("answered by The bureau"));
    }

    @Test
    void endsAfterSilenceAndIsRenewedInItsTime() {
        var officer = As.role(Role.VETTING_OFFICER, "north-yorkshire");
        var silent = TestCases.of(person("north-yorkshire", "Desk Silent")).upTo(CaseState.RETURNED);
        var withdrawal = "/vetting-cases/" + silent.ref() + "/withdrawal";
        officer.post(withdrawal, form(officer, withdrawal)).statusCode(422);
        officer.post(withdrawal, form(officer, withdrawal, "sure", "yes")).statusCode(303);
        assertEquals(CaseState.WITHDRAWN_BY_APPLICANT, state(silent));

        var granted = TestCases.of(person("north-yorkshire", "Desk Granted")).upTo(CaseState.GRANTED);
        var renewal = "/vetting-cases/" + granted.ref() + "/renewal";
        officer.post(renewal, form(officer, renewal)).statusCode(303);
        officer.get(renewal).body(containsString("has a case at this level already"));
        assertEquals(2, granted.<Integer>read(c -> VettingCase.of(c.volunteer).size()));
    }

    @Test
    void isHeardByAPanelThatTookNoPart() {
        var appealed = TestCases.of(person("north-yorkshire", "Desk Appealed")).upTo(CaseState.APPEALED);
        var chair = As.role(Role.APPEALS_CHAIR, "north-yorkshire");
        chair.get("/vetting?q=Desk+Appealed").body(containsString("1 appeal waits"));
        chair.get("/vetting-cases/" + appealed.ref()).statusCode(200);
        chair.get("/").body(containsString("Vetting: Desk Appealed"));
        Rows.in(() -> Part.take(
                VettingCase.byRef(appealed.ref()).orElseThrow(),
                Part.Kind.RAN_CHECKS,
                new Actor(chair.ref(), chair.name(), "officer"),
                TestCases.clock()));
        chair.get("/vetting?q=Desk+Appealed").body(containsString("0 appeals wait"));
        chair.get("/vetting-cases/" + appealed.ref()).statusCode(404);
        chair.get("/").body(not(containsString("Desk Appealed")));
    }

    /** Vetting rule 27: who sent it back has taken a part, and hears no second appeal. */
    @Test
    void isHeardByAnotherChairTheSecondTime() {
        var again = TestCases.of(person("north-yorkshire", "Desk Again")).upTo(CaseState.APPEALED);
        var chair = As.role(Role.APPEALS_CHAIR, "north-yorkshire");
        var other = As.role(Role.APPEALS_CHAIR, "north-yorkshire");
        var path = "/vetting-cases/" + again.ref();
        chair.get(path).body(containsString("Decide the appeal"));
        chair.post(path + "/appeal", Map.of("result", "SEND_BACK", "reasons", "Look again"))
                .statusCode(303);
        again.does(c -> Assessment.assess(
                        c,
                        Outcome.REFUSED,
                        TestCases.WEIGHED,
                        TestCases.officer(),
                        TestCases.compartment(),
                        TestCases.clock()))
                .decided(Outcome.REFUSED, TestCases.manager())
                .does(c -> Appeal.lodge(
                        c, "Nor this time", TestCases.applicant(), TestCases.compartment(), TestCases.clock()));
        assertEquals(CaseState.APPEALED, state(again));
        chair.get("/vetting?q=Desk+Again")
                .body(containsString("0 appeals wait"))
                .body(not(containsString(path)));
        chair.get("/").body(not(containsString("Desk Again")));
        chair.get(path).statusCode(200).body(not(containsString("Decide the appeal")));
        chair.get(path + "/appeal")
                .statusCode(200)
                .body(containsString("Another chair hears this appeal"))
                .body(not(containsString("Record the panel")));
        other.get(path + "/appeal").body(containsString("Record the panel"));
        other.get("/vetting?q=Desk+Again")
                .body(containsString("1 appeal waits"))
                .body(containsString(path));
        other.get("/").body(containsString("Vetting: Desk Again"));
    }
}
