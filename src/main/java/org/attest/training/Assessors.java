package org.attest.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.security.Role;
import org.attest.security.RoleGrant;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Refused;

/**
 * Who may assess in a force, by the references of their accounts. The final board takes nobody who is a tutor or a
 * supervisor there, and nobody who ever signed a tutored shift of the learner (training rule 6): who supervises whom is not
 * known yet.
 *
 * @param inLine those who are tutors or supervisors besides
 * @param tutored ids of the learners whom each has tutored; nobody is no entry
 */
record Assessors(Map<String, Account> all, Set<String> inLine, Map<String, Set<Long>> tutored) {

    static final String FINAL_BOARD = "DSC-308";

    /** Of the force now; two statements. */
    static Assessors in(Force force) {
        var all = new LinkedHashMap<String, Account>();
        var inLine = new HashSet<String>();
        for (var grant : RoleGrant.heldIn(force, List.of(Role.ASSESSOR, Role.TUTOR, Role.SUPERVISOR))) {
            if (grant.role == Role.ASSESSOR) all.put(grant.account.ref, grant.account);
            else inLine.add(grant.account.ref);
        }
        return new Assessors(all, inLine, TutoredShift.tutoredBy(force, all.keySet()));
    }

    /** The one chosen in a form; null for nobody, and with a refusal for who is none. */
    Account chosen(Form form, String field) {
        var ref = form.text(field);
        if (ref == null) return null;
        var account = all.get(ref);
        if (account == null) form.refuse(field, "Choose somebody of the list");
        return account;
    }

    /** The one of this name or address. Refuses what is nobody’s, or a name of several (training rule 6). */
    Account named(String typed) {
        var found = all.values().stream()
                .filter(a -> a.email.equalsIgnoreCase(typed) || a.name.equalsIgnoreCase(typed))
                .toList();
        if (found.size() == 1) return found.get(0);
        throw new Refused(
                found.isEmpty()
                        ? "nobody of this name or address assesses in the force"
                        : "several who assess in the force have this name: write the email address",
                "training rule 6");
    }

    /** Refuses a tutor or supervisor on the final board (training rule 6). */
    void refuseInLine(ModuleDocument module, Account assessor) {
        if (assessor != null && module.code().equals(FINAL_BOARD) && inLine.contains(assessor.ref)) {
            throw new Refused(
                    "Whoever is a tutor or a supervisor is no assessor of the final board", "training rule 6");
        }
    }

    /** {@link #refuseInLine}, and whoever tutored the learner before (training rule 6). */
    void refuseUnlessIndependent(ModuleDocument module, Account assessor, Volunteer learner) {
        refuseInLine(module, assessor);
        if (assessor == null || !module.code().equals(FINAL_BOARD)) return;
        if (tutored.getOrDefault(assessor.ref, Set.of()).contains(learner.id)) {
            throw new Refused(
                    assessor.name + " tutored " + learner.called() + ", and is no assessor of their final board",
                    "training rule 6");
        }
    }

    List<Option> options() {
        var options = new ArrayList<Option>();
        all.forEach((ref, account) -> options.add(new Option(ref, account.name)));
        return options;
    }
}
