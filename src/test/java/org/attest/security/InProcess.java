package org.attest.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Arrays;
import java.util.List;
import org.attest.force.Force;

/** Somebody signed in during the rest of this test method, without a page and without an account. */
public final class InProcess {

    private InProcess() {}

    /** Whoever holds the role in these forces; call it first, because who is asking is read once. */
    public static void signIn(Role role, Force... forces) {
        List<CurrentUser.Held> held = Arrays.stream(forces)
                .map(f -> new CurrentUser.Held(role, f.id, f.slug, f.name))
                .toList();
        var who = new SignedIn(1L, 1L, "in-process", "Somebody in this process", "somebody@people.example", held);
        CDI.current()
                .select(CurrentIdentityAssociation.class)
                .get()
                .setIdentity(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(who.ref()))
                        .addAttribute(SignedIn.ATTRIBUTE, who)
                        .build());
    }
}
