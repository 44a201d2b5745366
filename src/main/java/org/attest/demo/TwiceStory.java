package org.attest.demo;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/** People who stand in a force twice, so that there is something to merge and to tell apart, and one who is in two forces. */
final class TwiceStory {

    private TwiceStory() {}

    /** Somebody who came again, somebody who applied twice with a slip in the name, and two of whom only the name is known. */
    static void tell(Batch batch) {
        var applicants = somebody(batch, p -> p.stage == Stage.APPLIED || p.stage == Stage.INTERVIEW);
        var enquirers = somebody(batch, p -> p.stage == Stage.ENQUIRY);
        var leavers = somebody(batch, p -> p.stage == Stage.LEFT);
        if (applicants.hasNext() && leavers.hasNext()) {
            var again = applicants.next();
            copy(leavers.next(), again);
        }
        if (applicants.hasNext() && enquirers.hasNext()) {
            var applied = applicants.next();
            var asked = enquirers.next();
            copy(applied, asked);
            asked.fullName = slipped(applied.fullName);
        }
        if (enquirers.hasNext() && applicants.hasNext()) {
            var nameless = enquirers.next();
            nameless.fullName = applicants.next().fullName;
            nameless.knownAs = null;
            nameless.birthDate = null;
        }
    }

    /** Somebody who will apply in another force too. */
    static Volunteer traveller(Batch batch) {
        return batch.people.stream()
                .filter(p -> p.accountId == null && p.birthDate != null && p.stage == Stage.TRAINING)
                .findFirst()
                .orElse(null);
    }

    /** The record of the person in the second force: of an applicant there, under the account they have. */
    static Optional<Volunteer> inASecondForce(Volunteer traveller, Batch batch) {
        var there = somebody(batch, p -> p.stage == Stage.VETTING);
        if (!there.hasNext()) return Optional.empty();
        var applicant = there.next();
        copy(traveller, applicant);
        applicant.accountId = traveller.accountId;
        return Optional.of(applicant);
    }

    private static Iterator<Volunteer> somebody(Batch batch, Predicate<Volunteer> fits) {
        List<Volunteer> found = batch.people.stream()
                .filter(p -> p.accountId == null && p.birthDate != null && p.cohort == null)
                .filter(fits)
                .toList();
        return found.iterator();
    }

    private static void copy(Volunteer from, Volunteer to) {
        to.fullName = from.fullName;
        to.knownAs = from.knownAs;
        to.birthDate = from.birthDate;
        to.phone = from.phone;
    }

    /** Two letters the wrong way round, as hands do it. */
    private static String slipped(String name) {
        int at = name.length() - 3;
        if (at < 1 || !Character.isLetter(name.charAt(at)) || !Character.isLetter(name.charAt(at + 1))) return name;
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }
}
