package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets tests of other packages take the reminders of a day in a force, as the clock does for all. */
@ApplicationScoped
public class RemindersOfTheDay {

    @Inject
    Reminders reminders;

    public int take(String slug) {
        return reminders.run(slug);
    }
}
