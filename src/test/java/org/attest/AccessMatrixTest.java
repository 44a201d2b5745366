package org.attest;

import static org.attest.security.Permission.*;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.recruitment.meeting.TestMeetings;
import org.attest.recruitment.paper.TestPapers;
import org.attest.recruitment.request.TestRequests;
import org.attest.security.Role;
import org.attest.security.TestAccounts;
import org.attest.training.TestQualifications;
import org.attest.training.TestSessions;
import org.attest.training.TestShifts;
import org.attest.vetting.CaseState;
import org.attest.vetting.TestCases;
import org.attest.vetting.TestClearances;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortMessage;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Who may open what: every route of the running application, for a stranger and for each role, in one's own force, in
 * another and for what does not exist. A route without a row fails the build.
 */
@QuarkusTest
class AccessMatrixTest {

    /** What the address leads to, which says how one's own, another force's and a missing one are spelt. */
    private enum Object {
        NOTHING,
        FORCE,
        VOLUNTEER,
        COHORT,
        SLOT,
        SESSION,
        KEY_CHANGE,
        WAIVER,
        CASE,
        ACT,
        REFUSED,
        IMPORT,
        POST,
        ASSESSED_CASE,
        APPEALED_CASE,
        ACCOUNT
    }

    /** Who may: everybody, whoever is signed in, or who holds one of the permissions. */
    private record Row(String route, Object object, boolean open, Set<String> permissions) {

        boolean allows(Role role) {
            return permissions.isEmpty() || permissions.stream().anyMatch(role::allows);
        }

        String method() {
            return route.substring(0, route.indexOf(' '));
        }

        String path() {
            return route.substring(route.indexOf(' ') + 1);
        }
    }

    /** Forms that carry a file. */
    private static final Set<String> UPLOADS = Set.of("POST /forces/{slug}/imports", "POST /vetting-cases/{ref}/files");

    private static final String PAPER = "POST /me/papers";

    /** Not there for who was never refused. */
    private static final Set<String> NEEDS_REFUSAL = Set.of("/me/refusal", "/me/vetting/refusal.pdf");

    private static final Map<String, String> CASES = new HashMap<>();
    private static final Map<Role, As> STAFF = new EnumMap<>(Role.class);

    private static Row open(String route) {
        return new Row(route, Object.NOTHING, true, Set.of());
    }

    private static Row signedIn(String route) {
        return new Row(route, Object.NOTHING, false, Set.of());
    }

    private static Row needs(String route, Object object, String... permissions) {
        return new Row(route, object, false, Set.of(permissions));
    }

