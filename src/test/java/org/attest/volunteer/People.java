package org.attest.volunteer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.attest.TestClock;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.training.TestQualifications;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.ClearanceOrigin;
import org.attest.vetting.RestrictionCode;
import org.attest.web.ClockOfAttest;

/**
 * People for tests: {@code People.special().in("kent").named("Ngọc").inStage(Stage.SERVICE).attestedOn(day).saved()}.
 * Writes rows as they are, past the rules, in a transaction of its own, and fires {@link PersonEntered}, so that the trail
 * and the stored answer are there. From training on people are cleared as they need it. Unless said otherwise: an applicant of Kent, born on 5 May 1990, who applied on 2 March
 * 2026, with an address of their own.
 */
public final class People {

    /** Who all of it is recorded by. */
    public static final Actor SOMEBODY = new Actor("people", "Somebody", "coordinator");

    private static final LocalDate APPLIED = LocalDate.of(2026, 3, 2);

    /** Granted on 1 March 2026. */
    private static final LocalDate RV_UNTIL = LocalDate.of(2036, 2, 29);

    private static final LocalDate NPPV_UNTIL = LocalDate.of(2031, 2, 28);

    private final Volunteer person = new Volunteer();
    private final List<Consumer<Volunteer>> rows = new ArrayList<>();
    private String slug = "kent";
    private String cohort;
    private boolean announced = true;
    private boolean cleared;
    private boolean trained;

    private People(AppointmentType type) {
        person.ref = Reference.random();
        person.fullName = "Person " + person.ref;
        person.birthDate = LocalDate.of(1990, 5, 5);
        person.email = person.ref.toLowerCase() + "@people.example";
        person.appointmentType = type;
        person.stage = Stage.APPLIED;
        person.stageSince = APPLIED;
        person.appliedOn = APPLIED;
    }

    /** Somebody who is, or is to become, a special constable. */
    public static People special() {
        return new People(AppointmentType.SPECIAL_CONSTABLE);
    }

    public static People designated() {
        return new People(AppointmentType.DESIGNATED_VOLUNTEER);
    }

    public static People support() {
        return new People(AppointmentType.SUPPORT_VOLUNTEER);
    }

    /** A special constable in service with everything in order, trained for tier 1. */
    public static People deployable() {
        return special()
                .inStage(Stage.SERVICE)
                .eligible()
                .appointedOn(LocalDate.of(2026, 4, 1))
                .attestedOn(LocalDate.of(2026, 4, 8))
                .holding(EquipmentKind.values())
                .trained();
    }

    /** The force, by its slug. */
    public People in(String slug) {
        this.slug = slug;
        return this;
    }

    public People named(String name) {
        person.fullName = name;
        return this;
    }

    public People knownAs(String name) {
        person.knownAs = name;
        return this;
    }

    /** Null for a birth date that nobody knows. */
    public People born(LocalDate day) {
        person.birthDate = day;
        return this;
    }

    public People withEmail(String address) {
        person.email = Details.email(address);
        return this;
    }

    public People withPhone(String number) {
        person.phone = number;
        return this;
    }

    public People withForceNumber(String number) {
        person.forceNumber = number;
        return this;
    }

    public People withAdjustments(String text) {
        person.adjustments = text;
        return this;
    }

    public People withEmergencyContact(String name, String phone) {
        person.emergencyName = name;
        person.emergencyPhone = phone;
        return this;
    }

    public People appliedOn(LocalDate day) {
        person.appliedOn = day;
        return this;
    }

    /** In the stage for the last thirty days of the test clock. */
    public People inStage(Stage stage) {
        return inStage(stage, TestClock.TODAY.minusDays(30));
    }

    public People inStage(Stage stage, LocalDate since) {
        person.stage = stage;
        person.stageSince = since;
        if (stage == Stage.ENQUIRY) person.appliedOn = null;
        return this;
    }

    /** In a cohort of the force of this name, which is made with plenty of room if need be. */
    public People inCohort(String name) {
        cohort = name;
        return this;
    }

    public People withAccount(Long accountId) {
        person.accountId = accountId;
        return this;
    }

    /** A national who has lived here for good and whose occupation is no conflict. */
    public People eligible() {
        return eligible(new EligibilityAnswers(
                RightToRemain.UK_OR_EEA_NATIONAL,
                LocalDate.of(2010, 1, 1),
                false,
                false,
                "Librarian",
                OccupationFinding.NO_CONFLICT));
    }

