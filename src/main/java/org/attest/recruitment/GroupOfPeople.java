package org.attest.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.force.Force;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/**
 * People of a force who are written to or invited together: everybody of a stage before service, or of a cohort. A form
 * names the group in its field {@code group}.
 */
public final class GroupOfPeople {

    private static final String STAGE = "stage-";
    private static final String COHORT = "cohort-";

    private GroupOfPeople() {}

    /** The groups to choose from. */
    public static List<Option> of(Force force, LocalDate today, Wording wording) {
        var groups = new ArrayList<Option>();
        for (var stage : Stage.values()) {
            if (stage.isPipeline()) {
                groups.add(new Option(STAGE + stage.name(), "Everybody in the stage " + wording.stage(stage.name())));
            }
        }
        Cohort.lasting(force, today)
                .forEach(c -> groups.add(new Option(COHORT + c.ref, "Everybody in the cohort " + c.name)));
        return groups;
    }

    /**
     * The people of the group that the form names, without whoever acts: nobody invites themselves. Refuses another group, an
     * empty one and more than so many people; then there is nobody.
     *
     * @param own account of whoever acts
     */
    public static List<Volunteer> chosen(Force force, Form form, Long own, int most) {
        var people = named(force, form.typed("group"), most);
        if (people == null) {
            form.refuse("group", "Choose a stage or a cohort of the list");
            return List.of();
        }
        var others = people.stream()
                .filter(p -> p.accountId == null || !p.accountId.equals(own))
                .toList();
        if (others.isEmpty()) form.refuse("group", "Nobody is there");
        if (others.size() > most) {
            form.refuse("group", "These are more than " + most + " people: choose a cohort instead");
            return List.of();
        }
        return others;
    }

    private static List<Volunteer> named(Force force, String group, int most) {
        if (group.startsWith(COHORT)) {
            return Cohort.byRef(group.substring(COHORT.length()))
                    .filter(c -> c.force.id.equals(force.id))
                    .map(Volunteer::in)
                    .orElse(null);
        }
        for (var stage : Stage.values()) {
            if (stage.isPipeline() && group.equals(STAGE + stage.name())) {
                // one more tells that there are too many, whoever acts among them or not
                return Volunteer.in(force, stage, most + 2);
            }
        }
        return null;
    }
}
