package org.attest.recruitment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.security.Role;
import org.attest.security.RoleGrant;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortPlan;
import org.attest.web.Form;
import org.attest.web.Option;

/** The fields of a cohort's plan. */
final class CohortForm {

    private static final int NO_NUMBER = -1;

    /** The choice of somebody who was named without an account. */
    private static final String AS_NAMED = "as-named";

    private static final List<Role> LEADS =
            List.of(Role.COORDINATOR, Role.TUTOR, Role.SUPERVISOR, Role.ASSESSOR, Role.INSPECTOR);

    private CohortForm() {}

    /** @param before the plan so far; null for a new cohort */
    static CohortPlan read(Form form, Force force, CohortPlan before) {
        var starts = form.requiredDay("startsOn", "First day");
        var ends = form.day("endsOn", "Last day");
        var plan = new CohortPlan(
                form.typed("name"),
                starts,
                ends,
                number(form, "capacity", "Enter the number of places as a number"),
                number(form, "targetDeployable", "Enter the target as a number"),
                null,
                null,
                form.ticked("takesApplicants", "yes"));
        plan = withLead(plan, form, force, before);
        DetailsForm.refuse(form, plan.faults());
        return plan;
    }

    static Form showing(Cohort cohort) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", cohort.name);
        values.put("capacity", cohort.capacity);
        values.put("targetDeployable", cohort.targetDeployable);
        values.put("lead", cohort.leadId != null ? cohort.leadId : cohort.leadName != null ? AS_NAMED : "");
        values.put("takesApplicants", cohort.takesApplicants ? "yes" : null);
        values.put("version", cohort.version);
        return Form.showing(values).withDay("startsOn", cohort.startsOn).withDay("endsOn", cohort.endsOn);
    }

    /** Who of the force may lead a cohort: whoever holds a role there that works with its people. */
    static List<Option> leads(Force force, CohortPlan before) {
        var options = new ArrayList<Option>();
        if (before != null && before.leadId() == null && before.leadName() != null) {
            options.add(new Option(AS_NAMED, before.leadName() + ", without an account"));
        }
        var words = new LinkedHashMap<Long, String>();
        RoleGrant.heldIn(force, LEADS)
                .forEach(g -> words.merge(
                        g.account.id, g.account.name + ", " + g.role.words(), (a, b) -> a + ", " + g.role.words()));
        words.forEach((id, text) -> options.add(new Option(id.toString(), text)));
        return options;
    }

    private static CohortPlan withLead(CohortPlan plan, Form form, Force force, CohortPlan before) {
        var chosen = form.typed("lead");
        if (chosen.isEmpty()) return plan;
        if (chosen.equals(AS_NAMED) && before != null) return plan.ledBy(before.leadName(), before.leadId());
        var lead = RoleGrant.heldIn(force, LEADS).stream()
                .map(g -> g.account)
                .filter(a -> a.id.toString().equals(chosen))
                .findFirst();
        if (lead.isEmpty()) form.refuse("lead", "Choose somebody of the list");
        return lead.map(a -> plan.ledBy(a.name, a.id)).orElse(plan);
    }

    private static int number(Form form, String field, String whatToEnter) {
        var text = form.text(field);
        if (text != null && text.matches("\\d{1,6}")) return Integer.parseInt(text);
        form.refuse(field, whatToEnter);
        return NO_NUMBER;
    }
}
