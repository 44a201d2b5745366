package org.attest.readiness;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.force.Force;
import org.attest.policy.Owner;
import org.attest.readiness.Finding.Behind;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;

/**
 * Who looks at an answer: it decides which causes are told, which moves are theirs and how they are addressed. Nothing
 * else about the viewer matters, so two viewers who may know the same see the same.
 *
 * @param self whether it is the person the answer is about
 * @param permissions what the viewer may do in the person's force
 */
public record Viewer(boolean self, Set<String> permissions) {

    private static final Set<String> THAT_MATTER = Set.of(
            Permission.MANAGE_PEOPLE,
            Permission.HOLD_FOR_CONDUCT,
            Permission.DECIDE_LEAVE,
            Permission.SEE_WELFARE_CAUSE);

    public Viewer {
        permissions = Set.copyOf(permissions);
    }

    /** Whoever is signed in, looking at this person. */
    public static Viewer of(CurrentUser user, Volunteer volunteer) {
        var held =
                THAT_MATTER.stream().filter(p -> user.may(p, volunteer.force)).collect(Collectors.toSet());
        return new Viewer(user.accountId() != null && user.accountId().equals(volunteer.accountId), held);
    }

    /** Somebody who may see the person and nothing beyond. */
    public static Viewer plain() {
        return new Viewer(false, Set.of());
    }

    /** Whose moves are this viewer's in the force, whoever it is about. */
    public static Set<Owner> ownersIn(CurrentUser user, Force force) {
        var held = THAT_MATTER.stream().filter(p -> user.may(p, force)).collect(Collectors.toSet());
        var viewer = new Viewer(false, held);
        return Stream.of(Owner.values()).filter(viewer::owns).collect(Collectors.toUnmodifiableSet());
    }

    boolean mayKnow(Behind behind) {
        return self || permissions.contains(behind.permission());
    }

    /** Whether a move of this owner is the viewer's. */
    boolean owns(Owner owner) {
        return switch (owner) {
            case VOLUNTEER -> self;
            case COORDINATOR -> !self && permissions.contains(Permission.MANAGE_PEOPLE);
            case VETTING_UNIT -> !self && permissions.contains(Permission.RUN_VETTING);
            case INSPECTOR -> !self && permissions.contains(Permission.DECIDE_LEAVE);
            case NOBODY -> false;
        };
    }

    /** Whether the viewer reviews a hold with this cause. */
    boolean reviews(Behind behind) {
        return !self
                && permissions.contains(behind.permission())
                && !behind.permission().equals(Permission.SEE_WELFARE_CAUSE);
    }
}
