package org.attest.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.attest.audit.TrailEntry;
import org.attest.web.Formats;

/** Where the values of a record came from: the form or file it began with, and who changed a field last. */
@ApplicationScoped
public class Origins {

    private static final String CHANGED = "details changed";

    @Inject
    @Any
    Instance<OriginSource> sources;

    /**
     * Origins in words.
     *
     * @param began how the record began
     * @param changed for the fields of {@link Details} that were changed afterwards, by whom and when
     */
    public record Origin(String began, Map<String, String> changed) {

        /** Where the value of the field came from. */
        public String of(String field) {
            return changed.getOrDefault(field, began);
        }
    }

    /** For one person, in a fixed number of statements. */
    public Origin of(Volunteer person) {
        var first = StageChange.of(person).get(0);
        var way = sources.stream()
                .flatMap(source -> source.origin(person).stream())
                .findFirst();
        var began = way.map(w -> "Brought in " + w + ", ").orElse("Entered ") + "by " + first.recordedBy + " on "
                + Formats.inWords(first.recordedAt);
        var changed = new HashMap<String, String>();
        // newest first: the first that names a field changed it last
        for (var entry : TrailEntry.about(person.ref, CHANGED, Instant.EPOCH)) {
            var words = "Changed by " + entry.actor().name() + " on " + Formats.inWords(entry.enteredAt());
            entry.fieldNames().forEach(field -> changed.putIfAbsent(field, words));
        }
        return new Origin(began, changed);
    }
}
