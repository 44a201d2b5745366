package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.web.Form;

/** Several checks recorded from one form: all of them or, where anything is wrong, none. */
@ApplicationScoped
class CheckRecording {

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    /** Whether something was recorded meanwhile about a check that is filled in: said beside each. */
    boolean isStale(List<CheckLine> lines, Form form) {
        boolean stale = false;
        for (var line : lines) {
            if (line.fields().isTouched(form)) stale |= line.fields().isStale(form, line);
        }
        return stale;
    }

    /** Those that are filled in; how many. What is wrong stands beside its field, and then nothing is kept. */
    int record(List<CheckLine> lines, Form form, Worker by) {
        var answers = new LinkedHashMap<CheckLine, CheckAnswer>();
        for (var line : lines) {
            if (line.fields().isTouched(form)) answers.put(line, line.fields().read(form, caseDeeds.today()));
        }
        answers.forEach((line, answer) -> caseDeeds.attempt(form, line.fields().result(), () -> line.check()
                .record(answer.result(), answer.answeredBy(), answer.dataOn(), answer.note(), by, compartment, clock)));
        return answers.size();
    }
}
