package org.attest.exchange;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.training.LearnedElsewhere;
import org.attest.training.LearnedElsewhere.Brought;
import org.attest.training.TestQualifications;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** What people completed in another learning system, from a file: looked at, confirmed, brought in and taken back. */
@QuarkusTest
class CompletionsFromAFileTest {

    private static final String HEAD = "Attest reference,Course or module,Completed on,Result,Mark,Assessor\n";

    private final String mine = Reference.random().toLowerCase();
    private final TrainingDesk training = new TrainingDesk("ministry-of-defence");

    private Volunteer someone(String name) {
        return People.special()
                .in("ministry-of-defence")
                .named(name + " " + mine)
                .withEmail(name.toLowerCase() + "-" + mine + "@lms.example")
                .withForceNumber(name.toLowerCase() + mine)
                .saved();
    }

    private static List<Brought> broughtInBy(String batch) {
        return ImportDesk.find(() -> LearnedElsewhere.broughtInBy(batch.replace("/imports/", "")));
    }

    private void says(String batch, int row, String reason) {
        var refused = training.refused(batch);
        assertTrue(String.valueOf(refused.get(row)).contains(reason), "row " + row + ": " + refused);
    }

    @Test
    void aResultIsBroughtInUnverifiedWithItsRowAsEvidence() {
        var ann = someone("Ann");
        var batch = training.broughtIn(HEAD + ann.ref + ",DSC-101,4/6/2026,Passed,88,\n");
        var brought = broughtInBy(batch).get(0);
        assertEquals(LocalDate.of(2026, 6, 4), brought.earnedOn());
        assertEquals(LocalDate.of(2028, 6, 4), brought.lastDay());
        assertEquals("training.csv, row 2: Passed on 4 June 2026, 88%", brought.evidence());
        training.desk
                .coordinator
                .get("/volunteers/" + ann.ref + "/training")
                .body(containsString("Brought in"))
                .body(containsString("training.csv, row 2"))
                .body(containsString("not verified"));
    }

    @Test
    void theSameRowsAgainAreSame() {
        var ann = someone("Ann");
        var file = HEAD + ann.ref + ",DSC-101,4/6/2026,Passed,88,\n" + ann.ref + ",DSC-101,4 June 2026,,88%,\n";
        var batch = training.broughtIn(file);
        assertEquals(new Counts(1, 0, 1, 0), TrainingDesk.counts(batch), "twice in one file is once");
        assertEquals(new Counts(0, 0, 2, 0), TrainingDesk.counts(training.checked(file)));
    }

    @Test
    void whatIsNeededFirstMayStandInALaterRow() {
        var ann = someone("Ann");
        var batch = training.broughtIn(
                HEAD + ann.ref + ",DSC-103,4/6/2026,Passed,88,\n" + ann.ref + ",DSC-101,4/6/2026,Passed,88,\n");
        assertEquals(2, broughtInBy(batch).size());
        // training rule 2: on the day itself, not some day
        var bo = someone("Bo");
        var early = training.checked(
                HEAD + bo.ref + ",DSC-103,3/6/2026,Passed,88,\n" + bo.ref + ",DSC-101,4/6/2026,Passed,88,\n");
        assertEquals(new Counts(1, 0, 0, 1), TrainingDesk.counts(early));
        says(early, 2, "DSC-103 needs DSC-101, which is not passed (training rule 2)");
    }

    @Test
    void aLowOrMissingMarkIsRefused() {
        var ann = someone("Ann");
        var batch = training.checked(HEAD
                + ann.ref + ",DSC-101,4/6/2026,,79.9,\n"
                + ann.ref + ",DSC-102,4/6/2026,Completed,,\n"
                + ann.ref + ",DSC-102,5/6/2026,Failed,,\n"
                + ann.ref + ",DSC-102,6/6/2026,,80,\n");
        assertEquals(new Counts(1, 0, 0, 3), TrainingDesk.counts(batch));
        says(batch, 2, "80%, was not reached (training rule 3)");
        says(batch, 3, "the file gives no mark (training rule 3)");
        says(batch, 4, "was not reached (training rule 3)");
    }

    @Test
    void marksAboveAHundredArePoints() {
        var ann = someone("Ann");
        var batch =
                training.checked(HEAD + ann.ref + ",DSC-101,4/6/2026,,85,\n" + ann.ref + ",DSC-102,4/6/2026,,170,\n");
        assertEquals(new Counts(0, 0, 0, 2), TrainingDesk.counts(batch));
        says(batch, 2, "they are points and not of a hundred");
    }

