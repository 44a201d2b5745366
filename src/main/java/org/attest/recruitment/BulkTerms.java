package org.attest.recruitment;

import java.time.LocalDate;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.PauseReason;
import org.attest.volunteer.RefusalReason;
import org.attest.web.Form;

/**
 * What an act on many says for all of them together.
 *
 * @param note kept with the history of each
 * @param code the reason, for lines that name none of their own
 * @param reviewOn by when pauses are looked at again; null where nothing is paused
 */
record BulkTerms(String note, String code, LocalDate reviewOn) {

    /** For a preview: what is not said yet stands in nobody's way. */
    static BulkTerms open(LocalDate today) {
        return new BulkTerms(null, "", today.plusDays(Pauses.USUAL_REVIEW_DAYS));
    }

    /** As typed with the preview. Refuses what the deeds at hand need and is not there. */
    static BulkTerms read(Form form, Iterable<Errand> errands) {
        var note = form.optional("reason", 500);
        LocalDate review = null;
        for (var errand : errands) {
            if (errand.deed() == BulkDeed.PAUSE && review == null && form.fault("reviewOn") == null) {
                review = form.requiredDay("reviewOn", "Review day");
            }
            if (errand.code().isEmpty() && !isReason(errand.deed(), form.typed("code"))) {
                form.refuse("code", "Choose the reason");
            }
        }
        return new BulkTerms(note, form.typed("code"), review);
    }

    /** The reason for a line. */
    String codeOf(Errand errand) {
        return errand.code().isEmpty() ? code : errand.code();
    }

    private static boolean isReason(BulkDeed deed, String code) {
        return switch (deed) {
            case NEXT, COHORT, GO_ON -> true;
            case PAUSE -> isOne(PauseReason.values(), code);
            case LEAVE -> isOne(LeavingReason.values(), code);
            case REFUSE -> RefusalReason.of(code).isPresent();
        };
    }

    private static boolean isOne(Enum<?>[] constants, String code) {
        for (var constant : constants) if (constant.name().equals(code)) return true;
        return false;
    }
}
