package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.attest.force.Reference;
import org.attest.notice.Letters;
import org.attest.notice.NoticeKind;
import org.attest.notice.Notices;
import org.attest.notice.Template;
import org.attest.notice.Words;
import org.attest.security.Account;
import org.attest.volunteer.ApplicationRefused;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.RefusalReason;
import org.attest.volunteer.RefusalWindow;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;

/** The letter that tells somebody that their application goes no further, in the force's words. */
@ApplicationScoped
public class RefusalLetters {

    @Inject
    Notices notices;

    @Inject
    Letters letters;

    /** The letter as it was recorded, on paper: the same words, dated the day of the refusal. */
    public byte[] pdf(Refusal refusal) {
        return letters.pdf(
                refusal.force,
                refusal.volunteer.fullName,
                new Words(refusal.letterSubject, refusal.letter),
                refusal.refusedOn);
    }

    /** The letter as it would be sent on the day. */
    Refusal.Letter of(Volunteer person, RefusalReason reason, RefusalWindow.Values windows, LocalDate today) {
        var words = notices.worded(
                person.force,
                person.fullName,
                Template.LETTER_REFUSAL,
                Map.of(
                        "reason", reason.letter(),
                        "appeal",
                                "If you think that we have it wrong, you can ask us to look again until "
                                        + Formats.inWords(windows.appealUntil(today)) + ". You can apply again from "
                                        + Formats.inWords(windows.reapplyFrom(today)) + ".",
                        "reference", Reference.grouped(person.ref)));
        return new Refusal.Letter(words.subject(), words.body());
    }

    /** Who has an account reads the letter on their own page and is told that it is there; everybody else gets it on paper. */
    void send(ApplicationRefused refused) {
        var person = refused.volunteer();
        if (person.accountId == null) return;
        Account account = Account.findById(person.accountId);
        notices.tell(
                account,
                person.force,
                NoticeKind.NEWS,
                person.force.name + " has decided on your application. The letter is on your page.",
                "/me/refusal");
    }
}