    @Test
    void whatIsSignedNeedsAnAssessorOfTheForce() {
        var ann = someone("Ann");
        TestQualifications.passedAllBefore(ann, "DSC-104", LocalDate.of(2026, 6, 1));
        var assessor = As.role(Role.ASSESSOR, "ministry-of-defence");
        var stranger = As.role(Role.ASSESSOR, "kent");
        var batch = training.checked(HEAD
                + ann.ref + ",DSC-104,4/6/2026,Completed,,\n"
                + ann.ref + ",DSC-104,5/6/2026,Completed,," + stranger.email() + "\n"
                + ann.ref + ",DSC-104,6/6/2026,Completed,," + assessor.email() + "\n");
        assertEquals(new Counts(1, 0, 0, 2), TrainingDesk.counts(batch));
        says(batch, 2, "choose who assessed it (training rule 6)");
        says(batch, 3, "nobody of this name or address assesses in the force (training rule 6)");
    }

    @Test
    void theLearnerIsNoAssessorOfTheirOwn() {
        var assessor = As.role(Role.ASSESSOR, "ministry-of-defence");
        var own = People.special()
                .in("ministry-of-defence")
                .withAccount(assessor.accountId())
                .saved();
        TestQualifications.passedAllBefore(own, "DSC-104", LocalDate.of(2026, 6, 1));
        var batch = training.checked(HEAD + own.ref + ",DSC-104,4/6/2026,Completed,," + assessor.email() + "\n");
        says(batch, 2, "nobody assesses themselves (training rule 6)");
    }

    @Test
    void tutoredShiftsAndLicencesAreNotImported() {
        var ann = someone("Ann");
        var batch = training.checked(
                HEAD + ann.ref + ",DSC-307,4/6/2026,Completed,,\n" + ann.ref + ",DSC-306,4/6/2026,Completed,,\n");
        assertEquals(new Counts(0, 0, 0, 2), TrainingDesk.counts(batch));
        says(batch, 2, "(training rule 7)");
        says(batch, 3, "(training rule 10)");
    }

    @Test
    void lessThanAttestHasIsShownAndComesInOnlyWhenTicked() {
        var ann = someone("Ann");
        TestQualifications.passed(ann, "DSC-101", LocalDate.of(2026, 5, 4));
        var file = HEAD + ann.ref + ",DSC-101,4/6/2025,Passed,88,\n";
        var batch = training.checked(file);
        assertEquals(new Counts(0, 1, 0, 0), TrainingDesk.counts(batch));
        training.desk
                .coordinator
                .get(batch)
                .body(containsString("passed on 4 May 2026, valid until 4 May 2028"))
                .body(containsString("Passed on 4 June 2025, 88%, valid until 4 June 2027"));
        training.commit(batch).statusCode(303);
        assertEquals(List.of(), broughtInBy(batch), "not ticked");

        var confirmed = training.checked(file);
        training.commit(confirmed, "row", "1", "take", "1").statusCode(303);
        assertEquals(1, broughtInBy(confirmed).size());
        training.desk
                .coordinator
                .get("/volunteers/" + ann.ref + "/training")
                .body(containsString("last valid day 4 May 2028"))
                .body(containsString("last valid day 4 June 2027"));
    }

    @Test
    void notCompletedWhereAPassStandsIsToBeSeenAndRemovesNothing() {
        var ann = someone("Ann");
        TestQualifications.passed(ann, "DSC-101", LocalDate.of(2026, 5, 4));
        var batch = training.checked(
                HEAD + ann.ref + ",DSC-101,,Not completed,,\n" + ann.ref + ",DSC-102,,Not completed,,\n");
        assertEquals(new Counts(0, 1, 1, 0), TrainingDesk.counts(batch));
        training.commit(batch).statusCode(422).body(containsString("Say that you have looked at the 1 result"));
        training.commit(batch, "less", "yes").statusCode(303);
        training.desk
                .coordinator
                .get("/volunteers/" + ann.ref + "/training")
                .body(containsString("last valid day 4 May 2028"))
                .body(not(containsString("Revoked by")));
    }

