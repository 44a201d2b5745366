package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.force.Reference;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.StageTargets;
import org.attest.web.Wording;

/** The list of people as a table to take away: the same rows as the page, all of them, and no personal detail beyond it. */
@ApplicationScoped
class ListTable {

    static final List<String> HEADINGS = List.of(
            "Reference",
            "Name",
            "Force number",
            "Capacity",
            "Stage",
            "Stage since",
            "Cohort",
            "Answer today",
            "Why",
            "Next change");

    @Inject
    CurrentUser currentUser;

    @Inject
    PeopleList people;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Inject
    StageTargets targets;

    @Inject
    Event<Deed> deeds;

    /** @param name of the file, without its ending */
    record Taken(String name, List<List<Object>> rows) {}

    /** The rows of the list that is asked for. That somebody took them away is a deed. */
    Taken take(String slug, MultivaluedMap<String, String> asked) {
        var force = currentUser.force(slug, Permission.SEE_PEOPLE);
        var today = LocalDate.now(clock);
        var filter = PeopleFilter.of(
                        force,
                        asked.getFirst("q"),
                        asked.getFirst("stage"),
                        asked.getFirst("cohort"),
                        asked.getFirst("ready"),
                        asked.getFirst("order"))
                .only(asked.getFirst("only"), targets, today);
        if (filter.fault() != null) throw new NotFoundException();
        var rows = people.all(filter).stream().map(this::cells).toList();
        deeds.fire(new ListDownloaded(currentUser.actorIn(force), force, filter.query(), rows.size()));
        return new Taken(force.slug + "-volunteers-" + today, rows);
    }

    private List<Object> cells(PersonRow row) {
        return Arrays.asList(
                Reference.grouped(row.ref()),
                row.name(),
                row.forceNumber(),
                wording.appointmentType(row.type().name()),
                wording.stage(row.stage().name()),
                row.stageSince(),
                row.cohort(),
                answer(row),
                row.isInService() ? row.whyTold() : null,
                row.isInService() ? row.nextChangeOn() : null);
    }

    private String answer(PersonRow row) {
        if (row.isGone()) return "Left";
        return row.isInService() ? wording.answer(row.told().name()) : "Not yet in service";
    }
}