    public People eligible(EligibilityAnswers answers) {
        return row(v -> {
            var found = new Eligibility();
            found.force = v.force;
            found.volunteer = v;
            found.rightToRemain = answers.rightToRemain();
            found.residentSince = answers.residentSince();
            found.longAbroad = answers.longAbroad();
            found.goodConductSeen = answers.goodConductSeen();
            found.occupation = answers.occupation();
            found.occupationFinding = answers.occupationFinding();
            found.recordedAt = START;
            found.recordedBy = SOMEBODY.name();
            found.persist();
        });
    }

    public People appointedOn(LocalDate day) {
        return appointed(day, null);
    }

    /** Appointed from a day to a last one. */
    public People appointed(LocalDate day, LocalDate lastDay) {
        return row(v -> {
            var appointment = new Appointment();
            appointment.force = v.force;
            appointment.volunteer = v;
            appointment.type = v.appointmentType;
            appointment.appointedOn = day;
            appointment.endedOn = lastDay;
            appointment.recordedAt = START;
            appointment.recordedBy = SOMEBODY.name();
            appointment.persist();
        });
    }

    public People attestedOn(LocalDate day) {
        return row(v -> {
            var attestation = new Attestation();
            attestation.force = v.force;
            attestation.volunteer = v;
            attestation.attestedOn = day;
            attestation.magistrate = "A magistrate";
            attestation.place = "Maidstone";
            attestation.recordedAt = START;
            attestation.recordedBy = SOMEBODY.name();
            attestation.persist();
        });
    }

    /** Paused from a day on, to be looked at a month later. */
    public People pausedFrom(LocalDate day) {
        return row(v -> {
            var pause = new Pause();
            pause.force = v.force;
            pause.volunteer = v;
            pause.reason = PauseReason.AWAY;
            pause.startsOn = day;
            pause.reviewOn = day.plusDays(30);
            pause.recordedAt = START;
            pause.recordedBy = SOMEBODY.name();
            pause.persist();
            v.pausedSince = day;
        });
    }

    /** On hold from a day on, to be reviewed by another. */
    public People onHold(HoldCause cause, LocalDate from, LocalDate reviewOn) {
        return onHold(cause, from, reviewOn, null);
    }

    public People onHold(HoldCause cause, LocalDate from, LocalDate reviewOn, LocalDate lastDay) {
        return row(v -> {
            var hold = new Hold();
            hold.force = v.force;
            hold.volunteer = v;
            hold.cause = cause;
            hold.startsOn = from;
            hold.reviewOn = reviewOn;
            hold.endedOn = lastDay;
            hold.note = "A note of this test";
            hold.recordedAt = START;
            hold.recordedBy = SOMEBODY.name();
            hold.persist();
        });
    }

    /** Holding one of each kind since April. */
    public People holding(EquipmentKind... kinds) {
        for (var kind : kinds) holding(kind, LocalDate.of(2026, 4, 9), null);
        return this;
    }

    public People holding(EquipmentKind kind, LocalDate from, LocalDate returnedOn) {
        return row(v -> {
            var equipment = new Equipment();
            equipment.force = v.force;
            equipment.volunteer = v;
            equipment.kind = kind;
            equipment.serial = kind.name().charAt(0) + v.ref;
            equipment.issuedOn = from;
            equipment.returnedOn = returnedOn;
            equipment.recordedAt = START;
            equipment.recordedBy = SOMEBODY.name();
            equipment.persist();
        });
    }

    /** Cleared as their kind of appointment needs it, ten years or five before the last valid day. */
    public People withClearanceUntil(LocalDate lastValidDay) {
        return withClearance(
                usualLevel(),
                lastValidDay.plusDays(1).minusYears(usualLevel() == ClearanceLevel.RECRUITMENT ? 10 : 5),
                lastValidDay);
    }

    public People withoutClearance() {
        cleared = true;
        return this;
    }

    public People withClearance(
            ClearanceLevel level, LocalDate grantedOn, LocalDate lastValidDay, RestrictionCode... restrictions) {
        cleared = true;
        return row(v -> {
            var clearance = new Clearance();
            clearance.force = v.force;
            clearance.ref = Reference.random();
            clearance.volunteer = v;
            clearance.level = level;
            clearance.grantedOn = grantedOn;
            clearance.lastValidDay = lastValidDay;
            clearance.restrictions.addAll(List.of(restrictions));
            clearance.origin = ClearanceOrigin.DECIDED_HERE;
            clearance.recordedAt = START;
            clearance.recordedBy = SOMEBODY.name();
            clearance.persist();
        });
    }

