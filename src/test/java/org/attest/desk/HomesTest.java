package org.attest.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.security.Role;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for each role when it comes home. */
@QuarkusTest
class HomesTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Test
    void sendAStrangerToSignIn() {
        As.stranger().get("/").statusCode(303).header("Location", containsString("/sign-in"));
    }

    @Test
    void leadStraightToTheOnePageSomebodyHas() {
        As.role(Role.VOLUNTEER, "kent").get("/").statusCode(303).header("Location", endsWith("/me"));
        As.role(Role.APPLICANT, "kent").get("/").statusCode(303).header("Location", endsWith("/me"));
        As.national(Role.NATIONAL_LEAD).get("/").statusCode(303).header("Location", endsWith("/national"));
        As.role(Role.FORCE_LEAD, "kent").get("/").statusCode(303).header("Location", endsWith("/forces/kent"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VOLUNTEER", "APPLICANT", "NATIONAL_LEAD", "FORCE_LEAD"})
    void areValidForEveryRole(Role role) {
        var who = role.isNational() ? As.national(role) : As.role(role, "warwickshire");
        var page = who.get("/")
                .statusCode(200)
                .body(containsString("What you can do now"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
    }

    @Test
    void sayToTheAdministratorWhatAPowerCutCanDo() {
        var warning = containsString("a power cut can lose the last changes");
        As.national(Role.ADMINISTRATOR).get("/").body(onPostgres() ? not(warning) : warning);
        As.coordinatorOf("kent").get("/").body(not(warning));
    }

    boolean onPostgres() {
        return false;
    }

    @Test
    void areHonestToWhoHoldsNoRole() {
        As.nobody().get("/").statusCode(200).body(containsString("Your account holds no role yet"));
    }

    @Test
    void showTheCoordinatorWhoIsStuckOldestPromiseFirst() {
        var slug = "lancashire";
        var undecided = People.special()
                .in(slug)
                .named("Yusuf Karimov")
                .inStage(Stage.SERVICE)
                .saved();
        People.special().in(slug).inStage(Stage.VETTING, TODAY.minusDays(100)).saved();
        People.special().in(slug).inStage(Stage.ENQUIRY, TODAY.minusDays(15)).saved();
        var page = As.coordinatorOf(slug)
                .get("/")
                .statusCode(200)
                .body(containsString("Yusuf Karimov"))
                .body(containsString("/volunteers/" + undecided.ref))
                .body(containsString("1 person is over the target of the stage vetting"))
                .body(containsString("40 days overdue"))
                .body(containsString("1 day overdue"))
                .body(containsString("Your move"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        org.junit.jupiter.api.Assertions.assertTrue(page.indexOf("40 days overdue") < page.indexOf("1 day overdue"));
    }

    /** A hold is work for whoever decides its cause, and unknown to everybody else. */
    @Test
    void showHoldsToReviewOnlyToWhoDecidesThem() {
        var slug = "merseyside";
        held(slug, "On Leave", HoldCause.LEAVE);
        held(slug, "Of Conduct", HoldCause.CONDUCT);
        held(slug, "Of Welfare", HoldCause.WELFARE);
        As.role(Role.INSPECTOR, slug)
                .get("/")
                .body(containsString("Review: On Leave"))
                .body(containsString("3 days overdue"))
                .body(not(containsString("Of Conduct")))
                .body(not(containsString("Of Welfare")));
        As.role(Role.VETTING_MANAGER, slug)
                .get("/")
                .body(containsString("Review: Of Conduct"))
                .body(not(containsString("On Leave")));
        As.role(Role.WELFARE_OFFICER, slug)
                .get("/")
                .body(containsString("Review: Of Welfare"))
                .body(not(containsString("Of Conduct")));
        As.coordinatorOf(slug).get("/").body(not(containsString("Review:")));
        As.role(Role.SUPERVISOR, slug).get("/").body(containsString("Nothing waits for you"));
    }

    private static void held(String slug, String name, HoldCause cause) {
        People.deployable()
                .in(slug)
                .named(name)
                .onHold(cause, TODAY.minusDays(20), TODAY.minusDays(3))
                .saved();
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgHomesTest extends HomesTest {

    @Override
    boolean onPostgres() {
        return true;
    }
}
