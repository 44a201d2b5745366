package org.attest.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Everything that waits for one person themselves, gathered from whoever asks something of them. */
@ApplicationScoped
public class OwnTasks {

    @Inject
    @Any
    Instance<OwnTaskSource> asking;

    /** Soonest due first, what has no day last. */
    public List<OwnTask> of(Volunteer person, LocalDate today) {
        return asking.stream()
                .flatMap(source -> source.tasks(person, today).stream())
                .sorted(Comparator.comparing(OwnTask::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
