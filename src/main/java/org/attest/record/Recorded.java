package org.attest.record;

import java.util.List;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.FormerName;
import org.attest.volunteer.Lookalikes;
import org.attest.volunteer.MergedRecord;
import org.attest.volunteer.ToldApart;
import org.attest.volunteer.Volunteer;

/**
 * Whether the person is recorded elsewhere in the force too.
 *
 * @param alike records that may be the same person's; empty for whoever may not merge them
 * @param apart people they were told apart from; empty likewise
 * @param merged records that were merged into this one
 * @param manages whether the viewer manages the record, and it is not their own
 */
record Recorded(
        List<Lookalikes.Like> alike,
        List<Apart> apart,
        List<MergedRecord> merged,
        List<FormerName> formerNames,
        boolean manages) {

    /** Another person, and who told the two apart. */
    record Apart(Volunteer other, ToldApart said) {}

    static Recorded of(Volunteer person, CurrentUser user) {
        boolean manages = user.may(Permission.MANAGE_PEOPLE, person.force)
                && (person.accountId == null || !person.accountId.equals(user.accountId()));
        return new Recorded(
                manages ? Lookalikes.of(person) : List.of(),
                manages
                        ? ToldApart.of(person).stream()
                                .map(said -> new Apart(said.beside(person), said))
                                .toList()
                        : List.of(),
                MergedRecord.of(person),
                user.may(Permission.SEE_PERSONAL_DETAILS, person.force) ? FormerName.of(person) : List.of(),
                manages);
    }
}
