package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attest.web.Demonstration;

/** The accounts of the demonstration, for the sign-in page; those of one force stand for the others. */
@ApplicationScoped
class DemoTable {

    /** One account: who it is, in which role. */
    record Row(String role, String name, String email) {}

    /** Accounts that belong together. */
    record Group(String caption, List<Row> rows) {}

    private static final Map<String, String> IN_A_FORCE = roles(
            "coordinator", "Coordinator",
            "vetting", "Vetting officer",
            "vetting-manager", "Vetting manager",
            "appeals", "Appeal panel chair",
            "assessor", "Assessor",
            "tutor", "Tutor",
            "supervisor", "Supervisor",
            "welfare", "Welfare officer",
            "clinician", "Occupational health",
            "inspector", "Inspector",
            "dpo", "Data protection lead",
            "lead", "Chief officer’s reader",
            "volunteer", "Volunteer, deployable today",
            "blocked", "Volunteer, not deployable",
            "trainee", "Trainee",
            "applicant", "Applicant");

    private static final Map<String, String> NATIONAL = roles(
            "lead", "National lead",
            "policy", "Policy: drafts and publishes",
            "policy2", "Policy: second person",
            "author", "Module author",
            "auditor", "Auditor: the trail",
            "admin", "Administrator");

    @Inject
    Demonstration demonstration;

    /** Empty unless this is a demonstration whose data are loaded. */
    List<Group> groups() {
        if (!demonstration.isOn()) return List.of();
        return QuarkusTransaction.requiringNew().call(() -> {
            var groups = new ArrayList<Group>();
            addTo(groups, "Kent Police", IN_A_FORCE, "@kent.example");
            addTo(groups, "National", NATIONAL, "@national.example");
            return groups;
        });
    }

    private static void addTo(List<Group> groups, String caption, Map<String, String> roles, String domain) {
        var emails = roles.keySet().stream().map(local -> local + domain).toList();
        var byEmail = Account.<Account>list("email in ?1", emails).stream()
                .collect(Collectors.toMap(a -> a.email, Function.identity()));
        var rows = new ArrayList<Row>();
        roles.forEach((local, words) -> {
            var account = byEmail.get(local + domain);
            if (account != null) rows.add(new Row(words, account.name, account.email));
        });
        if (!rows.isEmpty()) groups.add(new Group(caption, rows));
    }

    private static Map<String, String> roles(String... pairs) {
        var roles = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) roles.put(pairs[i], pairs[i + 1]);
        return roles;
    }
}
