package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/**
 * Who is of a case's team, and in which capacity: the one door to the vetting compartment. A case that is not theirs is a
 * 404, equal to a missing one. Nobody works on their own case, whoever recruits in the force holds no vetting role in it
 * (vetting rule 27) nor in a case they once invited
 * a new applicant to, and who is close to a person is of no case of theirs.
 */
@ApplicationScoped
public class CaseTeam {

    @Inject
    CurrentUser user;

    @Inject
    Event<Deed> deeds;

    /** The capacities that follow from what somebody may do, whether it is their own case, and whether they are close. */
    static Set<Hand> hands(boolean recruits, boolean runs, boolean decides, boolean hears, boolean own, boolean close) {
        if (own) return Set.of(Hand.APPLICANT);
        var hands = EnumSet.noneOf(Hand.class);
        if (recruits) {
            hands.add(Hand.COORDINATOR);
            return hands;
        }
        if (close) return hands;
        if (runs) hands.add(Hand.OFFICER);
        if (decides) hands.add(Hand.MANAGER);
        if (hears) hands.add(Hand.CHAIR);
        return hands;
    }

    /** Whoever is signed in, as they may act on cases of this person. */
    Worker workerOn(Volunteer person) {
        var force = person.force;
        var actor = user.actorIn(force);
        boolean own = person.accountId != null && person.accountId.equals(user.accountId());
        return new Worker(
                actor,
                hands(
                        user.may(Permission.MANAGE_PEOPLE, force),
                        user.may(Permission.RUN_VETTING, force),
                        user.may(Permission.DECIDE_VETTING, force),
                        user.may(Permission.HEAR_APPEALS, force),
                        own,
                        Conflict.lasts(person, actor.ref())));
    }

    /** Refuses whoever could not decide a case of this person to record or end a clearance of theirs without one. */
    public void refuseWhoCannotDecide(Volunteer person) {
        if (!workerOn(person).is(Hand.MANAGER)) {
            throw new Refused(
                    "Whoever recruits in the force, or is close to the person, decides nothing about their clearances",
                    "vetting rule 27");
        }
    }

    /** A case for its team, with who they are; to be changed, locked. */
    OpenCase toChange(String ref) {
        var found = open(ref);
        found.vettingCase().held();
        return found;
    }

    /** A case for its team whose part is shown now, which is an entry in the trail. */
    OpenCase shown(String ref, String part) {
        var found = open(ref);
        deeds.fire(new CaseRead(found.by().actor(), found.vettingCase(), part));
        return found;
    }

    private OpenCase open(String ref) {
        var vettingCase = VettingCase.byRef(ref).orElseThrow(NotFoundException::new);
        var by = workerOn(vettingCase.volunteer);
        if (!mayOpen(vettingCase, by)) throw new NotFoundException();
        return new OpenCase(vettingCase, by);
    }

    /** The unit opens every case of its force; the panel those that were appealed, unless its chair took a part. */
    static boolean mayOpen(VettingCase vettingCase, Worker by) {
        if (!Part.invitedTo(List.of(vettingCase), by.ref()).isEmpty()) return false;
        if (by.is(Hand.OFFICER) || by.is(Hand.MANAGER)) return true;
        if (!by.is(Hand.CHAIR) || Appeal.of(vettingCase).isEmpty()) return false;
        // a chair who granted the clearance has decided too, and goes on reading what they heard
        return Part.took(vettingCase, by.ref(), Part.Kind.HEARD) || !Part.tookAny(vettingCase, by.ref());
    }

    /** Of these cases, those that whoever is signed in is of the team of; three statements, whatever their number. */
    List<VettingCase> theirs(Force force, List<VettingCase> cases) {
        var actor = user.actorIn(force);
        if (user.may(Permission.MANAGE_PEOPLE, force)) return List.of();
        var close =
                Conflict.closeTo(cases.stream().map(c -> c.volunteer).distinct().toList(), actor.ref());
        var invited = Part.invitedTo(cases, actor.ref());
        return cases.stream()
                .filter(c -> !close.contains(c.volunteer.id) && !invited.contains(c.id))
                .filter(c -> c.volunteer.accountId == null || !c.volunteer.accountId.equals(user.accountId()))
                .toList();
    }

    /** Of these cases, those whose appeal whoever is signed in may hear: four statements, whatever their number. */
    List<VettingCase> toHear(Force force, List<VettingCase> cases) {
        var theirs = theirs(force, cases);
        var barring = Part.barring(theirs, user.actorIn(force).ref());
        return theirs.stream().filter(c -> !barring.contains(c.id)).toList();
    }

    /** The capacities of whoever is signed in, in cases that are neither their own nor of somebody they are close to. */
    Set<Hand> handsIn(Force force) {
        return hands(
                user.may(Permission.MANAGE_PEOPLE, force),
                user.may(Permission.RUN_VETTING, force),
                user.may(Permission.DECIDE_VETTING, force),
                user.may(Permission.HEAR_APPEALS, force),
                false,
                false);
    }

    /** A case, and who it opened to. */
    record OpenCase(VettingCase vettingCase, Worker by) {}
}
