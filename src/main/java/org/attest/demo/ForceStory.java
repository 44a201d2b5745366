package org.attest.demo;

import static org.attest.volunteer.AppointmentType.DESIGNATED_VOLUNTEER;
import static org.attest.volunteer.AppointmentType.SPECIAL_CONSTABLE;
import static org.attest.volunteer.AppointmentType.SUPPORT_VOLUNTEER;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * Three invented years of one force: its cohorts, who is in service, who is on the way there, and who left. Everything
 * follows from the seed and today, so the same seed tells the same story, moved to today.
 */
final class ForceStory {

    private static final int HALF_YEARS = 7;

    /** What keeps somebody in service from being deployed; drawn with these odds. */
    private enum Trouble {
        NO_ATTESTATION(5),
        LAPTOP_RETURNED(9),
        NEVER_EQUIPPED(4),
        CARD_LOST(4),
        WELFARE_HOLD(5),
        LEAVE(7),
        CONDUCT_HOLD(3),
        ADMINISTRATION_HOLD(4),
        HOLD_OVERDUE(3),
        NOT_ASKED(6),
        RESIDENCE_UNKNOWN(4),
        OCCUPATION_UNKNOWN(4),
        PERMISSION_NEEDED(4),
        LIMITED_LEAVE(2),
        APPOINTMENT_ENDED(4),
        BIRTH_UNKNOWN(2);

        final int odds;

        Trouble(int odds) {
            this.odds = odds;
        }

        static Trouble draw(Random random) {
            int total = 0;
            for (var trouble : values()) total += trouble.odds;
            int at = random.nextInt(total);
            for (var trouble : values()) {
                at -= trouble.odds;
                if (at < 0) return trouble;
            }
            throw new IllegalStateException();
        }
    }

    private final Force force;
    private final Staff staff;
    private final Names names;
    private final Instant now;
    private final LocalDate today;
    private final Random random;
    private final Batch batch = new Batch();
    private final List<Volunteer> holders = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private final Map<EquipmentKind, Integer> serials = new EnumMap<>(EquipmentKind.class);
    private final VettingStory vetting;
    private final String formerCoordinator;
    private int collar;

