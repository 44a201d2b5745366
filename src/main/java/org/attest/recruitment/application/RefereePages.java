package org.attest.recruitment.application;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.recruitment.DetailsForm;
import org.attest.volunteer.Details;
import org.attest.volunteer.JoiningRules;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Who speaks for an applicant: named by themselves or for them; what was said is for the force only. */
@ApplicationScoped
class RefereePages {

    private static final int LONGEST_RELATION = 200;

    @Inject
    ApplicationSettings settings;

    @Inject
    Wording wording;

    /** One of them, with the days on which they were asked, oldest first. */
    record Row(Referee referee, List<LocalDate> asked) {}

    /** {@code names}: may add and take back; {@code asks}: may ask, and read what was said. */
    record list(Whose whose, Form form, List<Row> rows, int wanted, boolean names, boolean asks)
            implements TemplateInstance {}

    /** {@code applicant} and {@code force} as the referee knows them; {@code whose} is null over a link. */
    record reply(
            Whose whose,
            Form form,
            String referee,
            String ref,
            String applicant,
            String force,
            List<Option> knownFor,
            List<Option> opinions)
            implements TemplateInstance {}

    TemplateInstance list(Volunteer person, Whose whose, Form form, boolean names, boolean asks) {
        var referees = Referee.of(person);
        var asked = ReferenceRequest.ofAll(referees).stream()
                .collect(Collectors.groupingBy(
                        r -> r.referee.id, Collectors.mapping(ReferenceRequest::askedOn, Collectors.toList())));
        var rows = referees.stream()
                .map(r -> new Row(r, asked.getOrDefault(r.id, List.of())))
                .toList();
        return new list(whose, form, rows, settings.referees(), names, asks);
    }

    TemplateInstance reply(Referee referee, Whose whose, Form form) {
        return new reply(
                whose,
                form,
                referee.fullName,
                referee.ref,
                referee.volunteer.fullName,
                referee.volunteer.force.name,
                Option.of(KnownFor.class, k -> wording.knownFor(k.name())),
                Option.of(Opinion.class, o -> wording.opinion(o.name())));
    }

    /** The referee typed; what is wrong stands in the form. */
    static Referee.Named read(Form form, LocalDate today) {
        var details = new Details(
                form.typed("fullName"),
                null,
                null,
                form.typed("email"),
                form.typed("phone"),
                null,
                null,
                null,
                org.attest.volunteer.AppointmentType.SPECIAL_CONSTABLE,
                null);
        DetailsForm.refuse(form, details.faults(JoiningRules.NATIONAL, null, today));
        var relation = form.required("relation", "Enter how you know each other", LONGEST_RELATION);
        SkillPages.refuse(form, "relation", Texts.line(relation), LONGEST_RELATION, false);
        return new Referee.Named(details, Texts.line(relation));
    }

    /** The reply typed; what is wrong stands in the form. */
    static Reply readReply(Form form) {
        var remarks = Texts.lines(form.typed("remarks"));
        SkillPages.refuse(form, "remarks", remarks, Reply.LONGEST_REMARKS, true);
        return new Reply(
                form.choice("knownFor", KnownFor.class, "Choose how long"),
                opinion(form, "reliable"),
                opinion(form, "discreet"),
                opinion(form, "steady"),
                opinion(form, "recommended"),
                remarks);
    }

    private static Opinion opinion(Form form, String field) {
        return form.choice(field, Opinion.class, "Choose an answer; “cannot say” is one");
    }
}
