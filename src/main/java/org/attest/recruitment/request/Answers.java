package org.attest.recruitment.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.DetailsForm;
import org.attest.volunteer.Details;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.Information;
import org.attest.volunteer.InformationGiven;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.JoiningRule;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.OccupationRule;
import org.attest.volunteer.RequestedItem;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;

/**
 * Takes the answers to an information request and puts each where it belongs: into the details, into what is known about
 * eligibility, to the coordinator for approval, or beside the question. What is left empty is asked for still; what the
 * record has meanwhile is not overwritten.
 */
@ApplicationScoped
class Answers {

    @Inject
    AtHand atHand;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    /** The name of the field in which an item is answered. */
    static String field(RequestedItem item) {
        return switch (item.what) {
            case PHONE -> "phone";
            case EMERGENCY_CONTACT -> "emergencyName";
            case BIRTH_DATE -> "birthDate";
            case RIGHT_TO_REMAIN -> "rightToRemain";
            case RESIDENT_SINCE -> "residentSince";
            case LONG_ABROAD -> "longAbroad";
            case OCCUPATION -> "occupation";
            case GOOD_CONDUCT, PERMISSION, OTHER -> "answer-" + item.place;
        };
    }

    /** Takes what is in the form; null with refusals beside the fields where something is wrong. The person is held. */
    InformationGiven take(InformationRequest request, Form form, Actor by) {
        var person = request.volunteer;
        var given = new LinkedHashMap<RequestedItem, String>();
        for (var item : RequestedItem.of(request)) {
            if (!item.isAnswered() && isFilled(item, form)) given.put(item, form.typed(field(item)));
        }
        if (form.isSound() && given.isEmpty()) form.refuse("answers", "Answer at least one question");
        var kinds = given.keySet().stream().map(item -> item.what).toList();
        details(person, form, kinds, by);
        eligibility(person, form, kinds, by);
        if (kinds.contains(Information.BIRTH_DATE) && form.isSound()) {
            var day = form.day("birthDate", "Birth date");
            if (form.isSound() && !day.equals(person.birthDate)) {
                atHand.attempt(
                        form,
                        "birthDate",
                        () -> KeyChange.ask(person, KeyField.BIRTH_DATE, day.toString(), null, by, clock));
            }
        }
        return atHand.attempt(form, "answers", () -> request.give(given, by, clock));
    }

    private static boolean isFilled(RequestedItem item, Form form) {
        return switch (item.what) {
            case BIRTH_DATE -> form.day("birthDate", "Birth date") != null;
            case RESIDENT_SINCE -> form.day("residentSince", "First day of residence") != null;
            case EMERGENCY_CONTACT -> {
                boolean name = form.text("emergencyName") != null;
                boolean phone = form.text("emergencyPhone") != null;
                if (name != phone) {
                    form.refuse(
                            name ? "emergencyPhone" : "emergencyName", "Enter both the name and the telephone number");
                }
                yield name && phone;
            }
            default -> form.text(field(item)) != null;
        };
    }

    private void details(Volunteer person, Form form, List<Information> kinds, Actor by) {
        boolean phone = kinds.contains(Information.PHONE) && person.phone == null;
        boolean emergency = kinds.contains(Information.EMERGENCY_CONTACT);
        if (!phone && !emergency || !form.isSound()) return;
        var now = person.details();
        var wanted = new Details(
                now.fullName(),
                now.knownAs(),
                now.birthDate(),
                now.email(),
                phone ? form.typed("phone") : now.phone(),
                emergency ? form.typed("emergencyName") : now.emergencyName(),
                emergency ? form.typed("emergencyPhone") : now.emergencyPhone(),
                now.adjustments(),
                now.appointmentType(),
                now.forceNumber());
        DetailsForm.refuse(
                form,
                wanted.faults(JoiningRule.in(person.force), null, LocalDate.now(clock)).stream()
                        .filter(f -> List.of("phone", "emergencyName", "emergencyPhone")
                                .contains(f.field()))
                        .toList());
        if (!wanted.differencesFrom(now).isEmpty()) {
            atHand.attempt(form, "answers", () -> person.changeDetails(wanted, by, clock));
        }
    }

    private void eligibility(Volunteer person, Form form, List<Information> kinds, Actor by) {
        if (kinds.stream().noneMatch(k -> k.goes() == Information.Goes.TO_ELIGIBILITY) || !form.isSound()) return;
        var now = Eligibility.newest(person).map(Eligibility::answers).orElse(EligibilityAnswers.NOTHING);
        var right = now.rightToRemain() == null && kinds.contains(Information.RIGHT_TO_REMAIN)
                ? form.choice("rightToRemain", RightToRemain.class, "Choose one of the list")
                : now.rightToRemain();
        var since = now.residentSince() == null && kinds.contains(Information.RESIDENT_SINCE)
                ? form.day("residentSince", "First day of residence")
                : now.residentSince();
        var abroad = now.longAbroad() == null && kinds.contains(Information.LONG_ABROAD)
                ? (Boolean) form.has("longAbroad", "yes")
                : now.longAbroad();
        boolean asksOccupation = now.occupation() == null && kinds.contains(Information.OCCUPATION);
        var occupation = asksOccupation ? form.typed("occupation") : now.occupation();
        // what the list of occupations says is said at once; whether any other is a conflict, the coordinator decides
        var occupations = OccupationRule.in(person.force).after(now);
        var finding = asksOccupation ? occupations.treatmentOf(occupation).orElse(null) : now.occupationFinding();
        if (!form.isSound()) return;
        var answers = new EligibilityAnswers(right, since, abroad, now.goodConductSeen(), occupation, finding);
        DetailsForm.refuse(form, answers.faults(occupations, LocalDate.now(clock)));
        if (!answers.equals(now)) {
            atHand.attempt(form, "answers", () -> Eligibility.find(person, answers, occupations, by, clock));
        }
    }

    /** After the answers are in: with the last one the clock of the stage runs again. */
    void letClockRun(InformationRequest request, Actor by) {
        request.letClockRun(by, clock).ifPresent(deeds::fire);
    }

    /** An item with the field it is answered in. */
    record Question(RequestedItem item, String field) {

        static List<Question> of(InformationRequest request) {
            return RequestedItem.of(request).stream()
                    .map(item -> new Question(item, Answers.field(item)))
                    .toList();
        }
    }
}
