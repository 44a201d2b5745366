package org.attest.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attest.readiness.AnswerChange;
import org.attest.readiness.SeenHold;
import org.attest.recruitment.application.ApplicationHistory;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.BroughtIn;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.MergedRecord;
import org.attest.volunteer.Paper;
import org.attest.volunteer.Pause;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.StagePeriod;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.Waiver;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.TimelineEntry;
import org.attest.web.Wording;

/** Everything that happened to a record, newest first, in the words this viewer may read. */
final class RecordHistory {

    private final Wording wording;
    private final List<TimelineEntry> entries = new ArrayList<>();

    private RecordHistory(Wording wording) {
        this.wording = wording;
    }

    static List<TimelineEntry> of(Volunteer person, List<SeenHold> holds, LocalDate today, Wording wording) {
        var history = new RecordHistory(wording);
        history.files(BroughtIn.of(person));
        history.stages(StageChange.periods(person, today));
        history.undone(StageChange.of(person));
        history.refusals(Refusal.of(person));
        history.pauses(Pause.of(person));
        history.waivers(Waiver.of(person));
        history.appointments(Appointment.of(person));
        history.attestations(Attestation.of(person));
        history.equipment(Equipment.of(person));
        history.eligibility(Eligibility.of(person));
        history.papers(Paper.of(person));
        history.holds(holds, today);
        history.merged(MergedRecord.of(person));
        history.entries.addAll(ApplicationHistory.of(person, wording));
        AnswerChange.of(person).forEach(change -> history.entries.add(change.inHistory()));
        history.entries.sort(Comparator.comparing(TimelineEntry::when).reversed());
        return List.copyOf(history.entries);
    }

    private void files(List<BroughtIn> rows) {
        for (var row : rows) {
            entries.add(new TimelineEntry(
                    row.isNew ? "Brought in from a file" : "Changed by a file",
                    row.broughtBy,
                    row.broughtAt,
                    row.fileName + ", row " + row.rowNo + ", as the force attested it."));
        }
    }

    private void stages(List<StagePeriod> periods) {
        for (int i = 0; i < periods.size(); i++) {
            var period = periods.get(i);
            var began = period.began();
            var what =
                    switch (period.stage()) {
                        case LEFT -> "Left";
                        case SERVICE -> i == 0 ? "Entered in service" : "Moved into service";
                        default -> (i == 0 ? "Entered at " : "Moved to ") + words(period.stage());
                    };
            var why = new ArrayList<String>();
            why.add("On " + Formats.inWords(period.firstDay()) + ".");
            if (i > 0) {
                var before = periods.get(i - 1);
                why.add("After " + Formats.of(before.days(), "day", "days")
                        + (before.pausedDays() > 0
                                ? " and " + Formats.of(before.pausedDays(), "paused day", "paused days")
                                : "")
                        + (before.stage() == Stage.SERVICE
                                ? " in service."
                                : " in the stage " + words(before.stage()) + "."));
            }
            if (began.reopeningReason != null) why.add(wording.reopeningReason(began.reopeningReason.name()) + ".");
            if (began.reason != null && !began.reason.isBlank()) why.add(began.reason);
            entries.add(new TimelineEntry(what, began.recordedBy, began.recordedAt, String.join(" ", why)));
        }
    }

    /** Moves that were taken back, and the taking back. */
    private void undone(List<StageChange> changes) {
        for (var change : changes) {
            if (change.undoes == null) continue;
            entries.add(new TimelineEntry(
                    "Moved to " + words(change.undoes.to) + ", and taken back",
                    change.undoes.recordedBy,
                    change.undoes.recordedAt,
                    null));
            entries.add(new TimelineEntry(
                    "Stands at " + words(change.to) + " again", change.recordedBy, change.recordedAt, change.reason));
        }
    }

    private void refusals(List<Refusal> refusals) {
        for (var refusal : refusals) {
            entries.add(new TimelineEntry(
                    "Application refused",
                    refusal.recordedBy,
                    refusal.recordedAt,
                    refusal.words() + ". Can be questioned until " + Formats.inWords(refusal.appealUntil)
                            + ", can apply again from " + Formats.inWords(refusal.reapplyFrom) + "."));
        }
    }

    private void pauses(List<Pause> pauses) {
        for (var pause : pauses) {
            entries.add(new TimelineEntry(
                    "Application paused",
                    pause.recordedBy,
                    pause.recordedAt,
                    wording.pauseReason(pause.reason.name()) + ". From " + Formats.inWords(pause.startsOn)
                            + ", to be looked at by " + Formats.inWords(pause.reviewOn) + "."
                            + (pause.note == null ? "" : " " + pause.note)));
            if (pause.lastDay != null) {
                entries.add(new TimelineEntry(
                        "Application goes on",
                        pause.endedBy,
                        morning(pause.lastDay.plusDays(1)),
                        pause.lastDay.isBefore(pause.startsOn)
                                ? "No day was paused in the end."
                                : "Last paused day " + Formats.inWords(pause.lastDay) + "."));
            }
        }
    }

    /** That there were papers and what became of them; what they say and why one was returned stays with the coordinator. */
    private void papers(List<Paper> papers) {
        for (var paper : papers) {
            var what = wording.paperToForce(paper.purpose.name()) + ".";
            entries.add(new TimelineEntry("Paper sent", paper.sentBy, paper.sentAt, what));
            if (paper.decidedAt != null) {
                entries.add(new TimelineEntry(
                        "Paper " + wording.paperDecision(paper.decision.name()).toLowerCase(),
                        paper.decidedBy,
                        paper.decidedAt,
                        what));
            }
        }
    }

