package org.attest.volunteer;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.security.Role;
import org.attest.security.RoleGrant;

/** Whom to turn to in a force without an account: asked for once in each transaction, however many people are told. */
@TransactionScoped
class Contacts implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int MOST = 2;

    private final Map<Long, String> known = new HashMap<>();

    @Inject
    @Any
    transient Instance<ContactSource> sources;

    /** As the force says it on its public page; else its coordinators; else in general words. */
    String in(Force force) {
        return known.computeIfAbsent(force.id, id -> find(force));
    }

    private String find(Force force) {
        return sources.stream()
                .map(source -> source.contact(force))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> coordinators(force));
    }

    private static String coordinators(Force force) {
        var named = RoleGrant.heldIn(force, List.of(Role.COORDINATOR)).stream()
                .map(grant -> grant.account.name + ", " + grant.account.email)
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining("; "));
        return named.isEmpty() ? "the recruitment team of " + force.name : named;
    }
}
