package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.attest.notice.NoticeKind;
import org.attest.notice.Notices;
import org.attest.security.Permission;
import org.attest.security.Role;
import org.attest.security.RoleGrant;

/**
 * Tells the case team that a case waits for them: never whose, never why. Not to who could not open it, and not to who did
 * the act.
 */
@ApplicationScoped
class CaseNotices {

    /** Whoever recruits in the force is of no case team (vetting rule 27). */
    private static final List<Role> RECRUITING = Arrays.stream(Role.values())
            .filter(role -> role.allows(Permission.MANAGE_PEOPLE))
            .toList();

    @Inject
    Notices notices;

    void moved(@Observes CaseMoved moved) {
        var vettingCase = moved.vettingCase();
        var path = "/vetting-cases/" + vettingCase.ref;
        switch (moved.to()) {
            case APPEALED ->
                tell(
                        vettingCase,
                        moved.by().ref(),
                        Role.APPEALS_CHAIR,
                        "A vetting appeal waits for the panel",
                        path + "/appeal",
                        // whoever took a part cannot hear it (vetting rule 27)
                        Set.of(Part.Kind.values()));
            case ASSESSMENT -> {
                if (moved.from() == CaseState.APPEAL_UPHELD) {
                    tell(
                            vettingCase,
                            moved.by().ref(),
                            Role.VETTING_OFFICER,
                            "A vetting case came back from the panel",
                            path + "/assessment",
                            Set.of());
                }
            }
            case APPEAL_DISMISSED, APPEAL_UPHELD ->
                tell(
                        vettingCase,
                        moved.by().ref(),
                        Role.VETTING_MANAGER,
                        "The panel has decided a vetting appeal",
                        path + "/decision",
                        Set.of());
            default -> {
                // the work list shows it
            }
        }
    }

    /** A case that is assessed waits for the manager where an officer cannot grant it: an adverse one for somebody who did not work on it. */
    void assessed(@Observes CaseWorkedOn worked) {
        if (!worked.what().equals(Assessment.DEED)) return;
        var vettingCase = worked.vettingCase();
        boolean second = Findings.of(vettingCase).needsSecondPerson();
        var recommends = Assessment.current(vettingCase).orElseThrow().recommends;
        if (!second && recommends == Outcome.GRANTED) return;
        tell(
                vettingCase,
                worked.by().ref(),
                Role.VETTING_MANAGER,
                "A vetting case waits for your decision",
                "/vetting-cases/" + vettingCase.ref + "/decision",
                second ? Set.of(Part.Kind.RAN_CHECKS, Part.Kind.ASSESSED) : Set.of());
    }

    /** @param shutting parts after which somebody cannot do what waits */
    private void tell(
            VettingCase vettingCase, String byRef, Role role, String sentence, String path, Set<Part.Kind> shutting) {
        var person = vettingCase.volunteer;
        var shut = new HashSet<String>(Conflict.closeTo(person));
        shut.add(byRef);
        Part.of(vettingCase).stream().filter(p -> shutting.contains(p.part)).forEach(p -> shut.add(p.accountRef));
        RoleGrant.heldIn(vettingCase.force, RECRUITING).forEach(g -> shut.add(g.account.ref));
        for (var grant : RoleGrant.heldIn(vettingCase.force, List.of(role))) {
            var account = grant.account;
            if (shut.contains(account.ref) || account.id.equals(person.accountId)) continue;
            notices.tell(account, vettingCase.force, NoticeKind.TASK, sentence, path);
        }
    }
}