    @Test
    void whatSomebodyRevokedIsToBeConfirmed() {
        var ann = someone("Ann");
        var file = HEAD + ann.ref + ",DSC-101,4/6/2026,Passed,88,\n";
        var batch = training.broughtIn(file);
        var ref = training.desk
                .coordinator
                .get("/volunteers/" + ann.ref + "/training")
                .extract()
                .asString()
                .replaceFirst("(?s).*id=\"result-(\\w+)\".*", "$1");
        training.desk
                .coordinator
                .post(
                        "/volunteers/" + ann.ref + "/training/" + ref + "/revocation",
                        Map.of("reason", "Somebody else’s", "confirmed", "yes"))
                .statusCode(303);
        assertTrue(broughtInBy(batch).get(0).revoked());
        var again = training.checked(file);
        assertEquals(new Counts(0, 1, 0, 0), TrainingDesk.counts(again));
        training.desk.coordinator.get(again).body(containsString("revoked on 16 June 2026 at 9:32am by"));
    }

    @Test
    void undoingRevokesJustWhatItBrought() {
        var ann = someone("Ann");
        TestQualifications.passed(ann, "DSC-101", LocalDate.of(2026, 5, 4));
        var file = HEAD + ann.ref + ",DSC-102,4/6/2026,Passed,88,\n";
        var batch = training.broughtIn(file);
        training.desk.coordinator.get(batch + "/undoing").body(containsString("1 result"));
        training.desk.undo(batch).statusCode(303);
        assertTrue(broughtInBy(batch).get(0).revoked());
        training.desk.coordinator.get(batch).body(containsString("This import was undone"));
        training.desk
                .coordinator
                .get("/volunteers/" + ann.ref + "/training")
                .body(containsString("The import that brought it in was undone"))
                .body(containsString("last valid day 4 May 2028"));
        // brought in again it is as after one import
        assertEquals(new Counts(1, 0, 0, 0), TrainingDesk.counts(training.checked(file)));
    }

    @Test
    void nobodyBringsInTheirOwn() {
        var own = People.special()
                .in("ministry-of-defence")
                .withAccount(training.desk.coordinator.accountId())
                .saved();
        var batch = training.checked(HEAD + own.ref + ",DSC-101,4/6/2026,Passed,88,\n");
        assertEquals(new Counts(0, 0, 0, 1), TrainingDesk.counts(batch));
        says(batch, 2, "this is your own record");
    }

    @Test
    void whoIsMeantIsNeverGuessed() {
        var ann = someone("Ann");
        var bo = someone("Bo");
        var other = People.special().in("kent").saved();
        var left =
                People.special().in("ministry-of-defence").inStage(Stage.LEFT).saved();
        var batch = training.checked("Force number,Email,Username,Full name,Course,Completed on,Mark\n"
                + ann.forceNumber + ",,,,DSC-101,4/6/2026,88\n"
                + "," + ann.email.toUpperCase() + ",,,DSC-101,4/6/2026,88\n"
                + ",," + bo.email + ",,DSC-101,4/6/2026,88\n"
                + ann.forceNumber + "," + bo.email + ",,,DSC-101,4/6/2026,88\n"
                + ",,,Ann " + mine + ",DSC-101,4/6/2026,88\n"
                + ",," + other.ref + ",,DSC-101,4/6/2026,88\n"
                + ",,,,DSC-101,4/6/2026,88\n"
                + ",," + left.ref + ",,DSC-101,4/6/2026,88\n");
        assertEquals(new Counts(2, 0, 1, 5), TrainingDesk.counts(batch));
        says(batch, 5, "the force number is that of " + Reference.grouped(ann.ref));
        says(batch, 6, "a name alone does not say who it is, and one person in the force has this one");
        says(batch, 7, "nobody in the force has this username");
        says(batch, 8, "the row does not say whom it is about");
        says(batch, 9, "the person has left");
    }

    @Test
    void totaraCoursesAreRead() {
        var ann = someone("Ann");
        var course = "safeguard-" + mine;
        var batch = training.checked(
                "username,courseshortname,courseidnumber,completiondate,grade\n"
                        + ann.email + "," + course + ",SG1,2026-06-04,88.00\n"
                        + ann.forceNumber + "," + course + ",SG1,31/06/2026,88.00\n",
                "course-0",
                "DSC-101");
        assertEquals(new Counts(1, 0, 0, 1), TrainingDesk.counts(batch));
        says(batch, 3, "there is no such day in the calendar");
    }

    /** Two long names that differ at their end are two courses. */
    @Test
    void coursesThatDifferLateInTheirNamesAreTwo() {
        var ann = someone("Ann");
        var name = "Mandatory learning for volunteers of the force as part of the programme of the year " + mine;
        var batch = training.broughtIn(
                "username,courseshortname,courseidnumber,completiondate,grade\n"
                        + ann.email + "," + name + " first,,2026-06-04,88.00\n"
                        + ann.email + "," + name + " second,,2026-06-05,88.00\n",
                "course-0",
                "DSC-101",
                "course-1",
                "DSC-102");
        assertEquals(
                List.of(LocalDate.of(2028, 6, 4), LocalDate.of(2027, 6, 5)),
                broughtInBy(batch).stream().map(Brought::lastDay).toList(),
                "DSC-101 and DSC-102");
    }

