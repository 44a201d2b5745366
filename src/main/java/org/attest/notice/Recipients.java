package org.attest.notice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.security.Role;
import org.attest.security.RoleGrant;

/** Who can be told in a force: the holders of its roles, and the people whose accounts are asked for. Two statements. */
final class Recipients {

    private final Map<Role, List<Account>> holders = new EnumMap<>(Role.class);
    private final Map<Long, Account> people;

    private Recipients(Map<Long, Account> people) {
        this.people = people;
    }

    static Recipients in(Force force, List<Due> dues) {
        var ids = dues.stream()
                .filter(due -> due.own() != null && due.own().account() != null)
                .map(due -> due.own().account())
                .distinct()
                .toList();
        var people = ids.isEmpty()
                ? Map.<Long, Account>of()
                : Account.<Account>list("id in ?1 and enabled = true", ids).stream()
                        .collect(Collectors.toMap(a -> a.id, a -> a));
        var recipients = new Recipients(people);
        var forceRoles = java.util.Arrays.stream(Role.values())
                .filter(role -> !role.isNational())
                .toList();
        for (var grant : RoleGrant.heldIn(force, forceRoles)) {
            var of = recipients.holders.computeIfAbsent(grant.role, r -> new ArrayList<>());
            if (!of.contains(grant.account)) of.add(grant.account);
        }
        return recipients;
    }

    List<Account> holding(Role role) {
        return holders.getOrDefault(role, List.of());
    }

    /** The person it is about, where they are to be reminded and can be. */
    Account person(Due due) {
        return due.own() == null || due.own().account() == null
                ? null
                : people.get(due.own().account());
    }

    /** What is written to the person instead, who has no account; null where nothing is. */
    static Due.Email email(Due due) {
        return due.own() == null || due.own().account() != null
                ? null
                : due.own().email();
    }

    boolean reachPerson(Due due) {
        return person(due) != null || email(due) != null;
    }

    /** Those who do it. */
    Set<Account> owners(Due due) {
        var owners = new LinkedHashSet<Account>();
        for (var role : due.owners()) owners.addAll(holding(role));
        return owners;
    }

    /**
     * Those who do it, but for the person; where nobody does, and it is no secret who should, the coordinators. So too for
     * what the person does who cannot be reached.
     */
    Set<Account> ownersOrCoordinators(Due due) {
        var owners = owners(due);
        if (due.isThePersons() && reachPerson(due)) return owners;
        if (owners.isEmpty() && !due.secretOwners()) owners.addAll(holding(Role.COORDINATOR));
        return owners;
    }
}