    private ClearanceLevel usualLevel() {
        return person.appointmentType == AppointmentType.SPECIAL_CONSTABLE
                ? ClearanceLevel.RECRUITMENT
                : ClearanceLevel.NPPV_3;
    }

    /** Has passed what tier 1 asks for, for good: so that nothing ends but what a test says. */
    public People trained() {
        trained = true;
        return this;
    }

    public People untrained() {
        trained = false;
        return this;
    }

    /** Without the deed, so without trail entry and stored answer: for crowds. */
    public People unannounced() {
        announced = false;
        return this;
    }

    /** The person, stored, with force and cohort at hand. */
    public Volunteer saved() {
        return saved(List.of(this)).get(0);
    }

    /** As many people as asked, alike but for name, address and reference, in one transaction. */
    public static List<Volunteer> saved(List<People> crowd) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> {
                    var stored = crowd.stream().map(People::store).toList();
                    TestQualifications.forTierOne(
                            crowd.stream()
                                    .filter(p -> p.trained)
                                    .map(p -> p.person)
                                    .toList(),
                            LocalDate.of(2026, 3, 3));
                    return stored;
                }));
    }

    private static final Instant START =
            LocalDate.of(2026, 5, 1).atStartOfDay(ClockOfAttest.LONDON).toInstant();

    private People row(Consumer<Volunteer> row) {
        rows.add(row);
        return this;
    }

    private Volunteer store() {
        if (!cleared && person.stage.compareTo(Stage.TRAINING) >= 0 && person.stage != Stage.LEFT) {
            withClearanceUntil(usualLevel() == ClearanceLevel.RECRUITMENT ? RV_UNTIL : NPPV_UNTIL);
        }
        person.force = Force.bySlug(slug).orElseThrow();
        person.cohort = cohort == null ? null : cohort(person.force, cohort);
        person.persist();
        var change = new StageChange();
        change.force = person.force;
        change.volunteer = person;
        change.to = person.stage;
        change.onDay = person.stageSince;
        change.recordedAt = START;
        change.recordedBy = SOMEBODY.name();
        change.persist();
        rows.forEach(row -> row.accept(person));
        if (announced) {
            CDI.current().getBeanManager().getEvent().select(Deed.class).fire(new PersonEntered(SOMEBODY, person));
        }
        return person;
    }

    /** Reference of somebody whose application was refused; null for no account. */
    public static String refusedIn(String slug, Long accountId) {
        var person = special()
                .in(slug)
                .inStage(Stage.INTERVIEW)
                .withAccount(accountId)
                .saved();
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Refusal.refuse(
                                Volunteer.byRef(person.ref).orElseThrow(),
                                RefusalReason.all().get(0),
                                null,
                                RefusalWindow.Values.USUAL,
                                new Refusal.Letter("Your application", "Dear somebody\n\nNot this time."),
                                SOMEBODY,
                                CDI.current().select(java.time.Clock.class).get())
                        .volunteer()
                        .ref));
    }

    /** Reference of a waiver that somebody asked for in the force. */
    public static String waiverIn(String slug) {
        var person = special().in(slug).inStage(Stage.INTERVIEW).saved();
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Waiver.ask(
                                Volunteer.byRef(person.ref).orElseThrow(),
                                Stage.VETTING,
                                Criterion.unmet(
                                        "Resident for the 3 years before the application",
                                        "Too short",
                                        "vetting rule 12"),
                                "A reason of this test",
                                TestClock.TODAY.plusDays(30),
                                SOMEBODY,
                                CDI.current().select(java.time.Clock.class).get())
                        .waiver()
                        .ref));
    }

    /** A cohort of the force of this name, made if need be; call it inside a transaction. */
    static Cohort cohort(Force force, String name) {
        return Cohort.named(force, name).orElseGet(() -> {
            var cohort = new Cohort();
            cohort.force = force;
            cohort.ref = Reference.random();
            cohort.name = name;
            cohort.startsOn = LocalDate.of(2026, 1, 10);
            cohort.capacity = 100;
            cohort.targetDeployable = 10;
            cohort.persist();
            return cohort;
        });
    }
}