    /** @param now the instant the story leads up to */
    ForceStory(Force force, Staff staff, Names names, Instant now, Random random) {
        this.force = force;
        this.staff = staff;
        this.names = names;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ClockOfAttest.LONDON);
        this.random = random;
        vetting = new VettingStory(batch, staff.name(Role.VETTING_MANAGER), now);
        formerCoordinator = names.draw(random).full();
        collar = 100 + random.nextInt(400);
        for (var kind : EquipmentKind.values()) serials.put(kind, 1000 + random.nextInt(6000));
    }

    /**
     * @param inService how many are in service
     * @param applicants how many are on the way there
     * @param health the share of those in service without a trouble, from 0 to 1
     */
    Batch tell(int inService, int applicants, double health) {
        cohorts(inService);
        if (Staff.hasAccountsIn(force.slug)) accountHolders();
        while (count(Stage.SERVICE) < inService) {
            inService(person(), random.nextDouble() >= health ? Trouble.draw(random) : null);
        }
        for (var share : shares(applicants).entrySet()) {
            while (count(share.getKey()) < share.getValue()) onTheWay(share.getKey());
        }
        for (int i = 0; i < Math.max(2, applicants / 5 + inService / 4); i++) leaver();
        giveRoom();
        return batch;
    }

    private long count(Stage stage) {
        return batch.people.stream().filter(v -> v.stage == stage).count();
    }

    private static Map<Stage, Integer> shares(int applicants) {
        var weights = new EnumMap<Stage, Integer>(Stage.class);
        weights.put(Stage.ENQUIRY, 24);
        weights.put(Stage.APPLIED, 19);
        weights.put(Stage.INTERVIEW, 14);
        weights.put(Stage.VETTING, 23);
        weights.put(Stage.TRAINING, 15);
        weights.put(Stage.ATTESTATION, 5);
        var shares = new EnumMap<Stage, Integer>(Stage.class);
        weights.forEach((stage, weight) -> shares.put(stage, Math.max(1, applicants * weight / 100)));
        int rest = applicants - shares.values().stream().mapToInt(n -> n).sum();
        if (rest > 0) shares.merge(Stage.ENQUIRY, rest, Integer::sum);
        return shares;
    }

    // --- cohorts

    /** One each spring and autumn: the last of them in training now, the next one planned. */
    private void cohorts(int inService) {
        var start = today.minusMonths(6L * HALF_YEARS);
        var begins = LocalDate.of(start.getYear(), Month.MARCH, 1);
        while (begins.isBefore(today.plusMonths(7))) {
            var firstMonday = begins.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
            if (!firstMonday.isBefore(start)) cohort(firstMonday, inService);
            begins = begins.plusMonths(6);
        }
    }

    private void cohort(LocalDate startsOn, int inService) {
        var cohort = new Cohort();
        cohort.force = force;
        cohort.ref = Reference.from(random);
        cohort.name = (startsOn.getMonth() == Month.MARCH ? "Spring " : "Autumn ") + startsOn.getYear();
        cohort.startsOn = startsOn;
        var end = startsOn.plusMonths(11).with(TemporalAdjusters.lastDayOfMonth());
        cohort.endsOn = end.isBefore(today) ? end : null;
        cohort.capacity = Math.max(8, inService / 2);
        cohort.leadName = random.nextBoolean() ? staff.name(Role.COORDINATOR) : staff.name(Role.TUTOR);
        batch.cohorts.add(cohort);
    }

    /** Nobody was ever put into a cohort that had no room. */
    private void giveRoom() {
        for (var cohort : batch.cohorts) {
            int members =
                    (int) batch.people.stream().filter(v -> v.cohort == cohort).count();
            cohort.capacity = Math.max(cohort.capacity, (members + 3) / 4 * 4);
            cohort.targetDeployable = cohort.capacity * 7 / 10;
        }
    }

    private List<Cohort> begunBy(LocalDate day) {
        return batch.cohorts.stream().filter(c -> !c.startsOn.isAfter(day)).toList();
    }

    private Cohort planned() {
        return batch.cohorts.stream()
                .filter(c -> c.startsOn.isAfter(today))
                .findFirst()
                .orElse(null);
    }

    // --- people

    private Volunteer person() {
        return person(names.draw(random));
    }

    private Volunteer person(Names.Name name) {
        var person = new Volunteer();
        person.force = force;
        person.ref = Reference.from(random);
        person.fullName = name.full();
        person.knownAs = name.knownAs();
        person.email = address(name);
        person.phone = chance(90) ? mobile() : landline();
        int type = random.nextInt(100);
        person.appointmentType = type < 84 ? SPECIAL_CONSTABLE : type < 93 ? DESIGNATED_VOLUNTEER : SUPPORT_VOLUNTEER;
        if (chance(8)) person.adjustments = Names.one(ADJUSTMENTS, random);
        batch.people.add(person);
        return person;
    }

    private static final List<String> ADJUSTMENTS = List.of(
            "Uses a screen reader.",
            "Hard of hearing in the left ear: sit to the right, captions on recordings.",
            "Dyslexic: slides a day before the session.",
            "Wheelchair user: step-free room.",
            "Prayer break in the early afternoon.",
            "Colour blind: no red and green as the only signs.",
            "Diabetic: short breaks when needed.");

    private String address(Names.Name name) {
        var box = Names.one(List.of("post", "letterbox", "mailbox", "home", "webmail"), random) + ".example";
        var address = name.spelled() + "@" + box;
        while (!addresses.add(address)) address = name.spelled() + (10 + random.nextInt(990)) + "@" + box;
        return address;
    }

    /** Numbers that Ofcom keeps free for drama. */
    private String mobile() {
        return "07700 900" + digits(3);
    }

    private String landline() {
        return "01632 960" + digits(3);
    }

    private String digits(int n) {
        var digits = new StringBuilder();
        for (int i = 0; i < n; i++) digits.append(random.nextInt(10));
        return digits.toString();
    }

    private void born(Volunteer person, LocalDate firstDay, int youngest) {
        int age = youngest + (int) Math.abs(random.nextGaussian() * 13);
        person.birthDate = firstDay.minusYears(Math.min(age, 66)).minusDays(random.nextInt(365));
    }

    private void emergency(Volunteer person) {
        var family = names.draw(random);
        person.emergencyName = family.full() + ", "
                + Names.one(
                        List.of("partner", "mother", "father", "sister", "brother", "friend", "husband", "wife"),
                        random);
        person.emergencyPhone = mobile();
    }

    // --- ways into service

    /** Days of the stages a person went through, oldest first; the last is the stage now. */
    private static final class Way {
        final List<Stage> stages = new ArrayList<>();
        final List<LocalDate> days = new ArrayList<>();

        void enter(Stage stage, LocalDate day) {
            stages.add(stage);
            days.add(day);
        }

        LocalDate of(Stage stage) {
            int at = stages.lastIndexOf(stage);
            return at < 0 ? null : days.get(at);
        }
    }

    /** From the first enquiry to this stage, entered on this day. */
    private Way wayTo(Stage stage, LocalDate day) {
        var back = new ArrayList<LocalDate>();
        var on = workday(day);
        for (int i = stage.ordinal(); i >= 0; i--) {
            back.add(0, on);
            if (i > 0) on = workday(on.minusDays(lasts(Stage.values()[i - 1])));
        }
        var way = new Way();
        boolean straight = stage != Stage.ENQUIRY && chance(30);
        for (int i = straight ? 1 : 0; i <= stage.ordinal(); i++) way.enter(Stage.values()[i], back.get(i));
        return way;
    }

    /** How long people stay in a stage, in days. */
    private int lasts(Stage stage) {
        return switch (stage) {
            case ENQUIRY -> between(1, 18);
            case APPLIED -> between(6, 34);
            case INTERVIEW -> between(7, 28);
            case VETTING -> between(42, 112);
            case TRAINING -> between(78, 160);
            case ATTESTATION -> between(6, 30);
            default -> throw new IllegalArgumentException();
        };
    }

    /** The way of somebody who trained with the cohort; null when that cohort cannot be in service yet. */
    private Way wayThrough(Cohort cohort) {
        var training = wayTo(Stage.TRAINING, cohort.startsOn);
        var attestation = workday(cohort.startsOn.plusDays(lasts(Stage.TRAINING)));
        var service = workday(attestation.plusDays(lasts(Stage.ATTESTATION)));
        if (!service.isBefore(today.minusDays(3))) return null;
        training.enter(Stage.ATTESTATION, attestation);
        training.enter(Stage.SERVICE, service);
        return training;
    }

    private Way wayIntoService(Volunteer person) {
        var begun = begunBy(today.minusDays(100));
        Way way = null;
        while (way == null) {
            person.cohort = Names.one(begun, random);
            way = wayThrough(person.cohort);
        }
        return way;
    }

    private void inService(Volunteer person, Trouble trouble) {
        var way = wayIntoService(person);
        served(person, way, trouble);
        write(person, way);
    }

    private void served(Volunteer person, Way way, Trouble trouble) {
        var attestation = way.of(Stage.ATTESTATION);
        var service = way.of(Stage.SERVICE);
        if (trouble == Trouble.NO_ATTESTATION || trouble == Trouble.CARD_LOST)
            person.appointmentType = SPECIAL_CONSTABLE;
        born(person, way.days.get(0), 18);
        if (trouble == Trouble.BIRTH_UNKNOWN) person.birthDate = null;
        person.forceNumber = String.format("%04d", collar++);
        emergency(person);
        eligibility(person, way, trouble);

        var appointed = appointment(person, earlier(attestation.plusDays(between(0, 4)), service));
        if (trouble == Trouble.APPOINTMENT_ENDED) appointed.endedOn = today.minusDays(between(1, 30));
        else if (person.appointmentType != SPECIAL_CONSTABLE && chance(40)) {
            appointed.endedOn = today.plusDays(between(4, 70));
        } else if (chance(2)) appointed.endedOn = today.plusDays(between(5, 40));

        LocalDate attested = null;
        if (person.appointmentType == SPECIAL_CONSTABLE && trouble != Trouble.NO_ATTESTATION) {
            attested = earlier(
                    later(workday(appointed.appointedOn.plusDays(between(0, 9))), appointed.appointedOn), service);
            attestation(person, attested);
        }
        equip(person, attested, service, trouble);
        holds(person, service, trouble);
        vetting.ofSomebodyInService(person, way.of(Stage.TRAINING), appointed, trouble != null);
    }

    private void equip(Volunteer person, LocalDate attested, LocalDate service, Trouble trouble) {
        if (trouble == Trouble.NEVER_EQUIPPED) {
            issue(person, EquipmentKind.FORCE_ACCOUNT, service.minusDays(2));
            return;
        }
        if (attested != null) {
            var card = issue(person, EquipmentKind.WARRANT_CARD, attested);
            if (trouble == Trouble.CARD_LOST) giveBack(card, today.minusDays(between(2, 40)));
        }
        issue(person, EquipmentKind.FORCE_ACCOUNT, service.minusDays(between(0, 5)));
        var laptop = issue(person, EquipmentKind.FORCE_LAPTOP, service.minusDays(between(0, 3)));
        if (trouble == Trouble.LAPTOP_RETURNED) {
            giveBack(laptop, later(today.minusDays(between(1, 45)), laptop.issuedOn));
        } else if (chance(9) && laptop.issuedOn.isBefore(today.minusDays(60))) {
            var swapped = workday(today.minusDays(between(10, 50)));
            giveBack(laptop, swapped);
            issue(person, EquipmentKind.FORCE_LAPTOP, swapped);
        }
    }

    private void holds(Volunteer person, LocalDate service, Trouble trouble) {
        if (chance(14) && service.isBefore(today.minusDays(150))) {
            var past = hold(person, anyCause(), later(service, today.minusDays(between(90, 300))), 28);
            end(past, past.startsOn.plusDays(between(6, 60)));
        }
        if (trouble == null) return;
        var cause =
                switch (trouble) {
                    case WELFARE_HOLD -> HoldCause.WELFARE;
                    case LEAVE -> HoldCause.LEAVE;
                    case CONDUCT_HOLD -> HoldCause.CONDUCT;
                    case ADMINISTRATION_HOLD, HOLD_OVERDUE -> HoldCause.ADMINISTRATION;
                    default -> null;
                };
        if (cause == null) return;
        int begun = trouble == Trouble.HOLD_OVERDUE ? between(35, 60) : between(1, 24);
        hold(person, cause, later(service, today.minusDays(begun)), 28);
    }

    private HoldCause anyCause() {
        int at = random.nextInt(10);
        return at < 5
                ? HoldCause.LEAVE
                : at < 8 ? HoldCause.WELFARE : at < 9 ? HoldCause.ADMINISTRATION : HoldCause.CONDUCT;
    }

    // --- ways that are not at their end

    private void onTheWay(Stage stage) {
        var person = person();
        var way = wayNow(person, stage);
        if (stage.compareTo(Stage.INTERVIEW) >= 0 || chance(90)) {
            born(person, way.days.get(0), stage.compareTo(Stage.VETTING) < 0 && chance(6) ? 17 : 18);
        }
        if (stage == Stage.ENQUIRY && chance(45)) person.birthDate = null;
        if (stage == Stage.VETTING && chance(60)) person.cohort = planned();
        if (stage.compareTo(Stage.TRAINING) >= 0) person.forceNumber = String.format("%04d", collar++);
        if (stage.compareTo(Stage.INTERVIEW) >= 0 && chance(70)) emergency(person);
        if (stage == Stage.APPLIED && chance(35)
                || stage == Stage.INTERVIEW && chance(75)
                || stage.compareTo(Stage.VETTING) >= 0) {
            eligibility(person, way, earlyTrouble(stage));
        }
        if (stage == Stage.TRAINING) vetting.ofATrainee(person, way.of(Stage.TRAINING));
        if (stage == Stage.TRAINING && chance(65)) issue(person, EquipmentKind.FORCE_ACCOUNT, way.of(Stage.TRAINING));
        if (stage == Stage.ATTESTATION) {
            issue(person, EquipmentKind.FORCE_ACCOUNT, way.of(Stage.TRAINING));
            vetting.ofATrainee(
                    person,
                    later(way.of(Stage.TRAINING), way.of(Stage.ATTESTATION).minusDays(90)));
            if (chance(70)) {
                var appointed = appointment(person, way.of(Stage.ATTESTATION));
                if (person.appointmentType == SPECIAL_CONSTABLE && chance(45)) {
                    attestation(person, later(appointed.appointedOn, workday(today.minusDays(between(0, 4)))));
                }
            }
        }
        if (stage.compareTo(Stage.VETTING) >= 0 && chance(3)) {
            hold(
                    person,
                    HoldCause.LEAVE,
                    later(way.days.get(way.days.size() - 1), today.minusDays(between(1, 20))),
                    28);
        }
        write(person, way);
    }

    private Trouble earlyTrouble(Stage stage) {
        if (stage.compareTo(Stage.VETTING) < 0) {
            if (chance(25)) return Trouble.RESIDENCE_UNKNOWN;
            if (chance(20)) return Trouble.OCCUPATION_UNKNOWN;
            if (chance(10)) return Trouble.PERMISSION_NEEDED;
            return chance(4) ? Trouble.LIMITED_LEAVE : null;
        }
        return chance(4) ? Trouble.PERMISSION_NEEDED : null;
    }

    private Way wayNow(Volunteer person, Stage stage) {
        switch (stage) {
            case TRAINING -> {
                var begun = begunBy(today.minusDays(1));
                person.cohort = begun.get(begun.size() - 1);
                return wayTo(Stage.TRAINING, person.cohort.startsOn);
            }
            case ATTESTATION -> {
                var begun = begunBy(today.minusDays(85));
                person.cohort = begun.get(begun.size() - 1);
                var way = wayTo(Stage.TRAINING, person.cohort.startsOn);
                way.enter(Stage.ATTESTATION, workday(today.minusDays(chance(12) ? between(31, 60) : between(0, 24))));
                return way;
            }
            default -> {
                int usual =
                        switch (stage) {
                            case ENQUIRY -> 18;
                            case APPLIED -> 30;
                            case INTERVIEW -> 25;
                            default -> 90;
                        };
                int since = chance(12) ? between(usual, usual * 2) : between(0, usual);
                return wayTo(stage, today.minusDays(since));
            }
        }
    }

    // --- leaving

    private void leaver() {
        var person = person();
        int at = random.nextInt(100);
        var from = at < 26
                ? Stage.ENQUIRY
                : at < 46
                        ? Stage.APPLIED
                        : at < 61
                                ? Stage.INTERVIEW
                                : at < 74 ? Stage.VETTING : at < 84 ? Stage.TRAINING : Stage.SERVICE;
        Way way;
        if (from == Stage.SERVICE) {
            do {
                way = wayIntoService(person);
            } while (way.of(Stage.SERVICE).isAfter(today.minusDays(70)));
            served(person, way, null);
        } else if (from == Stage.TRAINING) {
            person.cohort = Names.one(begunBy(today.minusDays(60)), random);
            way = wayTo(from, person.cohort.startsOn);
            born(person, way.days.get(0), 18);
            eligibility(person, way, null);
        } else {
            way = wayTo(from, today.minusDays(between(25, 1000)));
            if (chance(80)) born(person, way.days.get(0), 18);
            if (from.compareTo(Stage.INTERVIEW) >= 0) eligibility(person, way, null);
        }
        leave(person, way, from);
        write(person, way);
    }

    private void leave(Volunteer person, Way way, Stage from) {
        var since = way.days.get(way.days.size() - 1);
        int most = (int) Math.max(2, ChronoUnit.DAYS.between(since, today.minusDays(2)));
        int stayed = from == Stage.SERVICE ? between(55, Math.max(56, most)) : between(1, Math.min(most, 60));
        var last = later(workday(since.plusDays(stayed)), since);
        if (from == Stage.SERVICE) settle(person, last);
        way.enter(Stage.LEFT, from == Stage.SERVICE ? last.plusDays(1) : last);
    }

    /** Nothing goes on beyond the last day; now and then a thing has not come back. */
    private void settle(Volunteer person, LocalDate last) {
        vetting.left(person, last);
        batch.appointments.stream().filter(a -> a.volunteer == person).forEach(a -> a.endedOn = last);
        batch.holds.removeIf(h -> h.volunteer == person && h.startsOn.isAfter(last));
        for (var hold : batch.holds) {
            if (hold.volunteer == person && (hold.endedOn == null || hold.endedOn.isAfter(last))) end(hold, last);
        }
        batch.equipment.removeIf(e -> e.volunteer == person && e.issuedOn.isAfter(last));
        for (var thing : batch.equipment) {
            if (thing.volunteer != person) continue;
            boolean stillOut = thing.returnedOn == null && chance(4);
            if (!stillOut && (thing.returnedOn == null || thing.returnedOn.isAfter(last))) {
                giveBack(thing, last.plusDays(1));
            }
        }
    }

    // --- people with accounts

    /** Names of those who sign in as volunteer, blocked, trainee and applicant. */
    private static final Map<String, List<String>> HOLDERS = Map.of(
            "kent", List.of("Xin Yi Tan", "Rowan Ashdown", "Grace Tembo", "Lena Marchetti"),
            "gwent", List.of("Angharad Bowen", "Tomos Wynne", "Lowri Akhtar", "Iestyn Moyo"),
            "metropolitan", List.of("Kwame Larkhill", "Sana Whitlock", "Jerin Varghese", "Zuzanna Brzoza"));

    private void accountHolders() {
        var called = HOLDERS.get(force.slug);

        var volunteer = holder("volunteer", called.get(0));
        var way = wayThroughEarly(volunteer);
        served(volunteer, way, null);
        batch.holds.removeIf(h -> h.volunteer == volunteer);
        batch.appointments.stream().filter(a -> a.volunteer == volunteer).forEach(a -> a.endedOn = null);
        vetting.plain(volunteer);
        write(volunteer, way);

        var blocked = holder("blocked", called.get(1));
        way = wayThroughEarly(blocked);
        served(blocked, way, Trouble.OCCUPATION_UNKNOWN);
        batch.holds.removeIf(h -> h.volunteer == blocked);
        batch.appointments.stream().filter(a -> a.volunteer == blocked).forEach(a -> a.endedOn = null);
        vetting.plain(blocked);
        batch.equipment.removeIf(e -> e.volunteer == blocked && e.returnedOn != null);
        for (var thing : batch.equipment) {
            if (thing.volunteer != blocked) continue;
            if (thing.issuedOn.isAfter(today.minusDays(60))) thing.issuedOn = way.of(Stage.SERVICE);
            if (thing.kind == EquipmentKind.FORCE_LAPTOP) giveBack(thing, today.minusDays(9));
            if (thing.kind == EquipmentKind.WARRANT_CARD) giveBack(thing, today.minusDays(5));
        }
        hold(blocked, HoldCause.WELFARE, today.minusDays(13), 27);
        write(blocked, way);

        var trainee = holder("trainee", called.get(2));
        way = wayNow(trainee, Stage.TRAINING);
        born(trainee, way.days.get(0), 19);
        trainee.forceNumber = String.format("%04d", collar++);
        emergency(trainee);
        eligibility(trainee, way, null);
        issue(trainee, EquipmentKind.FORCE_ACCOUNT, way.of(Stage.TRAINING));
        vetting.ofATrainee(trainee, way.of(Stage.TRAINING));
        write(trainee, way);

        var applicant = holder("applicant", called.get(3));
        way = wayTo(Stage.APPLIED, today.minusDays(6));
        born(applicant, way.days.get(0), 21);
        write(applicant, way);
    }

    /** The volunteers who have accounts: volunteer, blocked, trainee, applicant. */
    List<Volunteer> holders() {
        return List.copyOf(holders);
    }

    private Volunteer holder(String mailbox, String name) {
        var person = person(Names.named(name));
        person.appointmentType = SPECIAL_CONSTABLE;
        person.email = mailbox + "@" + force.slug + ".example";
        person.adjustments = null;
        holders.add(person);
        return person;
    }

    /** In service for more than a year. */
    private Way wayThroughEarly(Volunteer person) {
        person.cohort = batch.cohorts.get(2);
        return wayThrough(person.cohort);
    }

    // --- rows

    private void write(Volunteer person, Way way) {
        int last = way.stages.size() - 1;
        person.stage = way.stages.get(last);
        person.stageSince = way.days.get(last);
        person.appliedOn = way.of(Stage.APPLIED);
        var before = Instant.MIN;
        for (int i = 0; i <= last; i++) {
            var change = new StageChange();
            change.force = force;
            change.volunteer = person;
            change.from = i == 0 ? null : way.stages.get(i - 1);
            change.to = way.stages.get(i);
            change.onDay = way.days.get(i);
            change.recordedAt = at(change.onDay);
            if (!change.recordedAt.isAfter(before)) change.recordedAt = before.plusSeconds(1);
            before = change.recordedAt;
            change.recordedBy = coordinatorOn(change.onDay);
            if (change.to == Stage.LEFT) {
                var why = Names.one(leavings(change.from), random);
                change.leavingReason = why.reason;
                change.reason = why.words;
            } else {
                change.reason = reason(change.from, change.to);
            }
            batch.stages.add(change);
        }
    }

    private String reason(Stage from, Stage to) {
        return switch (to) {
            case ENQUIRY -> Names.one(ENQUIRIES, random);
            case APPLIED -> from == null ? "Applied through the website" : null;
            case INTERVIEW -> "Application complete, interview offered";
            case VETTING -> "Interview passed";
            case TRAINING -> "Clearance granted";
            case ATTESTATION -> "Training before attestation complete";
            case SERVICE -> "Joined the team";
            case LEFT -> throw new IllegalArgumentException();
        };
    }

    private static final List<String> ENQUIRIES = List.of(
            "Asked at an open evening",
            "Wrote after a talk at work",
            "Asked by telephone",
            "Came through the website",
            "A friend already serves");

    private record Leaving(LeavingReason reason, String words) {}

    private static List<Leaving> leavings(Stage from) {
        return switch (from) {
            case ENQUIRY ->
                List.of(
                        new Leaving(LeavingReason.NO_CONTACT, "No answer to two reminders"),
                        new Leaving(LeavingReason.WITHDREW, "Cannot give the hours"));
            case APPLIED ->
                List.of(
                        new Leaving(LeavingReason.WITHDREW, "New job"),
                        new Leaving(LeavingReason.WITHDREW, null),
                        new Leaving(LeavingReason.NOT_ELIGIBLE, "Not resident long enough, may apply again"));
            case INTERVIEW ->
                List.of(
                        new Leaving(LeavingReason.NOT_SELECTED, null),
                        new Leaving(LeavingReason.NOT_SELECTED, "May apply again in a year"),
                        new Leaving(LeavingReason.WITHDREW, "Before the interview"));
            case VETTING ->
                List.of(
                        new Leaving(LeavingReason.NO_CLEARANCE, null),
                        new Leaving(LeavingReason.WITHDREW, "Found it too long"));
            case TRAINING ->
                List.of(
                        new Leaving(LeavingReason.TRAINING_NOT_COMPLETED, null),
                        new Leaving(LeavingReason.WITHDREW, "Family reasons"));
            default ->
                List.of(
                        new Leaving(LeavingReason.RESIGNED, "Moving away"),
                        new Leaving(LeavingReason.RESIGNED, "Cannot give the hours any more"),
                        new Leaving(LeavingReason.RESIGNED, "Joined as a regular officer"),
                        new Leaving(LeavingReason.MOVED_FORCE, null),
                        new Leaving(LeavingReason.RETIRED, null));
        };
    }

    private void eligibility(Volunteer person, Way way, Trouble trouble) {
        if (trouble == Trouble.NOT_ASKED) return;
        var applied = way.of(Stage.APPLIED) == null ? way.days.get(0) : way.of(Stage.APPLIED);
        var row = new Eligibility();
        row.force = force;
        row.volunteer = person;
        boolean bornHere = chance(74);
        row.rightToRemain = trouble == Trouble.LIMITED_LEAVE
                ? RightToRemain.LIMITED_LEAVE
                : bornHere || chance(50) ? RightToRemain.UK_OR_EEA_NATIONAL : RightToRemain.INDEFINITE_LEAVE;
        if (trouble != Trouble.RESIDENCE_UNKNOWN) {
            row.residentSince = bornHere && person.birthDate != null
                    ? person.birthDate
                    : applied.minusYears(between(4, 15)).minusDays(random.nextInt(300));
        }
        row.longAbroad = !bornHere && chance(25);
        row.goodConductSeen = row.longAbroad;
        boolean permission = chance(9);
        row.occupation = permission ? Names.one(NEEDING_PERMISSION, random) : Names.one(OCCUPATIONS, random);
        row.occupationFinding = permission ? OccupationFinding.PERMISSION_GIVEN : OccupationFinding.NO_CONFLICT;
        if (trouble == Trouble.PERMISSION_NEEDED) {
            row.occupation = Names.one(NEEDING_PERMISSION, random);
            row.occupationFinding = OccupationFinding.PERMISSION_NEEDED;
        }
        if (trouble == Trouble.OCCUPATION_UNKNOWN) {
            row.occupation = null;
            row.occupationFinding = null;
        }
        var asked = later(workday(applied.plusDays(between(1, 6))), applied);
        if (asked.isAfter(today)) asked = today;
        row.recordedAt = at(asked);
        row.recordedBy = coordinatorOn(asked);
        batch.eligibility.add(row);
    }

    private static final List<String> OCCUPATIONS = List.of(
            "Software tester",
            "Data analyst",
            "Primary teacher",
            "Librarian",
            "Accountant",
            "Network engineer",
            "Web developer",
            "Bus driver",
            "Translator",
            "Student",
            "Retired civil servant",
            "Digital archivist",
            "Bank fraud investigator",
            "Systems administrator",
            "Lecturer in computing",
            "Electrician",
            "Housing officer",
            "Insurance claims handler",
            "Game designer",
            "Security researcher",
            "Social media manager",
            "Warehouse planner",
            "Pharmacist",
            "Self-employed joiner",
            "Journalist",
            "Full-time parent");

    private static final List<String> NEEDING_PERMISSION =
            List.of("Nurse", "Paramedic", "Doctor", "Firefighter", "Probation officer", "Reservist");

    private Appointment appointment(Volunteer person, LocalDate from) {
        var row = new Appointment();
        row.force = force;
        row.volunteer = person;
        row.type = person.appointmentType;
        row.appointedOn = from;
        row.recordedAt = at(from);
        row.recordedBy = coordinatorOn(from);
        batch.appointments.add(row);
        return row;
    }

    private void attestation(Volunteer person, LocalDate day) {
        var row = new Attestation();
        row.force = force;
        row.volunteer = person;
        row.attestedOn = day;
        row.magistrate = Names.one(MAGISTRATES, random);
        row.place = force.shortName() + " Magistrates’ Court";
        row.recordedAt = at(day);
        row.recordedBy = coordinatorOn(day);
        batch.attestations.add(row);
    }

    private static final List<String> MAGISTRATES = List.of(
            "Mrs J Ellerby JP", "Mr P Donnachie JP", "Ms R Iqbal-Stone JP", "Mr T Osgathorpe JP", "Mrs A Chikwanda JP");

    private Equipment issue(Volunteer person, EquipmentKind kind, LocalDate day) {
        var row = new Equipment();
        row.force = force;
        row.volunteer = person;
        row.kind = kind;
        int number = serials.merge(kind, 1, Integer::sum);
        row.serial = switch (kind) {
            case WARRANT_CARD -> String.format("WC%06d", number);
            case FORCE_LAPTOP -> String.format("LT-%05d", number);
            case FORCE_ACCOUNT -> "sc" + String.format("%05d", number);
        };
        row.issuedOn = day;
        row.recordedAt = at(day);
        row.recordedBy = coordinatorOn(day);
        batch.equipment.add(row);
        return row;
    }

    private void giveBack(Equipment thing, LocalDate day) {
        thing.returnedOn = day;
        thing.returnedBy = coordinatorOn(day);
    }

    private Hold hold(Volunteer person, HoldCause cause, LocalDate from, int reviewedWithin) {
        var row = new Hold();
        // from a source of its own: it must not disturb what else is drawn
        row.ref = Reference.from(new Random((person.ref + cause + from).hashCode()));
        row.force = force;
        row.volunteer = person;
        row.cause = cause;
        row.startsOn = from;
        row.reviewOn = from.plusDays(reviewedWithin);
        row.note = Names.one(NOTES.get(cause), random);
        row.recordedAt = at(from);
        row.recordedBy = holderOf(cause);
        batch.holds.add(row);
        return row;
    }

    private void end(Hold hold, LocalDate lastDay) {
        hold.endedOn = lastDay;
        hold.endedBy = holderOf(hold.cause);
    }

    private String holderOf(HoldCause cause) {
        return staff.name(
                switch (cause) {
                    case CONDUCT, ADMINISTRATION -> Role.VETTING_MANAGER;
                    case LEAVE -> Role.INSPECTOR;
                    case WELFARE -> Role.WELFARE_OFFICER;
                });
    }

    private static final Map<HoldCause, List<String>> NOTES = Map.of(
            HoldCause.CONDUCT,
            List.of("Complaint being looked into by professional standards", "Report about a post on social media"),
            HoldCause.ADMINISTRATION,
            List.of("Change of address not yet told to the vetting unit", "Annual declaration not signed"),
            HoldCause.LEAVE,
            List.of("Exams", "New baby", "Travelling", "Busy season at work", "Caring for a parent"),
            HoldCause.WELFARE,
            List.of("Agreed to pause after a hard month", "Rest agreed at the last check-in"));

    // --- days

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** The day itself, or the Friday before a weekend: police offices write things down on working days. */
    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Some time of that day's office hours, and never to come. */
    private Instant at(LocalDate day) {
        var then = day.atTime(LocalTime.of(9, 0).plusMinutes(random.nextInt(8 * 60)))
                .atZone(ClockOfAttest.LONDON)
                .toInstant();
        return then.isBefore(now) ? then : now.minusSeconds(60 + random.nextInt(3000));
    }

    private String coordinatorOn(LocalDate day) {
        return day.isBefore(today.minusMonths(20)) ? formerCoordinator : staff.name(Role.COORDINATOR);
    }
}
