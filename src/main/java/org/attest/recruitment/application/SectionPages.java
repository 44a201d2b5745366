package org.attest.recruitment.application;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.recruitment.AtHand;
import org.attest.volunteer.RightToRemain;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** A section of an application, shown and saved: the same for the applicant and for who types on their behalf. */
@ApplicationScoped
class SectionPages {

    @Inject
    AtHand atHand;

    @Inject
    ApplicationSettings settings;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** An answer that reads otherwise in the application than in the form. */
    record Difference(String label, String stored, String typed) {}

    /** Who typed an answer, where it was not the applicant. */
    record Hand(String label, String typedBy) {}

    /** {@code stale}: somebody saved first; {@code differences} then says where. {@code email} is where messages go. */
    record section(
            Whose whose,
            Section section,
            Form form,
            String stamp,
            boolean stale,
            List<Difference> differences,
            List<Hand> hands,
            String email,
            int hours,
            List<Option> grounds,
            List<Option> yesOrNo)
            implements TemplateInstance {}

    TemplateInstance page(Application application, Whose whose, Section section) {
        var answers = Answers.of(application);
        return page(application, whose, section, SectionForm.showing(section, answers), answers, null);
    }

    /** Saves what was typed, with its gaps, and goes back to the list of tasks. */
    Response save(
            Application application, Whose whose, Section section, MultivaluedMap<String, String> typed, Actor by) {
        var form = Form.of(typed);
        var given = SectionForm.read(section, form, application.volunteer, settings, LocalDate.now(clock));
        var answers = Answers.of(application);
        if (!form.typed("stamp").equals(answers.stamp(section)) && !given.equals(answers.in(section))) {
            return Response.status(409)
                    .entity(page(application, whose, section, form, answers, given))
                    .build();
        }
        if (form.isSound()) {
            var written = application.write(section, given, whose.own(), by, clock);
            if (written.isChange()) atHand.attempt(form, "section", () -> written);
        }
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(page(application, whose, section, form, answers, null))
                    .build();
        }
        flash.say(said(section, given));
        return Response.seeOther(URI.create(whose.base())).build();
    }

    private static String said(Section section, Map<Question, String> given) {
        var open = section.questions().stream()
                .filter(q -> q.required && !given.containsKey(q))
                .map(q -> q.label())
                .collect(Collectors.joining(", "));
        return "“" + section.title() + "” is saved." + (open.isEmpty() ? "" : " Still open: " + open + ".");
    }

    private TemplateInstance page(
            Application application,
            Whose whose,
            Section section,
            Form form,
            Answers answers,
            Map<Question, String> clash) {
        return new section(
                whose,
                section,
                form,
                answers.stamp(section),
                clash != null,
                clash == null ? List.of() : differences(section, answers, clash),
                hands(section, answers, whose),
                application.volunteer.email,
                settings.hoursAMonth(),
                Option.of(RightToRemain.class, r -> wording.rightToRemain(r.name())),
                EligibilityChecks.yesOrNo());
    }

    private List<Difference> differences(Section section, Answers stored, Map<Question, String> typed) {
        var differences = new ArrayList<Difference>();
        for (var question : section.questions()) {
            var before = stored.text(question);
            var now = typed.get(question);
            if (!Objects.equals(before, now)) {
                differences.add(new Difference(question.label(), words(question, before), words(question, now)));
            }
        }
        return differences;
    }

    private String words(Question question, String answer) {
        return answer == null ? "Nothing" : question.words(answer, wording);
    }

    /** Every field shows who typed it: all of them for others, and for the applicant those they did not type themselves. */
    private static List<Hand> hands(Section section, Answers answers, Whose whose) {
        return section.questions().stream()
                .map(answers::of)
                .filter(a -> a != null && !(whose.own() && a.own))
                .map(a -> new Hand(a.question.label(), a.typedBy))
                .toList();
    }
}
