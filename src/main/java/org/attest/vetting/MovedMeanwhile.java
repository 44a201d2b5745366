package org.attest.vetting;

import java.time.Instant;
import org.attest.web.Form;

/**
 * That a case was moved since a form about it was made: how it stood then, how it stands now, and who moved it. Of two
 * officers at once, and of a form sent twice, the second meets this and nothing of theirs is done.
 *
 * @param seen how the case stood when the form was made; null where the form does not say
 */
record MovedMeanwhile(String seen, String now, String by, Instant at) {

    /** Field of the form that says on what it was made. */
    static final String FIELD = "stamp";

    /** How far the case has come: its state, and how often it was moved. */
    static String stamp(VettingCase vettingCase) {
        return vettingCase.state.name() + "-" + CaseStep.count("vettingCase", vettingCase);
    }

    /** Null while the case stands where it stood when the form was made. */
    static MovedMeanwhile since(Form form, VettingCase vettingCase) {
        var typed = form.typed(FIELD);
        if (typed.equals(stamp(vettingCase))) return null;
        var last = CaseStep.newest(vettingCase);
        return new MovedMeanwhile(words(typed), last.to.words(), last.recordedBy, last.recordedAt);
    }

    private static String words(String stamp) {
        for (var state : CaseState.values()) {
            if (stamp.startsWith(state.name() + "-")) return state.words();
        }
        return null;
    }
}
