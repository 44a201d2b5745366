package org.attest.training;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.CriterionSource;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * Stages A and B, which a special constable has passed before the attestation (training rule 8); of the modules left to a force
 * those that it has switched on. Four statements for however many people of a force; nobody can waive it.
 */
@ApplicationScoped
public class BeforeAttestation implements CriterionSource {

    private static final String RULE = "training rule 8";
    private static final String TRUTH = "Stages A and B of training passed and in date";

    /** Refuses the attestation of a special constable while a module of stages A and B is not passed and in date on the day. */
    public void mayBeAttested(Volunteer person, LocalDate day) {
        if (person.appointmentType != AppointmentType.SPECIAL_CONSTABLE) return;
        var lacking = lacking(List.of(person), day).get(person);
        if (lacking.isEmpty()) return;
        throw new Refused(
                person.called() + " is not trained for the attestation. On " + Formats.inWords(day) + ", "
                        + notPassed(lacking),
                RULE);
    }

    @Override
    public Map<Volunteer, List<Criterion>> criteria(Collection<Volunteer> people, Stage target, LocalDate day) {
        var criteria = new HashMap<Volunteer, List<Criterion>>();
        if (target != Stage.ATTESTATION) return criteria;
        var specials = people.stream()
                .filter(p -> p.appointmentType == AppointmentType.SPECIAL_CONSTABLE)
                .toList();
        if (specials.isEmpty()) return criteria;
        lacking(specials, day)
                .forEach((person, lacking) ->
                        criteria.put(person, List.of(criterion(lacking).byLaw())));
        return criteria;
    }

    private static Criterion criterion(List<String> lacking) {
        return lacking.isEmpty()
                ? Criterion.met(TRUTH, "Every module of both is", RULE)
                : Criterion.unmet(TRUTH, notPassed(lacking), RULE);
    }

    /** {@code DSC-103 and DSC-104 are not passed and in date}. */
    private static String notPassed(List<String> lacking) {
        return Formats.inWords(lacking) + (lacking.size() == 1 ? " is" : " are") + " not passed and in date";
    }

    /** Codes of the modules of both stages that are not passed and in date on the day, for people of one force. */
    private static Map<Volunteer, List<String>> lacking(Collection<Volunteer> people, LocalDate day) {
        var switchedOn = ModuleChoice.switchedOn(people.iterator().next().force);
        var newest = new LinkedHashMap<String, ModuleDocument>();
        for (var version : ModuleVersion.all()) newest.put(version.module.code, version.document());
        var asked = newest.values().stream()
                .filter(m -> m.stage() == TrainingStage.A || m.stage() == TrainingStage.B)
                .filter(m -> !m.isRetired() && (!m.isLeftToForces() || switchedOn.contains(m.code())))
                .map(ModuleDocument::code)
                .toList();
        var passed = Qualification.of(people).stream()
                .filter(q -> q.isValidOn(day))
                .collect(groupingBy(q -> q.volunteer.id));
        var lacking = new HashMap<Volunteer, List<String>>();
        for (var person : people) {
            var valid = passed.getOrDefault(person.id, List.of()).stream()
                    .map(Qualification::moduleCode)
                    .toList();
            lacking.put(
                    person, asked.stream().filter(code -> !valid.contains(code)).toList());
        }
        return lacking;
    }
}
