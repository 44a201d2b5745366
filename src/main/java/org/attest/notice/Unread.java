package org.attest.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.attest.security.CurrentUser;

/** How many notices the person signed in has not read, for the top of every page: one count, asked for at most once a page. */
@Named("unread")
@RequestScoped
public class Unread {

    @Inject
    CurrentUser user;

    private Long count;

    /** Zero on the few pages that are made on a thread that may not wait for the database, such as the help. */
    public long getCount() {
        if (count == null) {
            count = user.isSignedIn() && BlockingOperationControl.isBlockingAllowed()
                    ? QuarkusTransaction.requiringNew()
                            .call(() -> Notice.countUnread(user.accountId(), user.forceIds()))
                    : 0L;
        }
        return count;
    }
}
