package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Extensions that somebody else proposed, for whoever may approve them. */
@ApplicationScoped
class ExtensionsToDecide implements WorkSource {

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force != null || !user.may(Permission.MAKE_POLICY)) return Waiting.NOTHING;
        var me = user.actorIn(null).ref();
        var theirs = Extension.waiting().stream()
                .filter(e -> !e.proposedByRef.equals(me))
                .toList();
        return new Waiting(theirs.stream().limit(most).map(e -> row(e, today)).toList(), theirs.size());
    }

    private static Work row(Extension extension, LocalDate today) {
        return Work.yours(
                extension.decideBy(),
                today,
                "Extension proposed: " + extension.scope(),
                Extensions.PATH + "/" + extension.ref,
                "Until " + Formats.inWords(extension.lastDay) + " under " + extension.authority + ". Proposed by "
                        + extension.proposedBy + ".",
                "Approve it or decline it");
    }
}
