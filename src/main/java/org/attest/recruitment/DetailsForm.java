package org.attest.recruitment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Details;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** The fields that say who a person is, for adding and for changing them. */
public final class DetailsForm {

    private DetailsForm() {}

    /** What was typed, cleaned; days that are none are refused in the form. */
    static Details read(Form form) {
        var birth = form.day("birthDate", "Birth date");
        return new Details(
                form.typed("fullName"),
                form.typed("knownAs"),
                birth,
                form.typed("email"),
                form.typed("phone"),
                form.typed("emergencyName"),
                form.typed("emergencyPhone"),
                form.typed("adjustments"),
                form.choice(
                        "appointmentType", AppointmentType.class, "Choose in which capacity the person is to serve"),
                form.typed("forceNumber"));
    }

    /** Puts what is wrong beside the fields, which are named alike. */
    public static void refuse(Form form, List<Details.Fault> faults) {
        for (var fault : faults) {
            form.refuse(
                    fault.field(),
                    fault.rule().isEmpty() ? fault.sentence() : fault.sentence() + " (" + fault.rule() + ")");
        }
    }

    /** A form that shows what is stored. */
    static Form showing(Details details, Cohort cohort, int version) {
        Map<String, Object> values = new HashMap<>(details.fields());
        values.remove("birthDate");
        values.put("cohort", cohort == null ? "" : cohort.ref);
        values.put("version", version);
        return Form.showing(values).withDay("birthDate", details.birthDate());
    }

    static List<Option> types(Wording wording) {
        return Option.of(AppointmentType.class, type -> wording.appointmentType(type.name()));
    }

    static List<Option> cohorts(Force force) {
        return Cohort.of(force).stream().map(c -> new Option(c.ref, c.name)).toList();
    }

    /** The cohort chosen; null for none, and with a refusal when the force has no such cohort. */
    static Cohort cohort(Form form, Force force) {
        var ref = form.text("cohort");
        if (ref == null) return null;
        var cohort = Cohort.byRef(ref).filter(c -> c.force.id.equals(force.id));
        if (cohort.isEmpty()) form.refuse("cohort", "Choose a cohort of the list");
        return cohort.orElse(null);
    }
}
