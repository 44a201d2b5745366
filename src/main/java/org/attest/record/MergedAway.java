package org.attest.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.MergedRecord;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Who opens a record that was merged into another is led to that one, if they may see it; to everybody else it is missing
 * like any other. Asked only of what was not found.
 */
@Singleton
class MergedAway {

    private static final Pattern RECORD = Pattern.compile("/?volunteers/([^/]+)(/profile|/history|/readiness)?(/.*)?");

    @Inject
    CurrentUser user;

    @ServerResponseFilter
    public void leadOn(ContainerRequestContext asked, ContainerResponseContext response) {
        if (response.getStatus() != 404 || !BlockingOperationControl.isBlockingAllowed()) return;
        var record = RECORD.matcher(asked.getUriInfo().getPath());
        if (!record.matches() || !user.may(Permission.SEE_PEOPLE)) return;
        survivor(record.group(1)).ifPresent(ref -> {
            var part = record.group(2) == null ? "" : record.group(2);
            response.setStatus(303);
            response.setEntity(null);
            response.getHeaders().putSingle("Location", URI.create("/volunteers/" + ref + part));
        });
    }

    private Optional<String> survivor(String typed) {
        return QuarkusTransaction.requiringNew().call(() -> MergedRecord.byRef(typed)
                .filter(gone -> user.may(Permission.SEE_PEOPLE, gone.force))
                .map(gone -> gone.volunteer.ref));
    }
}
