package org.attest.vetting;

import java.util.List;
import org.attest.volunteer.AppointmentType;

/** Which vetting a post needs (vetting section 1.1). */
final class Posts {

    private Posts() {}

    /** The levels somebody can be invited for in this capacity, the usual one first: NPPV never for a special constable (vetting rule 3). */
    static List<ClearanceLevel> levels(AppointmentType type) {
        return type == AppointmentType.SPECIAL_CONSTABLE
                ? List.of(ClearanceLevel.RECRUITMENT, ClearanceLevel.MANAGEMENT)
                : List.of(
                        ClearanceLevel.NPPV_3,
                        ClearanceLevel.NPPV_2_FULL,
                        ClearanceLevel.NPPV_2_ABBREVIATED,
                        ClearanceLevel.NPPV_1);
    }
}
