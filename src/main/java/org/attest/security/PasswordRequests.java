package org.attest.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.web.ClockOfAttest;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** People who cannot sign in, as work for the administrator. */
@ApplicationScoped
class PasswordRequests implements WorkSource {

    @Inject
    CurrentUser currentUser;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force != null || !currentUser.may(Permission.MANAGE_ACCOUNTS)) return Waiting.NOTHING;
        var rows = PasswordRequest.ofAccounts(most).stream()
                .map(asking -> {
                    var day = asking.request()
                            .askedAt
                            .atZone(ClockOfAttest.LONDON)
                            .toLocalDate();
                    return Work.yours(
                            day,
                            today,
                            asking.account().name + " cannot sign in",
                            "/accounts/" + asking.account().ref,
                            "Somebody who knows the address " + asking.account().email + " asked for a new password.",
                            "Make sure who asks, then make a link");
                })
                .toList();
        return new Waiting(rows, PasswordRequest.countOfAccounts());
    }
}