    @Test
    void totaraCertificationsNeverTakeTheOldDueDateForAnExpiry() {
        var ann = someone("Ann");
        var batch = training.broughtIn(
                "username,certificationshortname,certificationidnumber,completiondate,duedate\n" + ann.email + ",cert "
                        + mine + ",C1,04/06/2026,30/06/2026\n",
                "course-0",
                "DSC-102",
                "course-0-passes",
                "yes");
        assertEquals(LocalDate.of(2027, 6, 4), broughtInBy(batch).get(0).lastDay(), "by the module");
    }

    @Test
    void iomadListsWhatIsNotFinishedToo() {
        var ann = someone("Ann");
        var batch = training.checked(
                "username,userid,coursename,courseid,timeenrolled,timestarted,timecompleted,finalscore\n"
                        + ann.email + ",17,Role " + mine + ",4,2026-05-01,2026-05-02,2026-06-04,92\n"
                        + ann.email + ",17,Info " + mine + ",5,2026-05-01,2026-05-02,,\n",
                "course-0",
                "DSC-101",
                "course-1",
                "DSC-102");
        assertEquals(new Counts(1, 0, 1, 0), TrainingDesk.counts(batch));
    }

    @Test
    void aCourseNobodyNamedIsAskedForAndOneLeftOutIsNotRead() {
        var ann = someone("Ann");
        var batch = training.mapped(
                HEAD + ann.ref + ",Yoga " + mine + ",4/6/2026,Passed,,\n" + ann.ref + ",DSC-101,4/6/2026,Passed,88,\n");
        training.desk
                .coordinator
                .post(batch + "/courses", training.courses(batch))
                .statusCode(422)
                .body(containsString("Choose the module that “Yoga " + mine + "” is, or leave it out"));
        training.named(batch, "course-0", "-");
        assertEquals(new Counts(1, 0, 0, 0), TrainingDesk.counts(batch));
        training.desk.coordinator.get(batch).body(containsString("courses that are left out"));
    }

    @Test
    void aFileThatSaysNobodyOrNoCourseIsNotRead() {
        var nobody = training.desk.handedIn(
                "COMPLETIONS",
                "n.csv",
                "Full name,Course,Completed on\nAnn,DSC-101,4/6/2026\n".getBytes(StandardCharsets.UTF_8));
        training.desk
                .coordinator
                .post(nobody + "/mapping", training.desk.mapping(nobody))
                .statusCode(422)
                .body(containsString("A name alone never does"));
        var none = training.desk.handedIn(
                "COMPLETIONS", "n.csv", "Email,Shoe\na@b.example,5\n".getBytes(StandardCharsets.UTF_8));
        training.desk
                .coordinator
                .post(none + "/mapping", training.desk.mapping(none))
                .statusCode(422)
                .body(containsString("Choose the column of the course"));
    }

    @Test
    void somebodyElseRecordedAResultMeanwhile() {
        var ann = someone("Ann");
        var batch = training.checked(HEAD + ann.ref + ",DSC-101,4/6/2026,Passed,88,\n");
        var seen = training.desk.seen(batch);
        TestQualifications.passed(ann, "DSC-101", LocalDate.of(2026, 6, 10));
        training.desk
                .coordinator
                .post(batch + "/commit", Map.of("seen", seen))
                .statusCode(409)
                .body(containsString("Nothing was brought in"));
        assertEquals(List.of(), broughtInBy(batch));
    }

    @Test
    void ourSheetAndItsSampleAreRead() {
        for (var path : List.of("template.csv?kind=completions", "completed-training-sample.csv")) {
            training.desk
                    .coordinator
                    .get("/forces/ministry-of-defence/imports/" + path)
                    .statusCode(200)
                    .body(containsString("Course or module"));
        }
        var sample = training.desk
                .coordinator
                .get("/forces/ministry-of-defence/imports/completed-training-sample.csv")
                .extract()
                .asByteArray();
        var batch = training.named(training.mapped("sample.csv", sample));
        assertEquals(new Counts(0, 0, 0, 20), TrainingDesk.counts(batch), "nobody of these is in the force");
        training.desk.coordinator.get(batch).body(containsString("nobody in the force has this number or address"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgCompletionsFromAFileTest extends CompletionsFromAFileTest {}