    private void waivers(List<Waiver> waivers) {
        for (var waiver : waivers) {
            entries.add(new TimelineEntry(
                    "Waiver asked for",
                    waiver.askedBy,
                    waiver.askedAt,
                    waiver.criterion + ", until " + Formats.inWords(waiver.lastDay) + "."));
            if (waiver.decidedAt != null) {
                entries.add(new TimelineEntry(
                        waiver.granted ? "Waiver granted" : "Waiver declined",
                        waiver.decidedBy,
                        waiver.decidedAt,
                        waiver.criterion + (waiver.granted ? ", last valid day " + Formats.inWords(waiver.lastDay) : "")
                                + "."));
            }
            if (waiver.revokedAt != null) {
                entries.add(new TimelineEntry(
                        "Waiver revoked",
                        waiver.revokedBy,
                        waiver.revokedAt,
                        waiver.criterion + ", from " + Formats.inWords(waiver.revokedFrom) + " on."));
            }
        }
    }

    private void merged(List<MergedRecord> records) {
        for (var gone : records) {
            entries.add(new TimelineEntry(
                    "Record merged in: " + gone.fullName + ", " + Formats.grouped(gone.ref),
                    gone.recordedBy,
                    gone.recordedAt,
                    "How it is known: " + gone.how));
            for (var move : gone.aside) {
                entries.add(new TimelineEntry(
                        "In the record merged in: " + words(move.to()),
                        move.recordedBy(),
                        move.recordedAt(),
                        "On " + Formats.inWords(move.onDay()) + "."
                                + (move.reason() == null ? "" : " " + move.reason())));
            }
        }
    }

    private String words(Stage stage) {
        return wording.stage(stage.name()).toLowerCase();
    }

    private void appointments(List<Appointment> appointments) {
        for (var appointment : appointments) {
            entries.add(new TimelineEntry(
                    "Appointed as "
                            + wording.appointmentType(appointment.type.name()).toLowerCase(),
                    appointment.recordedBy,
                    appointment.recordedAt,
                    "From " + Formats.inWords(appointment.appointedOn)
                            + (appointment.isWithdrawn()
                                    ? ", withdrawn before it began."
                                    : appointment.endedOn == null
                                            ? "."
                                            : ", last day " + Formats.inWords(appointment.endedOn) + ".")));
            if (appointment.isWithdrawn()) {
                entries.add(new TimelineEntry(
                        "Appointment withdrawn",
                        appointment.withdrawnBy,
                        appointment.withdrawnAt,
                        "It would have begun on " + Formats.inWords(appointment.appointedOn) + "."));
            }
        }
    }

    private void attestations(List<Attestation> attestations) {
        for (var attestation : attestations) {
            entries.add(new TimelineEntry(
                    "Attested",
                    attestation.recordedBy,
                    attestation.recordedAt,
                    "On " + Formats.inWords(attestation.attestedOn) + ", before " + attestation.magistrate + ", "
                            + attestation.place + "."));
        }
    }

    private void equipment(List<Equipment> things) {
        for (var thing : things) {
            var kind = wording.equipmentKind(thing.kind.name());
            var serial = thing.serial == null ? "" : " " + thing.serial;
            entries.add(new TimelineEntry(
                    kind + " issued",
                    thing.recordedBy,
                    thing.recordedAt,
                    "From " + Formats.inWords(thing.issuedOn) + "."
                            + (serial.isEmpty() ? "" : " Number" + serial + ".")));
            if (thing.returnedOn != null) {
                entries.add(new TimelineEntry(
                        kind + " returned",
                        thing.returnedBy == null ? "an authorised person" : thing.returnedBy,
                        morning(thing.returnedOn),
                        serial.isEmpty() ? null : "Number" + serial + "."));
            }
        }
    }

    private void eligibility(List<Eligibility> findings) {
        for (int i = 0; i < findings.size(); i++) {
            entries.add(new TimelineEntry(
                    i == 0 ? "Eligibility recorded" : "Eligibility recorded anew",
                    findings.get(i).recordedBy,
                    findings.get(i).recordedAt,
                    i == 0 ? null : "The finding before stays in the record."));
        }
    }

    private void holds(List<SeenHold> holds, LocalDate today) {
        for (var hold : holds) {
            var why = "From " + Formats.inWords(hold.since()) + ". Reviewed by " + Formats.inWords(hold.reviewedBy())
                    + "." + (hold.note() == null ? "" : " " + hold.note());
            entries.add(new TimelineEntry(hold.words(), hold.recordedBy(), hold.recordedAt(), why));
            if (hold.lastDay() != null && hold.lastDay().isBefore(today)) {
                entries.add(new TimelineEntry(
                        "Available again",
                        "an authorised person",
                        morning(hold.lastDay().plusDays(1)),
                        "Last day off duty " + Formats.inWords(hold.lastDay()) + "."));
            }
        }
    }

    /** A day without a time of its own stands at its beginning. */
    private static Instant morning(LocalDate day) {
        return day.atStartOfDay(ClockOfAttest.LONDON).toInstant();
    }
}
