package org.attest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attest.As;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.recruitment.meeting.TestMeetings;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Somebody without an account gets no link that would be refused, but is told whom to call; everybody else is led to their page. */
@QuarkusTest
class WithoutAnAccountTest {

    @Inject
    Telling telling;

    @Inject
    TextSeal seal;

    @Inject
    Clock clock;

    private static <T> T of(Callable<T> look) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(look));
    }

    private List<String> mailsTo(Volunteer person) {
        return of(() -> Message.<Message>list("recipient = ?1 order by id", person.email).stream()
                .map(m -> seal.open(m.content, m.messageId))
                .toList());
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private void assertSaysWhomToCall(String mail, String contact) {
        assertFalse(mail.contains(Outbox.HOME), "leads to a page that would be refused: " + mail);
        assertFalse(mail.contains("Sign in"), mail);
        assertTrue(mail.contains(contact), mail);
        assertTrue(mail.contains("ask there for the link with which your own account begins"), mail);
    }

    @Test
    void isToldWhomToCallWhateverItIsAbout() {
        var coordinator = As.coordinatorOf("dyfed-powys");
        var templates = Arrays.stream(Template.values())
                .filter(t -> t.required().equals(List.of(Field.CONTACT)))
                .toList();
        assertEquals(
                List.of(
                        Template.NEWS_FROM_FORCE,
                        Template.INFORMATION_ASKED,
                        Template.APPOINTMENT_OFFERED,
                        Template.COHORT_NEWS),
                templates);
        for (var template : templates) {
            var person = People.special().in("dyfed-powys").saved();
            of(() -> telling.tell(again(person), NoticeKind.NEWS, "Never sent", "/me", template));
            var mails = mailsTo(person);
            assertEquals(1, mails.size());
            assertSaysWhomToCall(mails.get(0), coordinator.email());
            assertFalse(mails.get(0).contains("Never sent"));
        }
    }

    @Test
    void getsNoLinkEvenWhereTheMessageWouldHaveOne() {
        var coordinator = As.coordinatorOf("merseyside");
        var person = People.special().in("merseyside").saved();
        of(() -> telling.tell(again(person), NoticeKind.NEWS, "Never sent", "/me", Template.NEWS));
        assertSaysWhomToCall(mailsTo(person).get(0), coordinator.email());
    }

    @Test
    void isToldTheContactOfTheForcesPublicPage() {
        As.coordinatorOf("norfolk")
                .post(
                        "/forces/norfolk/joining-page",
                        Map.of("takes", "yes", "words", "Join us", "contact", "Recruitment, 01953 555 0100"))
                .statusCode(303);
        var person = People.special().in("norfolk").saved();
        of(() -> telling.tell(again(person), NoticeKind.NEWS, "Never sent", "/me", Template.NEWS_FROM_FORCE));
        assertSaysWhomToCall(mailsTo(person).get(0), "Recruitment, 01953 555 0100");
    }

    @Test
    void isToldWhomToCallWhereNobodyIsNamed() {
        var person = People.special().in("cleveland").saved();
        of(() -> telling.tell(again(person), NoticeKind.NEWS, "Never sent", "/me", Template.NEWS_FROM_FORCE));
        assertSaysWhomToCall(mailsTo(person).get(0), "the recruitment team of");
    }

    @Test
    void learnsDayAndTimeOfAMeetingAllTheSame() {
        var person = People.special().in("suffolk").inStage(Stage.INTERVIEW).saved();
        var coordinator = As.coordinatorOf("suffolk");
        var slot = TestMeetings.open("suffolk", 1);
        coordinator
                .post("/volunteers/" + person.ref + "/meetings", Map.of("slot", slot.ref))
                .statusCode(303);
        var mail = mailsTo(person).get(0);
        assertSaysWhomToCall(mail, coordinator.email());
        assertTrue(mail.contains(" at "), mail);
    }

    @Test
    void whoHasOneIsLedToTheirPage() {
        var me = As.role(Role.APPLICANT, "dyfed-powys");
        var person = People.special()
                .in("dyfed-powys")
                .withEmail(me.email())
                .withAccount(me.accountId())
                .saved();
        var way = of(() -> telling.tell(
                again(person), NoticeKind.NEWS, "Something new", "/me/meetings", Template.NEWS_FROM_FORCE));
        assertEquals(Telling.Way.ACCOUNT, way);
        assertEquals(List.of(), mailsTo(person));
        var address = of(() -> Notice.<Notice>find("account.id", me.accountId()).firstResult().address);
        me.get(address).statusCode(200);
    }

    /** Words a force saved when the message still had a link. */
    @Test
    void wordsFromBeforeGiveWayToTheNationalOnes() {
        of(() -> {
            TemplateWording.write(
                    Force.bySlug("wiltshire").orElseThrow(),
                    Template.INFORMATION_ASKED,
                    1,
                    new Words("Ours", "Sign in: {link}"),
                    clock.instant(),
                    "Somebody");
            return null;
        });
        var person = People.special().in("wiltshire").saved();
        of(() -> telling.tell(again(person), NoticeKind.TASK, "Never sent", "/me", Template.INFORMATION_ASKED));
        assertSaysWhomToCall(mailsTo(person).get(0), "the recruitment team of");
    }
}
