package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;

/** Qualifications whose last valid day, or that of their extension, comes near and that nobody has renewed (training rule 5). */
@ApplicationScoped
class QualificationsEnding implements DueSource {

    private static final DueKind KIND = DueKind.passing(
            "qualification-end", "Last valid day of what somebody has passed", QualificationTerm.REMINDED);

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Qualification.ending(force, today, until).stream()
                .map(QualificationsEnding::due)
                .toList();
    }

    private static Due due(Qualification ending) {
        var person = ending.volunteer;
        var code = ending.moduleCode();
        return Due.ofThePerson(
                        "qualification " + ending.ref,
                        ending.countsUntil(),
                        "The renewal of " + code + " of " + person.fullName,
                        "/volunteers/" + person.ref + "/training")
                .alsoFor(person.accountId, "Your renewal of " + code, "/me/training");
    }
}