    private static final List<Row> MATRIX = List.of(
            open("GET /sign-in"),
            open("POST /sign-in"),
            open("POST /sign-out"),
            open("GET /forgotten-password"),
            open("POST /forgotten-password"),
            open("GET /invitations/{token}"),
            open("POST /invitations/{token}"),
            open("GET /password-resets/{token}"),
            open("POST /password-resets/{token}"),
            open("GET /help"),
            open("GET /accessibility"),
            open("GET /privacy"),
            open("GET /how-answers-are-decided"),
            open("GET /apply"),
            open("GET /apply/{slug}"),
            open("GET /apply/{slug}/eligibility"),
            open("POST /apply/{slug}/eligibility"),
            open("GET /apply/{slug}/start"),
            open("POST /apply/{slug}/start"),
            open("GET /sign-in-addresses/{token}"),
            open("POST /sign-in-addresses/{token}"),
            open("GET /application-links/{token}"),
            open("POST /application-links/{token}"),
            open("GET /certificates"),
            open("POST /certificates"),
            open("GET /certificates/{code}"),
            open("GET /references/{token}"),
            open("POST /references/{token}"),
            signedIn("GET /"),
            signedIn("GET /password"),
            signedIn("POST /password"),
            signedIn("GET /sessions"),
            signedIn("POST /sessions/endings"),
            signedIn("POST /sessions/{ref}/ending"),
            signedIn("GET /notices"),
            signedIn("GET /notices/emails"),
            signedIn("POST /notices/emails"),
            signedIn("POST /notices/readings"),
            signedIn("POST /notices/{ref}/opening"),
            signedIn("POST /notices/{ref}/reading"),
            needs("GET /outbox", Object.NOTHING, MANAGE_DELIVERY),
            needs("GET /outbox/{ref}", Object.NOTHING, MANAGE_DELIVERY),
            needs("POST /outbox/{ref}/again", Object.NOTHING, MANAGE_DELIVERY),
            needs("POST /outbox/{ref}/dismissal", Object.NOTHING, MANAGE_DELIVERY),
            needs("GET /forces/{slug}/templates", Object.FORCE, MANAGE_NOTICES),
            needs("GET /forces/{slug}/templates/{template}", Object.FORCE, MANAGE_NOTICES),
            needs("POST /forces/{slug}/templates/{template}", Object.FORCE, MANAGE_NOTICES),
            needs("POST /forces/{slug}/templates/{template}/preview", Object.FORCE, MANAGE_NOTICES),
            needs("POST /forces/{slug}/templates/{template}/national", Object.FORCE, MANAGE_NOTICES),
            needs("GET /forces/{slug}/templates/{template}/preview.pdf", Object.FORCE, MANAGE_NOTICES),
            needs("GET /forces/{slug}/reminders", Object.FORCE, MANAGE_NOTICES),
            needs("GET /forces/{slug}/reminders/{kind}", Object.FORCE, MANAGE_NOTICES),
            needs("POST /forces/{slug}/reminders/{kind}", Object.FORCE, MANAGE_NOTICES),
            needs("GET /forces/{slug}/coverage", Object.FORCE, MANAGE_NOTICES),
            needs("GET /web-hooks", Object.NOTHING, MANAGE_DELIVERY),
            needs("GET /web-hooks/{slug}", Object.FORCE, MANAGE_DELIVERY),
            needs("POST /web-hooks/{slug}", Object.FORCE, MANAGE_DELIVERY),
            needs("POST /web-hooks/{slug}/ending", Object.FORCE, MANAGE_DELIVERY),
            needs("POST /web-hooks/{slug}/test", Object.FORCE, MANAGE_DELIVERY),
            needs("GET /me", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/views", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/application", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/application", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/application/check", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/application/check", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/application/copy", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/application/copy.pdf", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/application/sections/{section}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/application/sections/{section}", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/skills", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/skills", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/skills/{skill}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/skills/{skill}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/skills/{skill}/end", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/referees", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/referees", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/referees/removals", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/force", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/statement", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/statement/statement.pdf", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/statement/statement.json", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /policy", Object.NOTHING, SEE_POLICY),
            needs("GET /policy/{issuer}/{number}", Object.NOTHING, SEE_POLICY),
            needs("GET /national", Object.NOTHING, SEE_NATIONAL),
            needs("GET /national.csv", Object.NOTHING, SEE_NATIONAL),
            needs("GET /trail", Object.NOTHING, SEE_TRAIL, SEE_EVERY_TRAIL),
            needs("GET /trail/VerifyTrail.java", Object.NOTHING, SEE_TRAIL, SEE_EVERY_TRAIL),
            needs("GET /trail/entries.csv", Object.NOTHING, SEE_TRAIL, SEE_EVERY_TRAIL),
            needs("GET /forces/{slug}", Object.FORCE, SEE_DASHBOARD),
            needs("GET /forces/{slug}/volunteers", Object.FORCE, SEE_PEOPLE),
            needs("GET /forces/{slug}/volunteers.csv", Object.FORCE, SEE_PEOPLE),
            needs("GET /forces/{slug}/volunteers/new", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/volunteers/new", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/funnel", Object.FORCE, SEE_DASHBOARD),
            needs("GET /forces/{slug}/board", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/outcomes", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/bulk-acts", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/bulk-acts", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/bulk-acts/done", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /bulk-acts/{ref}", Object.ACT, MANAGE_PEOPLE),
            needs("POST /bulk-acts/{ref}/undoing", Object.ACT, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/refusal-windows", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/refusal-windows", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/refusal", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/refusal", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/refusal/letter", Object.REFUSED, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/refusal/letter.pdf", Object.REFUSED, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/reopening", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/reopening", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /me/refusal", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/refusal/letter.pdf", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /forces/{slug}/occupations", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/occupations", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/joining-age", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/joining-age", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/clearances/new", Object.VOLUNTEER, DECIDE_VETTING),
            needs("POST /volunteers/{ref}/clearances/new", Object.VOLUNTEER, DECIDE_VETTING),
            needs("GET /volunteers/{ref}/clearances/{clearance}/ending", Object.VOLUNTEER, DECIDE_VETTING),
            needs("POST /volunteers/{ref}/clearances/{clearance}/ending", Object.VOLUNTEER, DECIDE_VETTING),
            needs("GET /volunteers/{ref}/designated-post", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/designated-post", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/designated-post/ending", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/designated-posts", Object.FORCE, DECIDE_VETTING, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/designated-posts/without-clearance", Object.FORCE, DECIDE_VETTING, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/designated-posts/new", Object.FORCE, DECIDE_VETTING),
            needs("POST /forces/{slug}/designated-posts/new", Object.FORCE, DECIDE_VETTING),
            needs("GET /forces/{slug}/designated-posts/{post}/ending", Object.POST, DECIDE_VETTING),
            needs("POST /forces/{slug}/designated-posts/{post}/ending", Object.POST, DECIDE_VETTING),
            needs("GET /forces/{slug}/vetting-settings", Object.FORCE, DECIDE_VETTING),
            needs("GET /forces/{slug}/vetting-settings/{figure}", Object.FORCE, DECIDE_VETTING),
            needs("POST /forces/{slug}/vetting-settings/{figure}", Object.FORCE, DECIDE_VETTING),
            needs("GET /vetting", Object.NOTHING, RUN_VETTING, HEAR_APPEALS),
            needs("GET /vetting/conflicts", Object.NOTHING, RUN_VETTING, HEAR_APPEALS),
            needs("POST /vetting/conflicts", Object.NOTHING, RUN_VETTING, HEAR_APPEALS),
            needs("POST /vetting/conflicts/{ref}/ending", Object.NOTHING, DECIDE_VETTING),
            needs("GET /forces/{slug}/vetting-checks", Object.FORCE, DECIDE_VETTING),
            needs("GET /forces/{slug}/vetting-checks/{level}", Object.FORCE, DECIDE_VETTING),
            needs("POST /forces/{slug}/vetting-checks/{level}", Object.FORCE, DECIDE_VETTING),
            needs("GET /vetting-cases/{ref}/files", Object.CASE, RUN_VETTING, HEAR_APPEALS),
            needs("POST /vetting-cases/{ref}/files", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/files/{file}", Object.CASE, RUN_VETTING, HEAR_APPEALS),
            needs("GET /vetting-cases/{ref}/files/{file}/striking", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/files/{file}/striking", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}", Object.CASE, RUN_VETTING, HEAR_APPEALS),
            needs("GET /vetting-cases/{ref}/authentication", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/authentication", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/return", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/return", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/checks", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/checks", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/checks/end", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/checks/end", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/checks/{code}", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/checks/{code}", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/checklist", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/checklist", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/interview", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/interview", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/interview/end", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/interview/end", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/matters/new", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/matters/new", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/matters/{matter}/striking", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/matters/{matter}/striking", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/information-request", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/information-request", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/clock", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/clock", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/discontinuation", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/discontinuation", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/finalised", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/finalised", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/withdrawal", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/withdrawal", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/renewal", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/renewal", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/information-request/taking-back", Object.CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/clock/start", Object.CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/form", Object.CASE, RUN_VETTING, DECIDE_VETTING, HEAR_APPEALS),
            needs("GET /volunteers/{ref}/vetting", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/vetting", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /me/vetting", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/form", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/vetting/form/start", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/form/check", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/vetting/form/check", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/form/parts/{part}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/vetting/form/parts/{part}", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/cases/{ref}", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/cases/{ref}/form", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/cases/{ref}/form.pdf", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/cases/{ref}/answer", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/vetting/cases/{ref}/answer", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/cases/{ref}/withdrawal", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/vetting/cases/{ref}/withdrawal", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/vetting/cases/{ref}/appeal", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/vetting/cases/{ref}/appeal", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/equality", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/equality", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /forces/{slug}/vetting-outcomes", Object.FORCE, SEE_VETTING_OUTCOMES),
            needs("GET /vetting-cases/{ref}/assessment", Object.ASSESSED_CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/assessment", Object.ASSESSED_CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/assessment/draft", Object.ASSESSED_CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/assessment/draft/removal", Object.ASSESSED_CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/decision", Object.ASSESSED_CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/decision", Object.ASSESSED_CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/decision/draft", Object.ASSESSED_CASE, RUN_VETTING),
            needs("POST /vetting-cases/{ref}/decision/draft/removal", Object.ASSESSED_CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/decision/decision.pdf", Object.APPEALED_CASE, RUN_VETTING, HEAR_APPEALS),
            needs("GET /vetting-cases/{ref}/decision/letter.pdf", Object.APPEALED_CASE, RUN_VETTING),
            needs("GET /vetting-cases/{ref}/appeal", Object.APPEALED_CASE, HEAR_APPEALS),
            needs("POST /vetting-cases/{ref}/appeal", Object.APPEALED_CASE, HEAR_APPEALS),
            needs("POST /vetting-cases/{ref}/appeal/draft", Object.APPEALED_CASE, HEAR_APPEALS),
            needs("POST /vetting-cases/{ref}/appeal/draft/removal", Object.APPEALED_CASE, HEAR_APPEALS),
            needs("GET /vetting-cases/{ref}/review", Object.ASSESSED_CASE, DECIDE_VETTING),
            needs("POST /vetting-cases/{ref}/review", Object.ASSESSED_CASE, DECIDE_VETTING),
            needs("POST /vetting-cases/{ref}/review/maintaining", Object.ASSESSED_CASE, DECIDE_VETTING),
            needs("POST /vetting-cases/{ref}/review/conditions", Object.ASSESSED_CASE, DECIDE_VETTING),
            needs("POST /vetting-cases/{ref}/review/conditions/draft", Object.ASSESSED_CASE, DECIDE_VETTING),
            needs("POST /vetting-cases/{ref}/review/conditions/draft/removal", Object.ASSESSED_CASE, DECIDE_VETTING),
            needs("GET /vetting-cases/{ref}/ending", Object.ASSESSED_CASE, DECIDE_VETTING),
            needs("POST /vetting-cases/{ref}/ending", Object.ASSESSED_CASE, DECIDE_VETTING),
            needs("GET /me/vetting/refusal.pdf", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /forces/{slug}/stage-settings", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/stage-settings", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/waivers", Object.FORCE, MANAGE_PEOPLE, DECIDE_WAIVERS),
            needs("GET /waivers/{ref}", Object.WAIVER, MANAGE_PEOPLE, DECIDE_WAIVERS),
            needs("POST /waivers/{ref}", Object.WAIVER, DECIDE_WAIVERS),
            needs("POST /waivers/{ref}/revocation", Object.WAIVER, DECIDE_WAIVERS),
            needs("GET /volunteers/{ref}/waivers/new", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/waivers/new", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/pause", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/pause", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/pause/end", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/joining-page", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/joining-page", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/duplicates", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/cohorts", Object.FORCE, SEE_PEOPLE),
            needs("GET /forces/{slug}/cohorts/new", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/cohorts/new", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /cohorts/{ref}", Object.COHORT, SEE_PEOPLE),
            needs("GET /cohorts/{ref}/edit", Object.COHORT, MANAGE_PEOPLE),
            needs("POST /cohorts/{ref}/edit", Object.COHORT, MANAGE_PEOPLE),
            needs("GET /cohorts/{ref}/waiting-list", Object.COHORT, SEE_PEOPLE),
            needs("POST /cohorts/{ref}/waiting-list/carrying", Object.COHORT, MANAGE_PEOPLE),
            needs("GET /cohorts/{ref}/messages", Object.COHORT, MANAGE_PEOPLE),
            needs("POST /cohorts/{ref}/messages", Object.COHORT, MANAGE_PEOPLE),
            needs("GET /cohorts/{ref}/messages/new", Object.COHORT, MANAGE_PEOPLE),
            needs("POST /cohorts/{ref}/messages/preview", Object.COHORT, MANAGE_PEOPLE),
            needs("GET /cohorts/{ref}/messages/{message}", Object.COHORT, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/cohort", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/cohort", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/meetings", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/meetings/new", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/meetings/new", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/meeting-rules", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/meeting-rules", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/meeting-invitations", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/meeting-invitations", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/meeting-invitations/preview", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /meetings/{ref}", Object.SLOT, MANAGE_PEOPLE),
            needs("POST /meetings/{ref}/calling-off", Object.SLOT, MANAGE_PEOPLE),
            needs("GET /meetings/{ref}/results", Object.SLOT, MANAGE_PEOPLE),
            needs("POST /meetings/{ref}/results", Object.SLOT, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/meetings", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/meetings", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/meetings/invitations", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/meetings/{booking}/cancelling", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/detail-changes", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/information-requests", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/information-requests", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/information-requests/preview", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /detail-changes/{ref}", Object.KEY_CHANGE, MANAGE_PEOPLE),
            needs("POST /detail-changes/{ref}/approval", Object.KEY_CHANGE, MANAGE_PEOPLE),
            needs("POST /detail-changes/{ref}/refusal", Object.KEY_CHANGE, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/requests", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/requests/new", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/requests/new", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/requests/{request}", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/requests/{request}/answers", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/requests/{request}/withdrawal", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/papers", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/papers/{paper}", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/papers/{paper}/file", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/papers/{paper}/verification", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/papers/{paper}/return", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/messages", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/messages", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/messages/settling", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /me/messages", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/messages", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/papers", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/papers", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/papers/{paper}/file", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/papers/{paper}/withdrawal", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/details", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/details", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/detail-changes/{field}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/detail-changes/{field}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/detail-changes/{field}/withdrawal", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/requests/{ref}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/requests/{ref}", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/meetings", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/meetings/bookings", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/meetings/{booking}/change", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/meetings/{booking}/cancelling", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/meetings/{booking}/calendar.ics", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/cohorts", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/cohorts/{ref}/place", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/cohorts/waiting-ending", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /forces/{slug}/imports", Object.FORCE, IMPORT_PEOPLE),
            needs("POST /forces/{slug}/imports", Object.FORCE, IMPORT_PEOPLE),
            needs("GET /forces/{slug}/imports/template.csv", Object.FORCE, IMPORT_PEOPLE),
            needs("GET /forces/{slug}/imports/completed-training-sample.csv", Object.FORCE, IMPORT_PEOPLE),
            needs("GET /forces/{slug}/imports/workbook.xlsx", Object.FORCE, IMPORT_PEOPLE),
            needs("GET /forces/{slug}/completeness", Object.FORCE, IMPORT_PEOPLE),
            needs("GET /forces/{slug}/volunteers.xlsx", Object.FORCE, SEE_PEOPLE),
            needs("GET /imports/{ref}", Object.IMPORT, IMPORT_PEOPLE),
            needs("GET /imports/{ref}/file", Object.IMPORT, IMPORT_PEOPLE),
            needs("GET /imports/{ref}/mapping", Object.IMPORT, IMPORT_PEOPLE),
            needs("POST /imports/{ref}/mapping", Object.IMPORT, IMPORT_PEOPLE),
            needs("GET /imports/{ref}/courses", Object.IMPORT, IMPORT_PEOPLE),
            needs("POST /imports/{ref}/courses", Object.IMPORT, IMPORT_PEOPLE),
            needs("GET /imports/{ref}/refused.csv", Object.IMPORT, IMPORT_PEOPLE),
            needs("POST /imports/{ref}/choice", Object.IMPORT, IMPORT_PEOPLE),
            needs("POST /imports/{ref}/commit", Object.IMPORT, IMPORT_PEOPLE),
            needs("POST /imports/{ref}/discard", Object.IMPORT, IMPORT_PEOPLE),
            needs("GET /imports/{ref}/progress", Object.IMPORT, IMPORT_PEOPLE),
            needs("POST /imports/{ref}/progress/cancel", Object.IMPORT, IMPORT_PEOPLE),
            needs("POST /imports/{ref}/progress/again", Object.IMPORT, IMPORT_PEOPLE),
            needs("GET /imports/{ref}/undoing", Object.IMPORT, IMPORT_PEOPLE),
            needs("POST /imports/{ref}/undoing", Object.IMPORT, IMPORT_PEOPLE),
            needs("GET /volunteers/{ref}", Object.VOLUNTEER, SEE_PEOPLE),
            needs("GET /volunteers/{ref}/readiness", Object.VOLUNTEER, SEE_PEOPLE),
            needs("GET /volunteers/{ref}/profile", Object.VOLUNTEER, SEE_PEOPLE),
            needs("GET /volunteers/{ref}/history", Object.VOLUNTEER, SEE_PEOPLE),
            needs("GET /volunteers/{ref}/statement", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/statement/statement.pdf", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/statement/statement.json", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/details", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/details", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/eligibility", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/eligibility", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/application", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/application", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/application/asking", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/application/sections/{section}", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/application/sections/{section}", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/references", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/references", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/references/asks", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/references/removals", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/references/reply", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/references/reply", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/skills", Object.VOLUNTEER, SEE_PEOPLE),
            needs("POST /volunteers/{ref}/skills", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/skills/verification", Object.VOLUNTEER, VERIFY_SKILLS),
            needs("POST /volunteers/{ref}/skills/verification", Object.VOLUNTEER, VERIFY_SKILLS),
            needs("GET /volunteers/{ref}/stage", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/stage", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/letters", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/letters/{template}", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/letters/{template}", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/leaving", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/leaving", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/appointments/new", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("POST /volunteers/{ref}/appointments/new", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("GET /volunteers/{ref}/appointments/end", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("POST /volunteers/{ref}/appointments/end", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("GET /volunteers/{ref}/appointments/withdrawal", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("POST /volunteers/{ref}/appointments/withdrawal", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("GET /volunteers/{ref}/duplicates/{other}", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/duplicates/{other}/check", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/duplicates/{other}/merge", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs("POST /volunteers/{ref}/duplicates/{other}/telling-apart", Object.VOLUNTEER, MANAGE_PEOPLE),
            needs(
                    "POST /volunteers/{ref}/duplicates/{other}/telling-apart/taking-back",
                    Object.VOLUNTEER,
                    MANAGE_PEOPLE),
            needs("GET /volunteers/{ref}/attestations/new", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("POST /volunteers/{ref}/attestations/new", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("GET /volunteers/{ref}/equipment", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("POST /volunteers/{ref}/equipment", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("POST /volunteers/{ref}/equipment/return", Object.VOLUNTEER, EQUIP_PEOPLE),
            needs("GET /volunteers/{ref}/holds/new", Object.VOLUNTEER, HOLD_FOR_CONDUCT, DECIDE_LEAVE),
            needs("POST /volunteers/{ref}/holds/new", Object.VOLUNTEER, HOLD_FOR_CONDUCT, DECIDE_LEAVE),
            needs("GET /volunteers/{ref}/holds/{hold}/end", Object.VOLUNTEER, HOLD_FOR_CONDUCT, DECIDE_LEAVE),
            needs("POST /volunteers/{ref}/holds/{hold}/end", Object.VOLUNTEER, HOLD_FOR_CONDUCT, DECIDE_LEAVE),
            needs("GET /volunteers/{ref}/training", Object.VOLUNTEER, SEE_TRAINING),
            needs("GET /volunteers/{ref}/training/results", Object.VOLUNTEER, RECORD_TRAINING),
            needs("POST /volunteers/{ref}/training/results", Object.VOLUNTEER, RECORD_TRAINING),
            needs("POST /volunteers/{ref}/training/{qualification}/verification", Object.VOLUNTEER, RECORD_TRAINING),
            needs("GET /volunteers/{ref}/training/{qualification}/revocation", Object.VOLUNTEER, REVOKE_TRAINING),
            needs("POST /volunteers/{ref}/training/{qualification}/revocation", Object.VOLUNTEER, REVOKE_TRAINING),
            needs("GET /volunteers/{ref}/training/modules/{module}/third-fail", Object.VOLUNTEER, DECIDE_ATTEMPTS),
            needs("POST /volunteers/{ref}/training/modules/{module}/third-fail", Object.VOLUNTEER, DECIDE_ATTEMPTS),
            needs("GET /forces/{slug}/training", Object.FORCE, SEE_TRAINING),
            needs("GET /forces/{slug}/training.csv", Object.FORCE, SEE_TRAINING),
            needs("GET /forces/{slug}/training.xlsx", Object.FORCE, SEE_TRAINING),
            needs("GET /volunteers/{ref}/training/{qualification}/certificate.pdf", Object.VOLUNTEER, SEE_TRAINING),
            needs("GET /me/training/certificates", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/training/certificates/{qualification}/certificate.pdf", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /volunteers/{ref}/training/tutored-shifts", Object.VOLUNTEER, SEE_TUTORED_SHIFTS),
            needs("GET /volunteers/{ref}/training/tutored-shifts/{shift}", Object.VOLUNTEER, SEE_TUTORED_SHIFTS),
            needs(
                    "POST /volunteers/{ref}/training/tutored-shifts/{shift}/addenda",
                    Object.VOLUNTEER,
                    RECORD_TUTORED_SHIFTS),
            needs("GET /volunteers/{ref}/training/tutored-shifts/drafts/new", Object.VOLUNTEER, RECORD_TUTORED_SHIFTS),
            needs("POST /volunteers/{ref}/training/tutored-shifts/drafts/new", Object.VOLUNTEER, RECORD_TUTORED_SHIFTS),
            needs(
                    "GET /volunteers/{ref}/training/tutored-shifts/drafts/{draft}",
                    Object.VOLUNTEER,
                    RECORD_TUTORED_SHIFTS),
            needs(
                    "POST /volunteers/{ref}/training/tutored-shifts/drafts/{draft}",
                    Object.VOLUNTEER,
                    RECORD_TUTORED_SHIFTS),
            needs(
                    "POST /volunteers/{ref}/training/tutored-shifts/drafts/{draft}/discarding",
                    Object.VOLUNTEER,
                    RECORD_TUTORED_SHIFTS),
            needs(
                    "GET /volunteers/{ref}/training/tutored-shifts/drafts/{draft}/signature",
                    Object.VOLUNTEER,
                    RECORD_TUTORED_SHIFTS),
            needs(
                    "POST /volunteers/{ref}/training/tutored-shifts/drafts/{draft}/signature",
                    Object.VOLUNTEER,
                    RECORD_TUTORED_SHIFTS),
            needs("GET /volunteers/{ref}/training/tutored-shifts/completion", Object.VOLUNTEER, CONFIRM_TUTORED_SHIFTS),
            needs(
                    "POST /volunteers/{ref}/training/tutored-shifts/completion",
                    Object.VOLUNTEER,
                    CONFIRM_TUTORED_SHIFTS),
            needs("GET /volunteers/{ref}/training/tutored-shifts/reviews", Object.VOLUNTEER, REVIEW_TUTORED_SHIFTS),
            needs("POST /volunteers/{ref}/training/tutored-shifts/reviews", Object.VOLUNTEER, REVIEW_TUTORED_SHIFTS),
            needs("GET /forces/{slug}/tutored-shifts", Object.FORCE, SEE_TUTORED_SHIFTS),
            needs("GET /me/training/tutored-shifts", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/training/tutored-shifts/{shift}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/training/tutored-shifts/{shift}/counter-signature", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/training/tutored-shifts/{shift}/disagreement", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/training/tutored-shifts/{shift}/addenda", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /forces/{slug}/sessions", Object.FORCE, SEE_TRAINING),
            needs("GET /forces/{slug}/sessions/new", Object.FORCE, RECORD_TRAINING),
            needs("POST /forces/{slug}/sessions/new", Object.FORCE, RECORD_TRAINING),
            needs("GET /forces/{slug}/sessions/{ref}", Object.SESSION, SEE_TRAINING),
            needs("POST /forces/{slug}/sessions/{ref}/places", Object.SESSION, RECORD_TRAINING),
            needs("POST /forces/{slug}/sessions/{ref}/calling-off", Object.SESSION, RECORD_TRAINING),
            needs("POST /forces/{slug}/sessions/{ref}/seats", Object.SESSION, RECORD_TRAINING),
            needs("POST /forces/{slug}/sessions/{ref}/seats/{seat}/ending", Object.SESSION, RECORD_TRAINING),
            needs("GET /forces/{slug}/sessions/{ref}/change", Object.SESSION, RECORD_TRAINING),
            needs("POST /forces/{slug}/sessions/{ref}/change", Object.SESSION, RECORD_TRAINING),
            needs("GET /forces/{slug}/sessions/{ref}/register", Object.SESSION, RECORD_TRAINING),
            needs("POST /forces/{slug}/sessions/{ref}/register", Object.SESSION, RECORD_TRAINING),
            needs("GET /forces/{slug}/sessions/{ref}/closing", Object.SESSION, RECORD_TRAINING),
            needs("POST /forces/{slug}/sessions/{ref}/closing", Object.SESSION, RECORD_TRAINING),
            needs("GET /me/sessions", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/sessions/{session}/place", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/sessions/{session}/leaving", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/sessions/{session}/calendar.ics", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /forces/{slug}/module-choices", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /forces/{slug}/module-choices/{module}", Object.FORCE, MANAGE_PEOPLE),
            needs("POST /forces/{slug}/module-choices/{module}", Object.FORCE, MANAGE_PEOPLE),
            needs("GET /me/training", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/training/{code}", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/training/{code}/sections/{section}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/training/{code}/sections/{section}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/training/{code}/attempts", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/training/{code}/attempts/{attempt}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/training/{code}/attempts/{attempt}/handing-in", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /me/training/{code}/attempts/{attempt}/questions/{position}", Object.NOTHING, SEE_OWN_RECORD),
            needs("POST /me/training/{code}/attempts/{attempt}/questions/{position}", Object.NOTHING, SEE_OWN_RECORD),
            needs("GET /training", Object.NOTHING, SEE_CURRICULUM),
            needs("GET /training/{code}", Object.NOTHING, SEE_CURRICULUM),
            needs("GET /training/extensions", Object.NOTHING, SEE_CURRICULUM),
            needs("GET /training/extensions/new", Object.NOTHING, MAKE_POLICY),
            needs("POST /training/extensions/new", Object.NOTHING, MAKE_POLICY),
            needs("GET /training/extensions/{ref}", Object.NOTHING, SEE_CURRICULUM),
            needs("POST /training/extensions/{ref}/decision", Object.NOTHING, MAKE_POLICY),
            needs("POST /training/extensions/{ref}/ending", Object.NOTHING, MAKE_POLICY),
            needs("GET /training/new", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/new", Object.NOTHING, WRITE_MODULES),
            needs("GET /training/{code}/draft", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft", Object.NOTHING, WRITE_MODULES),
            needs("GET /training/{code}/draft/preview", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft/publication", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft/discarding", Object.NOTHING, WRITE_MODULES),
            needs("GET /training/{code}/draft/terms", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft/terms", Object.NOTHING, WRITE_MODULES),
            needs("GET /training/{code}/draft/sections/{section}", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft/sections/{section}", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft/sections/{section}/rise", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft/sections/{section}/removal", Object.NOTHING, WRITE_MODULES),
            needs("GET /training/{code}/draft/questions/{question}", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft/questions/{question}", Object.NOTHING, WRITE_MODULES),
            needs("POST /training/{code}/draft/questions/{question}/removal", Object.NOTHING, WRITE_MODULES),
            needs("GET /accounts", Object.NOTHING, MANAGE_ACCOUNTS),
            needs("POST /accounts", Object.NOTHING, MANAGE_ACCOUNTS),
            needs("GET /accounts/new", Object.NOTHING, MANAGE_ACCOUNTS),
            needs("GET /accounts/{ref}", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/details", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/disabling", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/enabling", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/links", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/sign-outs", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/records", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/records/{record}/ending", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/roles", Object.ACCOUNT, MANAGE_ACCOUNTS),
            needs("POST /accounts/{ref}/roles/{grant}/ending", Object.ACCOUNT, MANAGE_ACCOUNTS));

    @Test
    void everyRouteHasARow() {
        var rows = new TreeSet<String>();
        MATRIX.forEach(row -> rows.add(row.route));
        assertEquals(String.join("\n", Routes.all()), String.join("\n", rows));
    }

    @TestFactory
    List<DynamicTest> whoMayOpenWhat() {
        var tests = new ArrayList<DynamicTest>();
        for (var row : MATRIX) {
            tests.add(DynamicTest.dynamicTest(row.route + " for a stranger", () -> strangerMeets(row)));
            if (row.open) continue;
            tests.add(DynamicTest.dynamicTest(
                    row.route + " for each role",
                    () -> assertAll(
                            Arrays.stream(Role.values()).map(role -> (Executable) () -> roleMeets(row, role)))));
        }
        return tests;
    }

    private void strangerMeets(Row row) {
        var answer = send(As.stranger(), row, Place.OWN, Role.COORDINATOR);
        var to = answer.extract().header("Location");
        boolean sentToSignIn = answer.extract().statusCode() == 303 && to != null && to.contains("/sign-in");
        if (row.open) assertTrue(answer.extract().statusCode() < 500, row.route);
        else
            assertTrue(
                    sentToSignIn,
                    row.route + " answers a stranger " + answer.extract().statusCode());
    }

    private void roleMeets(Row row, Role role) {
        var person = who(row, role);
        if (role.allows(SEE_OWN_RECORD)) {
            People.special().in("kent").withAccount(person.accountId()).saved();
        }
        var own = send(person, row, Place.OWN, role).extract().statusCode();
        if (!row.allows(role)) {
            assertEquals(403, own, row.route + " for " + role);
            return;
        }
        // a session of one's own, or a link, that does not exist
        boolean ofNothing = row.object == Object.NOTHING
                && (row.path().contains("{") || NEEDS_REFUSAL.stream().anyMatch(row.path()::startsWith))
                && own == 404;
        assertTrue(ofNothing || own < 400 || own == 409 || own == 422, row.route + " for " + role + " answers " + own);
        if (row.object == Object.NOTHING || role.isNational()) return;
        var foreign = send(person, row, Place.FOREIGN, role);
        var missing = send(person, row, Place.MISSING, role);
        assertEquals(404, foreign.extract().statusCode(), row.route + " of another force for " + role);
        assertEquals(404, missing.extract().statusCode(), row.route + " of nothing for " + role);
        assertEquals(facts(missing), facts(foreign), row.route + ": another force's differs from a missing one");
    }

    /**
     * One for each role; somebody new where the row is about the person themselves. Hundreds of role holders in a force
     * would all be told by the notices and reminders of other tests.
     */
    private static As who(Row row, Role role) {
        boolean aboutThemselves = row.permissions.isEmpty() || role.allows(SEE_OWN_RECORD);
        return aboutThemselves ? somebody(role) : STAFF.computeIfAbsent(role, AccessMatrixTest::somebody);
    }

    private static As somebody(Role role) {
        return role.isNational() ? As.national(role) : As.role(role, "kent");
    }

    /** A reference as good as any, of nothing. */
    private static final String MISSING = "NNNNNNNNNNNN";

    private enum Place {
        OWN,
        FOREIGN,
        MISSING
    }

    private ValidatableResponse send(As person, Row row, Place place, Role role) {
        var path = addressOf(row, place, role);
        if (UPLOADS.contains(row.route)) return upload(person, path);
        if (row.route.equals(PAPER)) return paper(person, path);
        return row.method().equals("POST") ? person.post(path, Map.of()) : person.get(path);
    }

    private static ValidatableResponse upload(As person, String path) {
        return person.withToken()
                .multiPart("file", "matrix.csv", "Name\nMatrix Person".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("kind", "APPLICANTS")
                .post(path)
                .then();
    }

    private static ValidatableResponse paper(As person, String path) {
        return person.withToken()
                .multiPart("file", "matrix.pdf", TestPapers.PDF, "application/pdf")
                .multiPart("for", "OTHER")
                .multiPart("words", "The matrix")
                .post(path)
                .then();
    }

    private static String addressOf(Row row, Place place, Role role) {
        var path = row.path()
                .replace("{issuer}/{number}", "national/1")
                .replace("application/sections/{section}", "application/sections/about")
                .replace("{template}", "letter-outcome")
                .replace("{figure}", "service")
                .replace("{module}", "DSC-206")
                .replace("{level}", "recruitment")
                .replace("{kind}", "hold-review");
        if (row.object == Object.FORCE) {
            return path.replace(
                    "{slug}",
                    switch (place) {
                        case OWN -> "kent";
                        case FOREIGN -> "gwent";
                        case MISSING -> "no-such-force";
                    });
        }
        if (row.object == Object.NOTHING || place == Place.MISSING) return path.replaceAll("\\{\\w+}", MISSING);
        var slug = place == Place.OWN ? "kent" : "gwent";
        return switch (row.object) {
            case VOLUNTEER -> {
                var cause = role == Role.INSPECTOR ? HoldCause.LEAVE : HoldCause.CONDUCT;
                var person = People.special()
                        .in(slug)
                        .inStage(Stage.SERVICE)
                        .onHold(cause, TestClock.TODAY.minusDays(2), TestClock.TODAY.plusDays(9))
                        .saved();
                if (path.contains("{other}")) {
                    path = path.replace("{other}", People.special().in(slug).saved().ref);
                }
                yield path.replace("{ref}", person.ref)
                        .replace("{module}", "DSC-101")
                        .replace("{qualification}", path.contains("{qualification}") ? resultOf(person) : "")
                        .replace("{shift}", path.contains("{shift}") ? TestShifts.signed(person).ref : "")
                        .replace("{draft}", path.contains("{draft}") ? draftOf(person) : "")
                        .replace("{hold}", holdOf(person))
                        .replace("{clearance}", TestClearances.of(person))
                        .replace("{request}", path.contains("{request}") ? TestRequests.open(person).ref : "")
                        .replace("{paper}", path.contains("{paper}") ? TestPapers.sent(person).ref : "")
                        .replace("{booking}", path.contains("{booking}") ? TestMeetings.booked(person).ref : "");
            }
            case COHORT -> {
                var cohort = People.special()
                        .in(slug)
                        .inCohort("Matrix " + Reference.random())
                        .saved()
                        .cohort;
                yield path.replace("{ref}", cohort.ref).replace("{message}", messageTo(cohort));
            }
            case POST -> path.replace("{slug}", slug).replace("{post}", TestClearances.postIn(slug));
            case ACT -> path.replace("{ref}", actIn(slug));
            case REFUSED -> path.replace("{ref}", People.refusedIn(slug, null));
            case WAIVER -> path.replace("{ref}", People.waiverIn(slug));
            case CASE -> caseIn(slug, role, path);
            case KEY_CHANGE ->
                path.replace(
                        "{ref}", TestRequests.change(People.special().in(slug).saved()).ref);
            case SESSION -> {
                var seat = TestSessions.taken(TestSessions.planned(slug, "DSC-102", 7, 2));
                yield path.replace("{slug}", slug)
                        .replace("{ref}", seat.session.ref)
                        .replace("{seat}", seat.ref);
            }
            case SLOT -> path.replace("{ref}", TestMeetings.open(slug, 1).ref);
            case ASSESSED_CASE -> path.replace("{ref}", caseStanding(slug, CaseState.ASSESSMENT));
            case APPEALED_CASE -> path.replace("{ref}", caseStanding(slug, CaseState.APPEALED));
            case IMPORT -> path.replace("{ref}", batchIn(slug));
            default -> {
                var account = TestAccounts.open(Role.TUTOR, slug);
                yield path.replace("{ref}", account.ref())
                        .replace("{grant}", TestAccounts.grantOf(account))
                        .replace("{record}", path.contains("{record}") ? recordOf(account, slug) : "");
            }
        };
    }

    /** A case whose checks run, with a matter; appealed against for the panel. */
    private static String caseIn(String slug, Role role, String path) {
        var person = People.special().in(slug).inStage(Stage.VETTING).eligible().saved();
        var one = TestCases.of(person);
        one.upTo(CaseState.CHECKS);
        if (path.contains("{matter}")) one.matter();
        if (path.contains("{file}")) one.file();
        if (role == Role.APPEALS_CHAIR) one.onFrom(CaseState.CHECKS, CaseState.APPEALED);
        return path.replace("{ref}", one.ref())
                .replace("{code}", "C4")
                .replace("{matter}", one.matters())
                .replace("{file}", one.files());
    }

    /** One for all rows: an empty form changes none. */
    private static String caseStanding(String slug, CaseState state) {
        return CASES.computeIfAbsent(slug + state, k -> TestCases.of(People.special()
                        .in(slug)
                        .inStage(Stage.VETTING)
                        .eligible()
                        .saved())
                .upTo(state)
                .ref());
    }

    /** An act on one person that can be undone. */
    private static String actIn(String slug) {
        var person = People.special().in(slug).eligible().saved();
        return As.coordinatorOf(slug)
                .post("/forces/" + slug + "/bulk-acts/done", Map.of("person", person.ref + " APPLIED NEXT"))
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll(".*/bulk-acts/(\\w+).*", "$1");
    }

    private static String holdOf(Volunteer person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Hold.of(person).get(0).ref));
    }

    /** Of the tutor who walks through the matrix: nobody else's is found. */
    private static String draftOf(Volunteer person) {
        return TestShifts.draft(person, STAFF.computeIfAbsent(Role.TUTOR, AccessMatrixTest::somebody)).ref;
    }

    private static String resultOf(Volunteer person) {
        return TestQualifications.passed(person, "DSC-101", TestClock.TODAY.minusDays(9)).ref;
    }

    private static String recordOf(TestAccounts.Opened account, String slug) {
        return People.special().in(slug).withAccount(account.id()).saved().ref;
    }

    /** A file handed in and mapped. */
    private static String batchIn(String slug) {
        var coordinator = As.coordinatorOf(slug);
        var location = upload(coordinator, "/forces/" + slug + "/imports")
                .statusCode(303)
                .extract()
                .header("Location");
        var ref = location.replaceAll(".*/imports/(\\w+).*", "$1");
        coordinator
                .post(
                        "/imports/" + ref + "/mapping",
                        Map.of(
                                "FULL_NAME", "0",
                                "appointmentType", "SPECIAL_CONSTABLE",
                                "stage", "ENQUIRY",
                                "delimiter", "COMMA"))
                .statusCode(303);
        return ref;
    }

    private static String messageTo(Cohort cohort) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> {
                    var again = Cohort.byRef(cohort.ref).orElseThrow();
                    var ways = Map.of(Volunteer.in(again).get(0), Telling.Way.NONE);
                    return CohortMessage.send(again, "Hello", ways, People.SOMEBODY, Clock.systemUTC())
                            .message()
                            .ref;
                }));
    }

    /** All of an answer but date, cookies and tokens. */
    private static String facts(ValidatableResponse answer) {
        var headers = new TreeSet<String>();
        var left = new HashSet<>(Set.of("date", "set-cookie"));
        for (var header : answer.extract().headers()) {
            if (!left.contains(header.getName().toLowerCase())) headers.add(header.toString());
        }
        return headers + As.withoutToken(answer.extract().asString());
    }
}
