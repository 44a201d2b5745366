package org.attest.recruitment.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attest.volunteer.CohortMessage;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.LetterToPerson;
import org.attest.volunteer.PersonalMessage;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.Volunteer;

/** Everything that a force and one person wrote to each other, newest first, in a fixed number of statements. */
final class Correspondence {

    private Correspondence() {}

    /**
     * One of it.
     *
     * @param who wrote it
     * @param fromPerson the person did
     * @param title what it is; null for a message, which is its own
     * @param words of a message; null for what stands elsewhere
     * @param link where the rest stands; null where there is no more
     * @param state what became of it, or how it reached the person; null where nothing is to be said
     */
    record Line(Instant when, String who, boolean fromPerson, String title, String words, String link, String state) {}

    /** As the person reads it. */
    static List<Line> forThePerson(Volunteer person) {
        var lines = new ArrayList<Line>();
        for (var message : PersonalMessage.of(person)) {
            lines.add(line(
                    message,
                    !message.fromPerson
                            ? null
                            : message.isWaiting() ? "Waits for an answer" : "Read by " + message.settledBy));
        }
        for (var message : CohortMessage.seenBy(person)) {
            lines.add(elsewhere(
                    message.sentAt, message.sentBy, "Message to the cohort " + message.cohort.name, "/me/cohorts"));
        }
        for (var request : InformationRequest.of(person)) {
            lines.add(elsewhere(
                    request.askedAt,
                    request.askedBy,
                    "You were asked for what is missing",
                    "/me/requests/" + request.ref));
        }
        for (var letter : LetterToPerson.of(person)) {
            if (!letter.handedOver) continue;
            lines.add(new Line(
                    letter.madeAt,
                    letter.madeBy,
                    false,
                    letter.template.words(),
                    null,
                    null,
                    "On paper, by post or by hand"));
        }
        Refusal.newest(person)
                .ifPresent(refusal -> lines.add(elsewhere(
                        refusal.recordedAt, person.force.name, "The decision on your application", "/me/refusal")));
        return sorted(lines);
    }

    /** As the coordinator reads it. */
    static List<Line> forTheForce(Volunteer person) {
        var record = "/volunteers/" + person.ref;
        var lines = new ArrayList<Line>();
        for (var message : PersonalMessage.of(person)) lines.add(line(message, state(message)));
        for (var message : CohortMessage.seenBy(person)) {
            lines.add(elsewhere(
                    message.sentAt,
                    message.sentBy,
                    "Message to the cohort " + message.cohort.name,
                    "/cohorts/" + message.cohort.ref + "/messages/" + message.ref));
        }
        for (var request : InformationRequest.of(person)) {
            lines.add(elsewhere(
                    request.askedAt,
                    request.askedBy,
                    "Asked for what is missing",
                    record + "/requests/" + request.ref));
        }
        for (var letter : LetterToPerson.of(person)) {
            lines.add(new Line(
                    letter.madeAt,
                    letter.madeBy,
                    false,
                    letter.template.words(),
                    null,
                    record + "/letters",
                    letter.handedOver ? "Handed over or posted" : "Made as PDF; not said to be handed over"));
        }
        for (var refusal : Refusal.of(person)) {
            lines.add(elsewhere(
                    refusal.recordedAt, refusal.recordedBy, "Application refused", record + "/refusal/letter"));
        }
        return sorted(lines);
    }

    private static String state(PersonalMessage message) {
        if (message.isWaiting()) return "Waits for an answer";
        if (message.fromPerson) return "Settled by " + message.settledBy;
        return switch (message.way) {
            case ACCOUNT -> null;
            case EMAIL -> "They have no account: the e-mail told them to call";
            case NONE -> "They have no account and no address: call them";
        };
    }

    private static Line line(PersonalMessage message, String state) {
        return new Line(message.sentAt, message.sentBy, message.fromPerson, null, message.words, null, state);
    }

    private static Line elsewhere(Instant when, String who, String title, String link) {
        return new Line(when, who, false, title, null, link, null);
    }

    private static List<Line> sorted(List<Line> lines) {
        lines.sort(Comparator.comparing(Line::when).reversed());
        return List.copyOf(lines);
    }
}
