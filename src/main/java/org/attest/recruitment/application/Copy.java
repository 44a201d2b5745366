package org.attest.recruitment.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attest.web.Wording;

/**
 * An application to read from beginning to end: to check before it is sent, to keep, and for who decides.
 *
 * @param name whose it is
 * @param sentAt null while it is being written
 */
public record Copy(
        String name,
        String email,
        String force,
        String reference,
        Instant begunAt,
        Instant sentAt,
        List<Part> parts,
        List<DigitalSkill> skills,
        List<Referee> referees) {

    /** A section with its answers. */
    public record Part(Section section, List<Line> lines) {}

    /**
     * @param answer in words; null where the question is open
     * @param typedBy null where the applicant typed it in their own account
     */
    public record Line(String label, String answer, boolean required, String typedBy, Instant typedAt) {}

    static Copy of(Application application, Wording wording) {
        var person = application.volunteer;
        var answers = Answers.of(application);
        var parts = new ArrayList<Part>();
        for (var section : Section.values()) {
            parts.add(new Part(
                    section,
                    section.questions().stream()
                            .map(q -> line(q, answers.of(q), wording))
                            .toList()));
        }
        return new Copy(
                answers.text(Question.FULL_NAME) == null ? person.fullName : answers.text(Question.FULL_NAME),
                person.email,
                person.force.name,
                person.ref,
                application.begunAt,
                application.sentAt,
                parts,
                DigitalSkill.of(person),
                Referee.of(person));
    }

    private static Line line(Question question, Answer answer, Wording wording) {
        return answer == null
                ? new Line(question.label(), null, question.required, null, null)
                : new Line(
                        question.label(),
                        question.words(answer.answer, wording),
                        question.required,
                        answer.own ? null : answer.typedBy,
                        answer.typedAt);
    }
}
