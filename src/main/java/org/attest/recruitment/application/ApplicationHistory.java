package org.attest.recruitment.application;

import java.util.ArrayList;
import java.util.List;
import org.attest.volunteer.Volunteer;
import org.attest.web.TimelineEntry;
import org.attest.web.Wording;

/** What applying leaves in the history of a record: that something happened, never what was written or said. */
public final class ApplicationHistory {

    private ApplicationHistory() {}

    /** In no order. */
    public static List<TimelineEntry> of(Volunteer person, Wording wording) {
        var entries = new ArrayList<TimelineEntry>();
        for (var application : Application.<Application>list("volunteer", person)) {
            entries.add(new TimelineEntry("Application begun", application.begunBy, application.begunAt, null));
            if (application.isSent()) {
                entries.add(new TimelineEntry(
                        "Application sent",
                        person.fullName,
                        application.sentAt,
                        "Declared true in their own account."));
            }
        }
        var referees = Referee.of(person);
        for (var request : ReferenceRequest.ofAll(referees)) {
            entries.add(new TimelineEntry("Reference asked for", request.askedBy, request.askedAt, null));
        }
        referees.stream()
                .filter(Referee::isAnswered)
                .map(r -> new TimelineEntry(
                        "Reference received", r.takenBy == null ? "a referee" : r.takenBy, r.repliedAt, null))
                .forEach(entries::add);
        for (var skill : DigitalSkill.of(person)) {
            if (skill.verifiedAt == null) continue;
            entries.add(new TimelineEntry(
                    "Digital skill verified",
                    skill.verifiedBy,
                    skill.verifiedAt,
                    skill.detail + ": "
                            + wording.skillLevel(skill.verifiedLevel.name()).toLowerCase() + "."));
        }
        return entries;
    }
}
