package org.attest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attest.As;
import org.attest.TestClock;
import org.attest.recruitment.application.TestLinks;
import org.attest.recruitment.meeting.TestMeetings;
import org.attest.recruitment.paper.TestPapers;
import org.attest.recruitment.request.TestRequests;
import org.attest.security.Role;
import org.attest.training.TestAttempts;
import org.attest.training.TestExtensions;
import org.attest.training.TestQualifications;
import org.attest.training.TestSessions;
import org.attest.training.TestShifts;
import org.attest.vetting.CaseState;
import org.attest.vetting.FormPart;
import org.attest.vetting.TestCases;
import org.attest.vetting.TestClearances;
import org.attest.vetting.TestForms;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page, wide and narrow: valid HTML, nothing for the accessibility scan to find, no scrolling sideways, no complaint. */
@QuarkusTest
class EveryPageTest {

    private static final List<Integer> WIDTHS = List.of(1280, 320);
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What makes a page scroll sideways; nothing where it does not. */
    private static final String STICKING_OUT = """
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth + 1) return [];
              return [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1)
                .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 60))
                .concat('scrolls by ' + (root.scrollWidth - root.clientWidth));
            }""";

    private static Chromium chromium;

    private final Map<As, Page> windows = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    @TestHTTPResource
    URI home;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) chromium.close();
    }

    @TestFactory
    Stream<DynamicTest> isValidAccessibleAndFitsEveryWidth() {
        var blocked = blocked();
        var record = "/volunteers/" + blocked.ref;
        var cohort = "/cohorts/" + blocked.cohort.ref;
        var coordinator = As.coordinatorOf("kent");
        var batch = batchOf(coordinator);
        var own = As.role(Role.VOLUNTEER, "kent");
        var ownRecord = People.special()
                .in("kent")
                .named("Own Page")
                .inStage(Stage.SERVICE)
                .withAccount(own.accountId())
                .saved();
        var tests = new ArrayList<DynamicTest>();
        pages(tests, As.stranger(), "/sign-in", "/forgotten-password", "/help", "/accessibility", "/privacy");
        pages(tests, As.stranger(), "/how-answers-are-decided", "/no-such-page");
        pages(tests, As.stranger(), "/certificates", "/certificates/NNNNNNNNNNNN");
        pages(tests, As.stranger(), "/apply", "/apply/kent", "/apply/kent/eligibility", "/apply/kent/start");
        pages(tests, As.stranger(), TestLinks.start("kent", "Every Page", "every.page@tests.example"));
        pages(tests, As.stranger(), "/application-links/used", "/references/used", "/sign-in-addresses/used");
        pages(tests, coordinator, record + "/application", record + "/references", record + "/skills");
        pages(tests, coordinator, "/", "/forces/kent", "/forces/kent/volunteers");
        pages(tests, coordinator, "/forces/kent/volunteers?ready=no&stage=service", "/forces/kent/volunteers?q=nobody");
        pages(tests, coordinator, "/forces/kent/volunteers/new", "/forces/kent/cohorts", "/forces/kent/cohorts/new");
        pages(tests, coordinator, "/forces/kent/joining-page");
        pages(tests, coordinator, cohort, cohort + "/edit", "/forces/kent/imports", batch, batch + "?show=refused");
        pages(tests, coordinator, "/forces/kent/completeness");
        var broughtIn = broughtIn(coordinator, batchOf(coordinator));
        pages(tests, coordinator, broughtIn, broughtIn + "/undoing");
        var training = trainingOf(coordinator);
        pages(tests, coordinator, training, training + "/mapping", training + "/courses", training + "?show=refused");
        var learned = broughtIn(coordinator, trainingOf(coordinator));
        pages(tests, coordinator, learned, learned + "/undoing");
        pages(tests, coordinator, batch + "/mapping", record, record + "/readiness?on=2026-12-24&tier=T3");
        pages(tests, coordinator, record + "/profile", record + "/history", record + "/details");
        pages(tests, coordinator, "/forces/kent/duplicates", record + "/duplicates/" + alike().ref);
        pages(tests, coordinator, record + "/eligibility", record + "/appointments/new");
        pages(
                tests,
                coordinator,
                record + "/appointments/end",
                "/volunteers/" + toBeAppointed() + "/appointments/withdrawal");
        pages(tests, coordinator, record + "/attestations/new", record + "/equipment", record + "/stage");
        pages(
                tests,
                coordinator,
                record + "/leaving",
                "/policy",
                "/policy/national/2",
                "/sessions",
                "/password",
                "/accounts");
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        pages(tests, manager, "/forces/kent/vetting-settings", "/forces/kent/vetting-settings/appeal-recruitment");
        vetting(tests);
        pages(tests, manager, record + "/profile", record + "/clearances/new", "/forces/kent/designated-posts");
        var ending = "/clearances/" + TestClearances.of(blocked) + "/ending";
        var post = "/forces/kent/designated-posts/" + TestClearances.postIn("kent") + "/ending";
        pages(tests, manager, record + ending, post, "/forces/kent/designated-posts/new");
        pages(tests, coordinator, record + "/designated-post", "/forces/kent/designated-posts/without-clearance");
        deciding(tests);
        var waiver = "/waivers/" + People.waiverIn("kent");
        var applicant = "/volunteers/"
                + People.special().in("kent").inStage(Stage.INTERVIEW).saved().ref;
        pages(tests, coordinator, "/forces/kent/stage-settings", "/forces/kent/waivers", waiver);
        pages(tests, coordinator, "/forces/kent/occupations");
        pages(tests, coordinator, "/forces/kent/board", "/forces/kent/board?q=nobody", "/forces/kent/outcomes");
        pages(
                tests,
                coordinator,
                "/forces/kent/bulk-acts",
                "/forces/kent/funnel",
                "/forces/kent/refusal-windows",
                applicant + "/refusal");
        var refused = "/volunteers/" + People.refusedIn("kent", null);
        pages(tests, coordinator, refused + "/refusal/letter", refused + "/reopening", refused + "/history");
        var told = As.role(Role.APPLICANT, "kent");
        People.refusedIn("kent", told.accountId());
        pages(tests, told, "/me/refusal");
        pages(tests, coordinator, applicant + "/pause", applicant + "/waivers/new", record + "/pause");
        pages(tests, As.role(Role.INSPECTOR, "kent"), "/forces/kent/waivers", waiver);
        pages(tests, coordinator, record + "/letters", record + "/letters/letter-outcome");
        pages(tests, coordinator, "/forces/kent/templates", "/forces/kent/templates/letter-refusal");
        pages(
                tests,
                coordinator,
                "/forces/kent/reminders",
                "/forces/kent/reminders/hold-review",
                "/forces/kent/coverage");
        pages(tests, As.role(Role.VETTING_MANAGER, "kent"), "/", record, record + "/profile", record + "/holds/new");
        pages(tests, As.role(Role.INSPECTOR, "kent"), "/", record, record + "/holds/new");
        pages(tests, As.role(Role.WELFARE_OFFICER, "kent"), "/", record);
        pages(tests, As.role(Role.FORCE_LEAD, "kent"), "/forces/kent", "/forces/kent/funnel");
        pages(tests, As.role(Role.DATA_PROTECTION_LEAD, "kent"), "/trail");
        pages(tests, own, "/me", "/me/statement", "/me/views", "/me/cohorts");
        pages(tests, coordinator, cohort + "/waiting-list", cohort + "/messages", cohort + "/messages/new");
        pages(tests, coordinator, record + "/cohort");
        pages(tests, own, "/me/application", "/me/skills", "/me/referees");
        var writing = As.role(Role.APPLICANT, "kent");
        People.special()
                .in("kent")
                .inStage(Stage.ENQUIRY)
                .withAccount(writing.accountId())
                .saved();
        writing.post("/me/application", Map.of());
        pages(tests, writing, "/me", "/me/application", "/me/application/check", "/me/application/copy");
        for (var section : List.of("about", "contact", "eligibility", "why", "consents")) {
            pages(tests, writing, "/me/application/sections/" + section);
        }
        pages(tests, coordinator, record + "/meetings", "/forces/kent/meetings");
        pages(tests, coordinator, "/forces/kent/meetings/new", "/forces/kent/meeting-invitations");
        var slot = "/meetings/" + TestMeetings.booked(blocked).slot.ref;
        pages(tests, coordinator, "/forces/kent/meeting-rules", slot, slot + "/results");
        pages(
                tests,
                own,
                "/me/meetings",
                "/me/details",
                "/me/detail-changes/BIRTH_DATE",
                "/me/detail-changes/FULL_NAME");
        var asked = People.special().saved();
        var request = "/volunteers/" + asked.ref + "/requests";
        pages(tests, coordinator, request, request + "/new", request + "/" + TestRequests.open(asked).ref);
        pages(tests, coordinator, "/detail-changes/" + TestRequests.change(asked).ref, "/forces/kent/detail-changes");
        pages(tests, coordinator, "/forces/kent/information-requests");
        var answering = As.role(Role.APPLICANT, "kent");
        var answers = People.special().withAccount(answering.accountId()).saved();
        pages(tests, answering, "/me/requests/" + TestRequests.open(answers).ref);
        var papers = "/volunteers/" + answers.ref + "/papers";
        var paper = TestPapers.sent(answers).ref;
        pages(tests, answering, "/me/papers", "/me/messages");
        answering.post("/me/messages", Map.of("words", "When do I hear from you?"));
        pages(tests, coordinator, papers, papers + "/" + paper, "/volunteers/" + answers.ref + "/messages");
        var result = TestQualifications.passed(blocked, "DSC-101", TestClock.TODAY.minusDays(9));
        TestQualifications.passed(blocked, "DSC-102", TestClock.TODAY.minusDays(900));
        pages(tests, coordinator, record + "/training", record + "/training/results?module=DSC-201");
        pages(tests, coordinator, record + "/training/" + result.ref + "/revocation");
        var session = TestSessions.taken(TestSessions.planned("kent", "DSC-102", 7, 1))
                .session
                .path();
        pages(tests, coordinator, record + "/training/modules/DSC-203/third-fail");
        pages(tests, coordinator, "/forces/kent/training", "/forces/kent/training?view=expiring");
        pages(tests, coordinator, "/forces/kent/training?stage=service&module=DSC-101&standing=passed");
        pages(tests, coordinator, "/forces/kent/sessions", "/forces/kent/sessions/new", session);
        pages(tests, coordinator, "/forces/kent/module-choices", "/forces/kent/module-choices/DSC-206");
        pages(tests, coordinator, session + "/change", session + "/register", session + "/closing");
        var begun = TestSessions.begun(TestSessions.taken(TestSessions.planned("kent", "DSC-301", 7, 3)).session);
        pages(tests, coordinator, begun + "/register", begun + "/closing");
        pages(tests, own, "/me/sessions", "/me/training/certificates");
        ownTraining(tests);
        pages(tests, own, "/me/training/tutored-shifts");
        pages(tests, own, "/me/training/tutored-shifts/" + TestShifts.signed(ownRecord).ref);
        var shifts = record + "/training/tutored-shifts";
        var tutor = As.role(Role.TUTOR, "kent");
        var shift = shifts + "/drafts/" + TestShifts.draft(blocked, tutor).ref;
        pages(tests, tutor, shifts + "/drafts/new", shift, shift + "/signature");
        pages(tests, coordinator, shifts, shifts + "/" + TestShifts.signed(blocked).ref, shifts + "/reviews");
        TestShifts.counted(blocked, tutor, TestClock.TODAY.minusDays(9), 240);
        pages(tests, As.role(Role.ASSESSOR, "kent"), shifts, shifts + "/completion", "/forces/kent/tutored-shifts");
        pages(tests, own, "/training", "/training/DSC-101", "/training/DSC-306");
        var author = As.national(Role.MODULE_AUTHOR);
        author.post("/training/DSC-103/draft", Map.of());
        var draft = "/training/DSC-103/draft";
        pages(tests, author, "/", "/training", "/training/new", "/training/DSC-103", draft, draft + "/terms");
        pages(tests, author, draft + "/preview", draft + "/sections/new", draft + "/sections/signs");
        pages(tests, author, draft + "/questions/new", draft + "/questions/103-s1");
        pages(tests, own, "/notices", "/notices/emails");
        var maker = As.national(Role.POLICY_MAKER);
        pages(tests, maker, "/training/extensions", "/training/extensions/new");
        var extension = "/training/extensions/" + TestExtensions.proposed("DSC-401").ref;
        pages(tests, maker, extension);
        pages(tests, own, "/training/extensions", extension);
        pages(tests, As.national(Role.NATIONAL_LEAD), "/national");
        pages(tests, As.national(Role.AUDITOR), "/trail");
        var admin = As.national(Role.ADMINISTRATOR);
        pages(tests, admin, "/outbox", "/web-hooks", "/web-hooks/kent");
        pages(tests, admin, "/", "/accounts", "/accounts/new", "/accounts/" + coordinator.ref());
        ownVetting(tests, coordinator);
        return tests.stream();
    }

    private void ownTraining(List<DynamicTest> tests) {
        var learner = As.role(Role.VOLUNTEER, "kent");
        var person = People.special()
                .inStage(Stage.TRAINING)
                .withAccount(learner.accountId())
                .saved();
        TestQualifications.passed(person, "DSC-102", TestClock.TODAY.minusDays(400));
        var attempt = "/me/training/DSC-101/attempts/" + TestAttempts.open(person, "DSC-101");
        pages(tests, learner, "/me", "/me/training", "/me/training?pace=none", "/me/training/DSC-101");
        pages(tests, learner, "/me/training/DSC-102", "/me/training/DSC-307", "/me/training/DSC-101/sections/role");
        pages(tests, learner, attempt, attempt + "/questions/1", attempt + "/questions/2", attempt + "/questions/3");
        var failing = As.role(Role.VOLUNTEER, "kent");
        var failed = TestAttempts.failed(
                People.special()
                        .inStage(Stage.TRAINING)
                        .withAccount(failing.accountId())
                        .saved(),
                "DSC-101");
        pages(tests, failing, "/me/training/DSC-101", "/me/training/DSC-101/attempts/" + failed);
    }

    private void vetting(List<DynamicTest> tests) {
        var officer = As.role(Role.VETTING_OFFICER, "kent");
        pages(tests, officer, "/", "/vetting", "/vetting?view=all", "/vetting?q=nobody", "/vetting?view=waiting");
        pages(tests, As.role(Role.APPEALS_CHAIR, "kent"), "/vetting");
        var running = TestCases.invited().upTo(CaseState.CHECKS).matter();
        var one = "/vetting-cases/" + running.ref();
        pages(tests, officer, one, one + "/checks/C4", one + "/checklist", one + "/checks/end", one + "/interview");
        pages(tests, officer, one + "/matters/new", one + "/matters/" + running.matters() + "/striking");
        running.file();
        pages(tests, officer, one + "/files", one + "/files/" + running.files() + "/striking", "/vetting/conflicts");
        var decides = As.role(Role.VETTING_MANAGER, "kent");
        pages(
                tests,
                decides,
                "/vetting/conflicts",
                "/forces/kent/vetting-checks",
                "/forces/kent/vetting-checks/nppv-3");
        pages(tests, officer, one + "/information-request", one + "/clock", one + "/discontinuation");
        var sent = "/vetting-cases/"
                + TestCases.invited().upTo(CaseState.SUBMITTED).ref();
        pages(tests, officer, sent, sent + "/authentication", sent + "/return");
        var authentic = TestCases.invited().upTo(CaseState.AUTHENTICATED).ref();
        pages(tests, officer, "/vetting-cases/" + authentic + "/checks");
        var meeting = TestCases.invited().upTo(CaseState.INTERVIEW).ref();
        pages(tests, officer, "/vetting-cases/" + meeting + "/interview/end");
        var returned =
                "/vetting-cases/" + TestCases.invited().upTo(CaseState.RETURNED).ref();
        pages(tests, officer, returned, returned + "/withdrawal");
        var granted =
                "/vetting-cases/" + TestCases.invited().upTo(CaseState.GRANTED).ref();
        pages(tests, officer, granted, granted + "/renewal", granted + "/finalised");
    }

    private void ownVetting(List<DynamicTest> tests, As coordinator) {
        var forms = TestForms.complete();
        var person = "/volunteers/" + forms.person().ref + "/vetting";
        pages(tests, forms.browser(), "/me", "/me/vetting", "/me/vetting/form", "/me/vetting/form/check");
        for (var part : FormPart.values()) pages(tests, forms.browser(), "/me/vetting/form/parts/" + part.slug());
        pages(tests, forms.browser(), "/me/equality", "/me/vetting/form/parts/people?add=yes");
        pages(tests, TestForms.again().browser(), "/me/vetting/form");
        pages(tests, TestForms.again().carried().browser(), "/me/vetting/form", "/me/vetting/form/parts/names");
        var own = "/me/vetting/cases/" + forms.vetting().ref();
        pages(tests, forms.browser(), own, own + "/form", own + "/withdrawal");
        pages(tests, coordinator, person);
        var sent = "/vetting-cases/" + TestForms.sent().vetting().ref() + "/form";
        pages(tests, As.role(Role.VETTING_OFFICER, "kent"), sent);
        var refused = TestForms.invited();
        refused.vetting().upTo(CaseState.REFUSED);
        var appeal = "/me/vetting/cases/" + refused.vetting().ref() + "/appeal";
        pages(tests, refused.browser(), "/me/vetting", appeal);
        var asked = TestForms.invited();
        asked.vetting().upTo(CaseState.CHECKS).asked("Which regiment was it?");
        pages(tests, asked.browser(), "/me/vetting/cases/" + asked.vetting().ref() + "/answer");
        pages(tests, As.role(Role.FORCE_LEAD, "kent"), "/forces/kent/vetting-outcomes");
    }

    private void deciding(List<DynamicTest> tests) {
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        var adverse = "/vetting-cases/" + TestCases.adverse().ref();
        pages(tests, manager, adverse + "/assessment", adverse + "/decision");
        var appealed =
                "/vetting-cases/" + TestCases.invited().upTo(CaseState.APPEALED).ref();
        pages(tests, manager, appealed + "/decision");
        pages(tests, As.role(Role.APPEALS_CHAIR, "kent"), appealed + "/appeal");
        var granted =
                "/vetting-cases/" + TestCases.invited().upTo(CaseState.GRANTED).ref();
        pages(tests, manager, granted + "/review", granted + "/ending");
    }

    private void pages(List<DynamicTest> tests, As person, String... paths) {
        for (var path : paths) tests.add(DynamicTest.dynamicTest(path, () -> check(person, path)));
    }

    private void check(As person, String path) {
        ValidHtml.assertValid(person.get(path).extract().asString());
        var page = windows.computeIfAbsent(person, this::windowOf);
        complaints.clear();
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            page.navigate(path);
            assertEquals(List.of(), page.evaluate(STICKING_OUT), path + " scrolls sideways at " + width);
            var found = new AxeBuilder(page)
                    .withTags(RULES).analyze().getViolations().stream()
                            .map(v -> v.getId() + " " + v.getNodes())
                            .toList();
            assertEquals(List.of(), found, path + " at " + width);
        }
        assertEquals(List.of(), complaints, path);
    }

    /** One window for each person: a browser that begins anew for each page takes most of the time of this test. */
    private Page windowOf(As person) {
        var page = contextOf(person).newPage();
        page.onConsoleMessage(m -> {
            boolean ofThePageItself = m.text().contains("the server responded with a status of 4");
            if (List.of("error", "warning").contains(m.type()) && !ofThePageItself) complaints.add(m.text());
        });
        page.onPageError(complaints::add);
        return page;
    }

    private BrowserContext contextOf(As person) {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setBypassCSP(true).setBaseURL(home.toString()));
        if (person.isSignedIn()) {
            context.addCookies(List.of(new Cookie("attest_session", person.cookie()).setUrl(home.toString())));
        }
        return context;
    }

    private static Volunteer blocked() {
        LocalDate today = TestClock.TODAY;
        return People.deployable()
                .in("kent")
                .named("Róisín ní Dhuibhir-Okonkwo-Featherstonehaugh")
                .inCohort("Every page")
                .holding(EquipmentKind.FORCE_LAPTOP, today.minusDays(90), today.minusDays(4))
                .onHold(HoldCause.WELFARE, today.minusDays(13), today.plusDays(14))
                .saved();
    }

    /** Somebody who differs from the blocked one in a few fields. */
    private static Volunteer alike() {
        return People.special()
                .in("kent")
                .named("Roisin ni Dhuibhir-Okonkwo-Featherstonehaugh")
                .withPhone("01622 555 0199")
                .saved();
    }

    private static String toBeAppointed() {
        return People.special()
                .inStage(Stage.TRAINING)
                .appointedOn(TestClock.TODAY.plusDays(20))
                .saved()
                .ref;
    }

    /** A file of completed training whose courses are named, with a new result and a refused one. */
    private String trainingOf(As coordinator) {
        var learner = People.special().in("kent").saved();
        var sheet = "Attest reference,Course,Completed on,Mark\n"
                + learner.ref + ",DSC-101 Role and ethics,4/6/2026,88\n"
                + learner.ref + ",DSC-102 Information,31/2/2026,90\n";
        try (var context = contextOf(coordinator)) {
            var page = context.newPage();
            page.navigate("/forces/kent/imports");
            page.check("input[value=COMPLETIONS]");
            page.setInputFiles(
                    "input[type=file]",
                    new FilePayload("training.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            page.locator("form[action$=mapping] button").first().click();
            page.locator("form[action$=courses] button").first().click();
            return URI.create(page.url()).getPath();
        }
    }

    /** The same, with its clean row brought in. */
    private String broughtIn(As coordinator, String batch) {
        try (var context = contextOf(coordinator)) {
            var page = context.newPage();
            page.navigate(batch);
            page.locator("#commit").click();
        }
        return batch;
    }

    /** A sheet handed in and mapped, with a new row and a refused one. */
    private String batchOf(As coordinator) {
        var sheet = "Forename,Surname,DOB,Email\n"
                + "Ada,Page,4/6/1990,ada.page@tests.example\n"
                + "Bo,Page,31/2/1990,bo@tests.example\n";
        try (var context = contextOf(coordinator)) {
            var page = context.newPage();
            page.navigate("/forces/kent/imports");
            page.setInputFiles(
                    "input[type=file]",
                    new FilePayload("pages.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            page.locator("form[action$=mapping] button").first().click();
            return URI.create(page.url()).getPath();
        }
    }
}
