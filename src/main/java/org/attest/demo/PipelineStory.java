package org.attest.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.Pause;
import org.attest.volunteer.PauseReason;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSetting;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.Waiver;
import org.attest.web.ClockOfAttest;

/**
 * What happens around a pipeline: applications that rest or rested, waivers asked for and granted, and targets that a force
 * set its own way. Told about people who are there already, from a source of chance of its own.
 */
final class PipelineStory {

    private static final String ABODE = "Resident for the 3 years before the application";

    private final Force force;
    private final Staff staff;
    private final Batch batch;
    private final LocalDate today;
    private final Random random;

    final List<Pause> pauses = new ArrayList<>();
    final List<Waiver> waivers = new ArrayList<>();
    final List<StageSetting> settings = new ArrayList<>();

    PipelineStory(Force force, Staff staff, Batch batch, Instant now) {
        this.force = force;
        this.staff = staff;
        this.batch = batch;
        this.today = LocalDate.ofInstant(now, ClockOfAttest.LONDON);
        this.random = new Random(force.slug.hashCode() * 31L + 7);
    }

    /** Before the people are stored: a pause that lasts stands with the person. */
    void tell() {
        var open = batch.people.stream()
                .filter(p -> p.stage.isPipeline() && p.stage != Stage.ENQUIRY)
                .filter(p -> p.stageSince.isBefore(today.minusDays(12)))
                .toList();
        for (var person : open) {
            int chance = random.nextInt(100);
            if (chance < 6) rests(person);
            else if (chance < 12) rested(person);
        }
        if (!Staff.hasAccountsIn(force.slug)) return;
        var waiting = open.stream()
                .filter(p -> p.stage == Stage.INTERVIEW && p.pausedSince == null)
                .limit(3)
                .toList();
        for (int i = 0; i < waiting.size(); i++) waiver(waiting.get(i), i);
        setting(Stage.INTERVIEW, 21, "About three weeks, evenings and Saturdays");
        setting(Stage.VETTING, 56, "About eight weeks; longer if you have lived abroad");
    }

    /** What has no rows of its own behind it, to be stored after the people. */
    List<List<?>> facts() {
        return List.of(pauses, waivers, settings);
    }

    private void rests(Volunteer person) {
        var from = today.minusDays(1 + random.nextInt(9));
        var pause = pause(person, from);
        pause.reviewOn = from.plusDays(14 + random.nextInt(20));
        person.pausedSince = from;
    }

    private void rested(Volunteer person) {
        var from = person.stageSince.plusDays(1 + random.nextInt(3));
        var pause = pause(person, from);
        pause.reviewOn = from.plusDays(7);
        pause.lastDay = from.plusDays(2 + random.nextInt(5));
        pause.endedBy = staff.name(Role.COORDINATOR);
        person.clockFrom = person.stageSince.plusDays(pause.lastDay.toEpochDay() - from.toEpochDay() + 1);
    }

    private Pause pause(Volunteer person, LocalDate from) {
        var pause = new Pause();
        pause.force = force;
        pause.volunteer = person;
        pause.reason = PauseReason.values()[random.nextInt(PauseReason.values().length - 1)];
        pause.startsOn = from;
        pause.recordedAt = morning(from);
        pause.recordedBy = staff.name(Role.COORDINATOR);
        pauses.add(pause);
        return pause;
    }

    private void waiver(Volunteer person, int which) {
        var waiver = new Waiver();
        waiver.force = force;
        waiver.ref = Reference.from(new Random((person.ref + "waiver").hashCode()));
        waiver.volunteer = person;
        waiver.stage = Stage.VETTING;
        waiver.criterion = ABODE;
        waiver.rule = "vetting rule 12";
        waiver.stood = "Resident for two years and ten months";
        waiver.reason = "Two months short, and lived here as a child; the address history was checked.";
        waiver.lastDay = today.plusDays(which == 1 ? 9 : 60);
        waiver.askedAt = morning(today.minusDays(6L - which));
        waiver.askedBy = staff.name(Role.COORDINATOR);
        waiver.askedByRef = "demonstration";
        if (which > 0) {
            waiver.decidedAt = morning(today.minusDays(2));
            waiver.decidedBy = staff.name(Role.INSPECTOR);
            waiver.granted = which == 1;
            waiver.answer = which == 1 ? null : "Ask again when the full three years are there.";
        }
        waivers.add(waiver);
    }

    private void setting(Stage stage, int days, String usual) {
        var setting = new StageSetting();
        setting.force = force;
        setting.stage = stage;
        setting.targetDays = days;
        setting.usualTime = usual;
        setting.recordedAt = morning(today.minusMonths(4));
        setting.recordedBy = staff.name(Role.COORDINATOR);
        settings.add(setting);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(8, 40).atZone(ClockOfAttest.LONDON).toInstant();
    }
}
