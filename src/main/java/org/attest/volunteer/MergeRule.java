package org.attest.volunteer;

import java.util.Optional;
import org.attest.web.Refused;

/**
 * A room whose rows about a person need more than to follow when two records become one. Rows of every entity that points
 * to a {@link Volunteer} are re-pointed to the record that stays by {@link Merge}, without anybody doing anything; a room
 * implements this as a bean only where that would break a rule of its own: one row a person, a place taken twice.
 */
public interface MergeRule {

    /** Why the room would not have the two merged, with what would have to change; empty where it would. */
    default Optional<Refused> refusal(Volunteer kept, Volunteer gone) {
        return Optional.empty();
    }

    /** In the transaction of the merge, before the rows follow: the room settles what cannot stand twice. */
    void settle(Volunteer kept, Volunteer gone);
}
