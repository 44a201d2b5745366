package org.attest.recruitment;

import java.util.HashMap;
import java.util.Map;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortPlan;
import org.attest.web.Form;

/** The fields of a cohort's plan. */
final class CohortForm {

    private static final int NO_NUMBER = -1;

    private CohortForm() {}

    static CohortPlan read(Form form) {
        var starts = form.requiredDay("startsOn", "First day");
        var ends = form.day("endsOn", "Last day");
        var plan = new CohortPlan(
                form.typed("name"),
                starts,
                ends,
                number(form, "capacity", "Enter the number of places as a number"),
                number(form, "targetDeployable", "Enter the target as a number"),
                form.typed("leadName"));
        DetailsForm.refuse(form, plan.faults());
        return plan;
    }

    static Form showing(Cohort cohort) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", cohort.name);
        values.put("capacity", cohort.capacity);
        values.put("targetDeployable", cohort.targetDeployable);
        values.put("leadName", cohort.leadName);
        values.put("version", cohort.version);
        return Form.showing(values).withDay("startsOn", cohort.startsOn).withDay("endsOn", cohort.endsOn);
    }

    private static int number(Form form, String field, String whatToEnter) {
        var text = form.text(field);
        if (text != null && text.matches("\\d{1,6}")) return Integer.parseInt(text);
        form.refuse(field, whatToEnter);
        return NO_NUMBER;
    }
}
