package org.attest.recruitment.application;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.Details;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.Occupations;
import org.attest.volunteer.RightToRemain;

/** The answers of one application as they stand. */
final class Answers {

    private final Map<Question, Answer> given = new EnumMap<>(Question.class);

    private Answers(List<Answer> answers) {
        answers.forEach(a -> given.put(a.question, a));
    }

    static Answers of(Application application) {
        return new Answers(Answer.list("application", application));
    }

    /** Null where the question is open. */
    Answer of(Question question) {
        return given.get(question);
    }

    /** Null where the question is open. */
    String text(Question question) {
        var answer = given.get(question);
        return answer == null ? null : answer.answer;
    }

    private LocalDate day(Question question) {
        var text = text(question);
        return text == null ? null : LocalDate.parse(text);
    }

    /** The answers of a section; open ones are missing. */
    Map<Question, String> in(Section section) {
        var texts = new EnumMap<Question, String>(Question.class);
        for (var question : section.questions()) if (text(question) != null) texts.put(question, text(question));
        return texts;
    }

    /** Required questions of the section that are open. */
    List<Question> open(Section section) {
        return section.questions().stream()
                .filter(q -> q.required && text(q) == null)
                .toList();
    }

    /** Who typed answers on the applicant's behalf. */
    List<String> byOthers() {
        return given.values().stream()
                .filter(a -> !a.own)
                .map(a -> a.typedBy)
                .distinct()
                .toList();
    }

    /** Stands for the section as it is now, so that a form that was opened earlier can be told from a fresh one. */
    String stamp(Section section) {
        return Integer.toHexString(in(section).toString().hashCode());
    }

    /**
     * Who the person is by these answers. What was not asked, not answered, or only copied from the record when the
     * application began stays as the record has it now.
     */
    Details details(Details before) {
        var birth = typed(Question.BIRTH_DATE);
        return new Details(
                        typed(Question.FULL_NAME),
                        typed(Question.KNOWN_AS),
                        birth == null ? null : LocalDate.parse(birth),
                        null,
                        typed(Question.PHONE),
                        typed(Question.EMERGENCY_NAME),
                        typed(Question.EMERGENCY_PHONE),
                        typed(Question.ADJUSTMENTS),
                        null,
                        null)
                .over(before);
    }

    /** What somebody typed; null where the question is open, or answered with what the record said at the beginning. */
    private String typed(Question question) {
        var answer = given.get(question);
        return answer == null || answer.copied ? null : answer.answer;
    }

    /**
     * What they say about eligibility. The force's list of occupations decides only where it names the occupation; all others are
     * for the coordinator to find, and what was found about the same occupation before stays found.
     */
    EligibilityAnswers eligibility(EligibilityAnswers before, Occupations occupations) {
        var ground = text(Question.RIGHT_TO_REMAIN);
        var abroad = text(Question.LONG_ABROAD);
        var occupation = text(Question.OCCUPATION);
        boolean same = occupation != null && occupation.equals(before.occupation());
        return new EligibilityAnswers(
                ground == null ? null : RightToRemain.valueOf(ground),
                day(Question.RESIDENT_SINCE),
                abroad == null ? null : abroad.equals("yes"),
                "yes".equals(abroad) && before.goodConductSeen(),
                occupation,
                same
                        ? before.occupationFinding()
                        : occupation == null
                                ? null
                                : occupations.treatmentOf(occupation).orElse(null));
    }
}
