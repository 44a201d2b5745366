package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.notice.NoticeKind;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.OccupationRule;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;
import org.attest.web.Wording;

/** From the last evening to the stage applied: what is still missing, and what follows when nothing is. */
@ApplicationScoped
class Sending {

    @Inject
    ApplicationSettings settings;

    @Inject
    StageCriteria criteria;

    @Inject
    ApplicationMail mail;

    @Inject
    Telling telling;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    /** The list of tasks as it stands. */
    List<Task> tasks(Application application, Whose whose) {
        var answers = Answers.of(application);
        var tasks = new ArrayList<Task>();
        for (var section : Section.values()) {
            if (section == Section.CONSENTS) continue;
            tasks.add(task(section, answers, whose));
        }
        int skills = DigitalSkill.of(application.volunteer).size();
        tasks.add(Task.of(
                "Digital skills",
                whose.skills(),
                skills > 0,
                false,
                skills > 0 ? Formats.of(skills, "skill", "skills") + " named" : "Name at least one"));
        int referees = Referee.of(application.volunteer).size();
        tasks.add(Task.of(
                "Referees",
                whose.referees(),
                referees >= settings.referees(),
                referees > 0,
                referees + " of " + settings.referees() + " named"));
        tasks.add(task(Section.CONSENTS, answers, whose));
        return tasks;
    }

    private static Task task(Section section, Answers answers, Whose whose) {
        var open = answers.open(section);
        boolean begun = !answers.in(section).isEmpty();
        return Task.of(
                section.title(),
                section.isPersonal() && !whose.own() ? null : whose.base() + "/sections/" + section.slug(),
                open.isEmpty(),
                begun,
                open.isEmpty() || !begun
                        ? section.isPersonal() && !open.isEmpty() && !whose.own()
                                ? "Only the applicant can give them, in their own account"
                                : null
                        : "Open: " + inWords(open));
    }

    private static String inWords(List<Question> open) {
        return open.stream().map(q -> q.label().toLowerCase(Locale.UK)).collect(Collectors.joining(", "));
    }

    /** What stands between the application and its sending; empty when nothing does. */
    List<Gap> gaps(List<Task> tasks) {
        return tasks.stream()
                .filter(t -> !t.isDone())
                .map(t -> new Gap(
                        t.detail() == null
                                ? t.title() + ": not begun"
                                : t.title() + ": " + t.detail().substring(0, 1).toLowerCase(Locale.UK)
                                        + t.detail().substring(1),
                        t.address()))
                .toList();
    }

    /**
     * The applicant declares it true and sends it: what it says goes into the record, or to the coordinator where another
     * name or birth date stands there, the person moves to applied as the criteria allow, and the referees are asked.
     * Within a transaction, which a refusal must undo. The person is held.
     *
     * @return the deeds, in their order
     */
    List<Deed> send(Application application, Actor by) {
        var person = application.volunteer;
        var missing = gaps(tasks(application, Whose.own(person, null)));
        if (!missing.isEmpty())
            throw new Refused("Something is missing. " + missing.get(0).sentence(), "");
        var today = LocalDate.now(clock);
        if (person.stage == Stage.LEFT) Refusal.mayApplyAgain(person, today);
        var answers = Answers.of(application);
        var deeds = new ArrayList<Deed>();
        var wanted = answers.details(person.details());
        for (var field : standing(application, answers)) {
            if (field.of(wanted).equals(field.of(person.details()))) continue;
            deeds.add(ask(person, field, field.of(wanted), by));
            wanted = field.in(wanted, field.of(person.details()));
        }
        var details = person.changeDetails(wanted, by, clock);
        if (details.isChange()) deeds.add(details);
        var before = Eligibility.newest(person).map(Eligibility::answers).orElse(EligibilityAnswers.NOTHING);
        var occupations = OccupationRule.in(person.force).after(before);
        var found = answers.eligibility(before, occupations);
        if (!found.equals(before)) {
            deeds.add(Eligibility.find(person, found, occupations, by, clock));
        }
        if (person.stage != Stage.APPLIED) {
            var why = person.stage == Stage.LEFT ? "Applied again" : null;
            var day = person.stageSince.isAfter(today) ? person.stageSince : today;
            deeds.add(person.moveTo(Stage.APPLIED, day, why, criteria, by, clock));
        }
        deeds.add(application.send(by, clock));
        for (var referee : Referee.of(person)) {
            if (referee.email != null && referee.asked().isEmpty()) {
                deeds.add(referee.ask(mail, settings, by, clock));
            }
        }
        mail.received(application);
        telling.tellCoordinators(
                person.force,
                NoticeKind.NEWS,
                person.fullName + " has applied",
                "/volunteers/" + person.ref + "/application");
        return deeds;
    }

    /**
     * What says who the person is and stands in the record, so that the coordinator decides about another value: a birth
     * date always, and the name unless whoever entered it with the enquiry puts it right.
     */
    private static List<KeyField> standing(Application application, Answers answers) {
        var person = application.volunteer;
        var standing = new ArrayList<KeyField>();
        var name = answers.of(Question.FULL_NAME);
        boolean entered = person.stage == Stage.ENQUIRY
                && StageChange.of(person).stream()
                        .limit(1)
                        .anyMatch(c -> name != null && c.recordedBy.equals(name.typedBy));
        if (!entered) standing.add(KeyField.FULL_NAME);
        if (person.birthDate != null) standing.add(KeyField.BIRTH_DATE);
        return standing;
    }

    private Deed ask(Volunteer person, KeyField field, String wanted, Actor by) {
        var asked = KeyChange.ask(person, field, wanted, "In the application", by, clock);
        telling.tellCoordinators(
                person.force,
                NoticeKind.TASK,
                person.fullName + " asks for a change of their record: "
                        + wording.keyField(field.name()).toLowerCase(Locale.UK),
                "/detail-changes/" + asked.change().ref);
        return asked;
    }
}
