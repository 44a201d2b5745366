package org.attest.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.recruitment.meeting.Booking;
import org.attest.recruitment.meeting.MeetingInvitation;
import org.attest.recruitment.meeting.MeetingKind;
import org.attest.recruitment.meeting.MeetingOutcome;
import org.attest.recruitment.meeting.RecordedOutcome;
import org.attest.recruitment.meeting.Slot;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.Information;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.RequestedItem;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/** A full cohort with its waiting list, interviews ahead and behind, somebody asked for what is missing, a change to decide. */
final class PlacesStory {

    private static final int PLACES = 3;
    private static final int WAITING = 4;
    private static final int TIMES_AHEAD = 6;

    private final Force force;
    private final String coordinator;
    private final Instant now;
    private final LocalDate today;
    private final Random random;
    private final List<CohortWait> waits = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<RecordedOutcome> outcomes = new ArrayList<>();
    private final List<MeetingInvitation> invitations = new ArrayList<>();
    private final List<InformationRequest> requests = new ArrayList<>();
    private final List<RequestedItem> items = new ArrayList<>();
    private final List<KeyChange> changes = new ArrayList<>();

    private PlacesStory(Force force, String coordinator, Instant now, Random random) {
        this.force = force;
        this.coordinator = coordinator;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ClockOfAttest.LONDON);
        this.random = random;
    }

    /** The cohort that everybody wants into, to be stored with its members before the rows that {@link #of} tells. */
    static Cohort nextIntake(Force force, Batch batch, String coordinator, LocalDate today, Random random) {
        var cohort = new Cohort();
        cohort.force = force;
        cohort.ref = Reference.from(random);
        cohort.name = "Next intake";
        cohort.startsOn = today.plusDays(45);
        cohort.capacity = PLACES;
        cohort.targetDeployable = PLACES;
        cohort.leadName = coordinator;
        cohort.takesApplicants = true;
        batch.cohorts.add(cohort);
        without(batch, v -> v.accountId == null).stream().limit(PLACES).forEach(v -> v.cohort = cohort);
        return cohort;
    }

    /** The rows of one force, to be stored in this order. */
    static List<List<?>> of(Force force, Batch batch, Cohort full, String coordinator, Instant now, Random random) {
        var story = new PlacesStory(force, coordinator, now, random);
        story.waiting(batch, full);
        story.interviews(batch);
        story.missing(batch);
        story.change(batch);
        return List.of(
                story.waits,
                story.slots,
                story.bookings,
                story.outcomes,
                story.invitations,
                story.requests,
                story.items,
                story.changes);
    }

    /** Applicants on the way who are in no cohort. */
    private static List<Volunteer> without(Batch batch, Predicate<Volunteer> which) {
        return batch.people.stream()
                .filter(v -> v.stage.isPipeline() && v.stage != Stage.ENQUIRY && v.cohort == null)
                .filter(which)
                .toList();
    }

    private void waiting(Batch batch, Cohort full) {
        var next = without(batch, v -> v.accountId == null);
        for (int i = 0; i < Math.min(WAITING, next.size()); i++) {
            var wait = new CohortWait();
            wait.force = force;
            wait.cohort = full;
            wait.volunteer = next.get(i);
            wait.joinedAt = now.minus(Duration.ofDays(12L - i));
            wait.joinedBy = coordinator;
            waits.add(wait);
        }
    }

    private void interviews(Batch batch) {
        var people = batch.people.stream()
                .filter(v -> v.stage == Stage.APPLIED || v.stage == Stage.INTERVIEW)
                .toList();
        // who signs in is invited and has a time to choose
        var others = people.stream().filter(v -> v.accountId == null).toList();
        int next = 0;
        for (int i = 0; i < TIMES_AHEAD; i++) {
            var slot = slot(MeetingKind.INTERVIEW, today.plusDays(4 + i % 3), LocalTime.of(9 + i, 30), 1);
            if (i < 2 && next < others.size()) book(slot, others.get(next++));
        }
        slot(MeetingKind.FITNESS_TEST, today.plusDays(9), LocalTime.of(18, 0), 12);
        var over = slot(MeetingKind.INTERVIEW, today.minusDays(4), LocalTime.of(17, 30), 3);
        for (int i = 0; i < 2 && next < others.size(); i++) {
            var booking = book(over, others.get(next++));
            if (i == 0) record(booking, MeetingOutcome.PASSED);
        }
        for (var person : people) {
            boolean booked = bookings.stream().anyMatch(b -> b.volunteer == person);
            if (booked || invitations.size() == 4 && person.accountId == null) continue;
            invite(person);
        }
    }

    private Slot slot(MeetingKind kind, LocalDate day, LocalTime at, int places) {
        var slot = new Slot();
        slot.force = force;
        slot.ref = Reference.from(random);
        slot.kind = kind;
        slot.startsAt = day.atTime(at).atZone(ClockOfAttest.LONDON).toInstant();
        slot.minutes = 45;
        slot.places = places;
        slot.place = "Headquarters, north entrance";
        slot.bring = "A passport or another document with your picture";
        slot.openedAt = now.minus(Duration.ofDays(20));
        slot.openedBy = coordinator;
        slots.add(slot);
        return slot;
    }

    private Booking book(Slot slot, Volunteer person) {
        var booking = new Booking();
        booking.force = force;
        booking.ref = Reference.from(random);
        booking.slot = slot;
        booking.volunteer = person;
        booking.bookedAt = now.minus(Duration.ofDays(10));
        booking.bookedBy = person.fullName;
        bookings.add(booking);
        return booking;
    }

    private void record(Booking booking, MeetingOutcome what) {
        booking.outcome = what;
        var row = new RecordedOutcome();
        row.force = force;
        row.booking = booking;
        row.outcome = what;
        row.recordedAt = now.minus(Duration.ofDays(3));
        row.recordedBy = coordinator;
        outcomes.add(row);
    }

    private void invite(Volunteer person) {
        var invitation = new MeetingInvitation();
        invitation.force = force;
        invitation.volunteer = person;
        invitation.kind = MeetingKind.INTERVIEW;
        invitation.bookBy = today.plusDays(5);
        invitation.invitedAt = now.minus(Duration.ofDays(2));
        invitation.invitedBy = coordinator;
        invitations.add(invitation);
    }

    /** The applicant who signs in is asked for two things, and has sent one. */
    private void missing(Batch batch) {
        batch.people.stream()
                .filter(v -> v.accountId != null && v.stage.isPipeline() && v.stage != Stage.ENQUIRY)
                .findFirst()
                .ifPresent(person -> {
                    var request = new InformationRequest();
                    request.force = force;
                    request.ref = Reference.from(random);
                    request.volunteer = person;
                    request.message = "Two things, and then we can go on.";
                    request.askedOn = today.minusDays(4);
                    request.askedAt = now.minus(Duration.ofDays(4));
                    request.askedBy = coordinator;
                    request.dueOn = today.plusDays(6);
                    requests.add(request);
                    item(request, 1, "On which evenings of the week you can be reached", "Tuesdays and Thursdays");
                    item(request, 2, "The name of your present employer, as it stands on the payslip", null);
                });
    }

    private void item(InformationRequest request, int place, String words, String answer) {
        var item = new RequestedItem();
        item.force = force;
        item.request = request;
        item.place = place;
        item.what = Information.OTHER;
        item.words = words;
        item.answer = answer;
        item.answeredAt = answer == null ? null : now.minus(Duration.ofDays(1));
        item.answeredBy = answer == null ? null : request.volunteer.fullName;
        items.add(item);
    }

    private void change(Batch batch) {
        batch.people.stream()
                .filter(v -> v.accountId != null && v.stage == Stage.SERVICE && v.email != null)
                .findFirst()
                .ifPresent(person -> {
                    var change = new KeyChange();
                    change.force = force;
                    change.ref = Reference.from(random);
                    change.volunteer = person;
                    change.field = KeyField.FULL_NAME;
                    change.stood = person.fullName;
                    change.wanted = person.fullName + "-Hartley";
                    change.why = "I have married.";
                    change.askedAt = now.minus(Duration.ofDays(2));
                    change.askedBy = person.fullName;
                    changes.add(change);
                });
    }
}
