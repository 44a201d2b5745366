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
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Refused;

/**
 * Who may assess in a force, by the references of their accounts. The final board takes nobody who is a tutor or a
 * supervisor there (training rule 6): who tutors and supervises whom is not known yet.
 *
 * @param inLine those who are tutors or supervisors besides
 */
record Assessors(Map<String, Account> all, Set<String> inLine) {

    private static final String FINAL_BOARD = "DSC-308";

    /** Of the force now; one statement. */
    static Assessors in(Force force) {
        var all = new LinkedHashMap<String, Account>();
        var inLine = new HashSet<String>();
        for (var grant : RoleGrant.heldIn(force, List.of(Role.ASSESSOR, Role.TUTOR, Role.SUPERVISOR))) {
            if (grant.role == Role.ASSESSOR) all.put(grant.account.ref, grant.account);
            else inLine.add(grant.account.ref);
        }
        return new Assessors(all, inLine);
    }

    /** The one chosen in a form; null for nobody, and with a refusal for who is none. */
    Account chosen(Form form, String field) {
        var ref = form.text(field);
        if (ref == null) return null;
        var account = all.get(ref);
        if (account == null) form.refuse(field, "Choose somebody of the list");
        return account;
    }

    /** Refuses a tutor or supervisor on the final board (training rule 6). */
    void refuseUnlessIndependent(ModuleDocument module, Account assessor) {
        if (assessor != null && module.code().equals(FINAL_BOARD) && inLine.contains(assessor.ref)) {
            throw new Refused(
                    "Whoever is a tutor or a supervisor is no assessor of the final board", "training rule 6");
        }
    }

    List<Option> options() {
        var options = new ArrayList<Option>();
        all.forEach((ref, account) -> options.add(new Option(ref, account.name)));
        return options;
    }
}
