package org.attest.recruitment;

import java.util.Collection;
import java.util.Optional;
import org.attest.volunteer.RefusalReason;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Wording;

/** What an act on many would do, or did, to one of them, in words. */
record ErrandWords(Wording wording) {

    private String words(Stage stage) {
        return wording.stage(stage.name()).toLowerCase();
    }

    /** What would happen to the person; who is put in a cohort is counted into its line by asking. */
    String would(Volunteer person, Errand errand, RulesForMany rules) {
        return switch (errand.deed()) {
            case NEXT -> "Would move from " + words(person.stage) + " to " + words(RulesForMany.next(person));
            case COHORT -> {
                var name = rules.cohorts.get(errand.code()).name;
                long position = rules.line(errand).next();
                yield position == 0
                        ? "Would have a place in " + name
                        : "Would be number " + position + " on the waiting list of " + name + ": no place is free";
            }
            case PAUSE -> "Would be paused in the stage " + words(person.stage) + reasonOf(errand);
            case GO_ON -> "Would go on in the stage " + words(person.stage);
            case LEAVE -> "Would leave from the stage " + words(person.stage) + reasonOf(errand);
            case REFUSE -> "Would be refused" + reasonOf(errand);
        };
    }

    /** What happened to the person. */
    String did(Volunteer person, Stage from, Errand errand, BulkLine line, RulesForMany rules) {
        return switch (errand.deed()) {
            case NEXT -> "Moved to " + words(person.stage) + " from " + words(from);
            case COHORT -> {
                var name = rules.cohorts.get(errand.code()).name;
                yield line.waitBegun == null
                        ? "Has a place in " + name
                        : "Number " + rules.line(errand).waiting() + " on the waiting list of " + name;
            }
            case PAUSE -> "Paused in the stage " + words(from) + reasonOf(errand);
            case GO_ON -> "Goes on in the stage " + words(from);
            case LEAVE -> "Left from the stage " + words(from) + reasonOf(errand);
            case REFUSE -> "Refused" + reasonOf(errand);
        };
    }

    private String reasonOf(Errand errand) {
        if (errand.code().isEmpty()) return "";
        return ": "
                + switch (errand.deed()) {
                    case PAUSE -> wording.pauseReason(errand.code());
                    case LEAVE -> wording.leavingReason(errand.code());
                    case REFUSE ->
                        RefusalReason.of(errand.code())
                                .map(RefusalReason::words)
                                .orElse("");
                    default -> "";
                };
    }

    /** What is done, in words for the list of acts. */
    static String titleOf(Collection<Errand> errands, RulesForMany rules) {
        var deeds = errands.stream().map(Errand::typed).distinct().toList();
        if (deeds.size() > 1) return "Each their own result";
        var errand = errands.iterator().next();
        return switch (errand.deed()) {
            case NEXT -> "Move to the next stage";
            case COHORT ->
                "Put in cohort "
                        + Optional.ofNullable(rules.cohorts.get(errand.code()))
                                .map(c -> c.name)
                                .orElse("");
            case PAUSE -> "Pause the application";
            case GO_ON -> "Let the application go on";
            case LEAVE -> "Record as left";
            case REFUSE -> "Refuse the application";
        };
    }
}
