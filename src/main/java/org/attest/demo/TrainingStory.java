package org.attest.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attest.training.InventedTraining;
import org.attest.training.Qualification;
import org.attest.vetting.ClearanceLevel;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * The training of one force: who trained with a cohort passed its modules one Saturday after the other, was tutored before
 * service and renews what lapses; trainees are part of the way, some fail, some are late. Where people have accounts, the
 * questions they answered and the sessions of the last months, and those to come, are there too. Drawn from sources of
 * their own, so that nothing else of the story is another for it.
 */
final class TrainingStory {

    /** The order in which a cohort takes them, and days from its first Monday to the day each is passed. */
    private static final Map<String, Integer> PLAN = plan();

    private static Map<String, Integer> plan() {
        var plan = new LinkedHashMap<String, Integer>();
        plan.put("DSC-101", 3);
        plan.put("DSC-102", 8);
        plan.put("DSC-103", 12);
        plan.put("DSC-104", 19);
        plan.put("DSC-201", 26);
        plan.put("DSC-202", 33);
        plan.put("DSC-203", 40);
        plan.put("DSC-204", 47);
        plan.put("DSC-205", 54);
        plan.put("DSC-302", 61);
        plan.put("DSC-301", 68);
        return plan;
    }

    private static final int LAST_OF_PLAN = 68;
    private static final Set<String> BY_QUESTIONS = Set.of("DSC-101", "DSC-102");
    private static final Set<String> WITHOUT_SESSION = Set.of("DSC-101", "DSC-102", "DSC-307", "DSC-308");
    /** Sessions and attempts are told for so many days back. */
    private static final int TOLD = 300;

    private final Batch batch;
    private final InventedTraining training;
    private final boolean withAccounts;
    private final LocalDate today;
    private final Map<Volunteer, Map<Stage, LocalDate>> ways = new HashMap<>();
    private final Set<String> joined = new HashSet<>();
    private Map<Volunteer, List<Qualification>> byPerson;

    private TrainingStory(Batch batch, InventedTraining training, boolean withAccounts, Instant now) {
        this.batch = batch;
        this.training = training;
        this.withAccounts = withAccounts;
        this.today = LocalDate.ofInstant(now, ClockOfAttest.LONDON);
        for (var change : batch.stages) {
            ways.computeIfAbsent(change.volunteer, v -> new EnumMap<>(Stage.class))
                    .put(change.to, change.onDay);
        }
    }

    /**
     * Tells it into the training.
     *
     * @param withAccounts whether the force has demonstration accounts, and therefore attempts and sessions
     */
    static void tell(Batch batch, InventedTraining training, boolean withAccounts, Instant now) {
        var story = new TrainingStory(batch, training, withAccounts, now);
        for (var person : batch.people) story.of(person);
        if (withAccounts) story.sessions();
    }

    private void of(Volunteer person) {
        var way = ways.get(person);
        if (way == null || way.get(Stage.TRAINING) == null) return;
        var random = new Random(person.ref.hashCode() * 31L + 11);
        if (way.get(Stage.SERVICE) != null) served(person, way, random);
        else if (person.stage == Stage.ATTESTATION) beforeAttestation(person, way, random);
        else if (person.email.startsWith("trainee@")) account(person, way, random);
        else partWay(person, way, random);
    }

    // --- the first time

    private void served(Volunteer person, Map<Stage, LocalDate> way, Random random) {
        var last = way.get(Stage.LEFT) == null ? today : way.get(Stage.LEFT).minusDays(1);
        var passed = new LinkedHashMap<String, LocalDate>();
        PLAN.forEach((code, days) -> passed.put(code, planned(way.get(Stage.TRAINING), code, LAST_OF_PLAN, random)));
        var attestation = way.get(Stage.ATTESTATION);
        passed.put("DSC-307", attestation.minusDays(1));
        passed.put("DSC-308", weekday(attestation.plusDays(3)));
        var service = way.get(Stage.SERVICE);
        if (random.nextInt(100) < 12) passed.put("DSC-303", saturday(service.plusDays(70), "DSC-303"));
        if (hasManagementVetting(person)) {
            passed.put("DSC-304", saturday(service.plusDays(100), "DSC-304"));
            passed.put("DSC-305", saturday(service.plusDays(130), "DSC-305"));
        }
        passed.put("DSC-401", passed.get("DSC-308").plusMonths(12).minusDays(4 + random.nextInt(40)));
        passed.values().removeIf(day -> day.isAfter(last));
        var late = late(person, passed, random);
        passed.forEach((code, day) -> renewed(person, code, day, code.equals(late) ? today : null, last, random));
    }

    private boolean hasManagementVetting(Volunteer person) {
        return batch.clearances.stream()
                .anyMatch(c -> c.volunteer == person && c.level == ClearanceLevel.MANAGEMENT && c.isLiveOn(today));
    }

    /** What somebody has let lapse; mostly nothing. Only what no other module needs, for those were renewed since. */
    private String late(Volunteer person, Map<String, LocalDate> passed, Random random) {
        int drawn = random.nextInt(100);
        if (person.email.startsWith("blocked@")) return "DSC-102";
        if (person.stage != Stage.SERVICE || person.email.startsWith("volunteer@")) return null;
        if (drawn >= 5) return null;
        if (passed.containsKey("DSC-401") && drawn < 2) return "DSC-401";
        return passed.containsKey("DSC-304") || drawn == 2 ? "DSC-102" : "DSC-205";
    }

    /** Passed on the day, and again in the last weeks of each period, until it lasts beyond the last day. */
    private void renewed(
            Volunteer person, String code, LocalDate day, LocalDate lapsedBefore, LocalDate last, Random random) {
        var periods = new ArrayList<LocalDate>();
        for (var earned = day; ; ) {
            periods.add(earned);
            var ends = training.lastDay(code, earned);
            if (ends == null) break;
            var again = BY_QUESTIONS.contains(code)
                    ? ends.minusDays(5 + random.nextInt(45))
                    : saturday(ends.minusDays(5 + random.nextInt(20)), code);
            if (again.isAfter(last)) break;
            earned = again;
        }
        if (lapsedBefore != null) {
            while (periods.size() > 1
                    && !training.lastDay(code, periods.get(periods.size() - 1)).isBefore(lapsedBefore)) {
                periods.remove(periods.size() - 1);
            }
        }
        for (var earned : periods) pass(person, code, earned, random);
    }

    private void beforeAttestation(Volunteer person, Map<Stage, LocalDate> way, Random random) {
        var begun = way.get(Stage.TRAINING);
        var attestation = way.get(Stage.ATTESTATION);
        int days = (int) Math.min(LAST_OF_PLAN, ChronoUnit.DAYS.between(begun, attestation) - 2);
        PLAN.keySet().forEach(code -> pass(person, code, planned(begun, code, days, random), random));
        if (days == LAST_OF_PLAN && random.nextInt(100) < 60) {
            pass(person, "DSC-307", attestation.minusDays(1), random);
        }
    }

    /** So far as they came; some of them tried more than they passed. */
    private void partWay(Volunteer person, Map<Stage, LocalDate> way, Random random) {
        var last = way.get(Stage.LEFT) == null ? today : way.get(Stage.LEFT).minusDays(1);
        var begun = way.get(Stage.TRAINING);
        int many = random.nextInt(PLAN.size());
        boolean fails = random.nextInt(100) < 18;
        String next = null;
        for (var code : PLAN.keySet()) {
            var day = planned(begun, code, LAST_OF_PLAN, random);
            if (many-- <= 0 || day.isAfter(last)) {
                next = code;
                break;
            }
            pass(person, code, day, random);
        }
        if (next == null || person.stage == Stage.LEFT) return;
        var day = planned(begun, next, LAST_OF_PLAN, random);
        if (BY_QUESTIONS.contains(next)) tries(person, next, later(day, begun), fails, random);
    }

    /** One fail, or three of them a good week apart: then the coordinator decides (training rule 3). */
    private void tries(Volunteer person, String code, LocalDate day, boolean thrice, Random random) {
        if (!withAccounts || !day.isBefore(today)) return;
        training.failed(person, code, day, random);
        for (int i = 1; thrice && i < 3; i++) {
            var again = day.plusDays(9L * i);
            if (again.isBefore(today)) training.failed(person, code, again, random);
        }
    }

    /** Who signs in as trainee: half of stage A is passed, and the questions of the next module are begun. */
    private void account(Volunteer person, Map<Stage, LocalDate> way, Random random) {
        var begun = way.get(Stage.TRAINING);
        pass(person, "DSC-101", later(begun, today.minusDays(20)), random);
        pass(person, "DSC-102", later(begun, today.minusDays(11)), random);
        training.underWay(person, "DSC-103", later(begun, today.minusDays(1)), random);
    }

    private void pass(Volunteer person, String code, LocalDate day, Random random) {
        var earned = training.passed(person, code, day, random);
        boolean here = BY_QUESTIONS.contains(code) || code.equals("DSC-103");
        if (!withAccounts || !here || !day.isAfter(today.minusDays(TOLD))) return;
        // where a classroom follows, the questions come two days before it
        training.byQuestions(earned, BY_QUESTIONS.contains(code) ? day : day.minusDays(2), random);
    }

    // --- sessions

    /** Whoever passed the same module on the same day was in the same session. */
    private void sessions() {
        var random = new Random(batch.people.get(0).ref.hashCode() * 31L + 13);
        record Held(String code, LocalDate day) {}
        var once = new HashSet<String>();
        var held = training.qualifications().stream()
                .filter(q -> !WITHOUT_SESSION.contains(q.moduleCode()) && q.earnedOn.isAfter(today.minusDays(TOLD)))
                .filter(q -> !q.earnedOn.equals(today))
                .collect(groupingBy(q -> new Held(q.moduleCode(), q.earnedOn), LinkedHashMap::new, toList()));
        held.forEach((one, passed) -> {
            var session = training.session(one.code(), one.day(), Math.max(6, passed.size() + 2), true, random);
            passed.forEach(earned -> training.passedIn(session, earned, random));
            trainees().stream()
                    .filter(v -> mayTake(v, one.code(), one.day()) && valid(v, one.code(), today) == null)
                    .filter(v -> once.add(v.ref + one.code()))
                    .limit(2)
                    .forEach(v -> {
                        if (random.nextBoolean()
                                || one.code().equals("DSC-104")
                                || one.code().equals("DSC-205")) {
                            training.missed(session, v, random);
                        } else {
                            training.failedIn(session, v, random);
                        }
                    });
        });
        open("DSC-104", today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY)), 8, random);
        var ahead = today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        open("DSC-203", ahead.plusWeeks(1), 3, random);
        open("DSC-104", ahead.plusWeeks(2), 2, random);
        open("DSC-205", ahead.plusWeeks(3), 3, random);
        open("DSC-201", ahead.plusWeeks(4), 8, random);
    }

    /** A session whose results are not known: for whoever needs the module and may take it, with a place too few for all. */
    private void open(String code, LocalDate day, int most, Random random) {
        var people = batch.people.stream()
                .filter(v -> v.stage == Stage.TRAINING || v.stage == Stage.SERVICE)
                .filter(v -> mayTake(v, code, day) && !joined.contains(v.ref + code))
                .filter(v -> {
                    var until = valid(v, code, today);
                    return until == null || until.isBefore(day.plusDays(60));
                })
                .limit(most + 2L)
                .toList();
        int places = day.isBefore(today) ? most + 2 : Math.max(1, Math.min(most, people.size() - 1));
        var session = training.session(code, day, places, false, random);
        for (var person : people) {
            joined.add(person.ref + code);
            training.join(session, person, random);
        }
    }

    private List<Volunteer> trainees() {
        return batch.people.stream()
                .filter(v -> v.stage == Stage.TRAINING)
                .sorted(Comparator.comparing(v -> v.ref))
                .toList();
    }

    /** Whether each prerequisite is passed and in date on the day (training rule 2). */
    private boolean mayTake(Volunteer person, String code, LocalDate day) {
        return training.prerequisites(code).stream().allMatch(needed -> valid(person, needed, day) != null);
    }

    /** Until when the module is passed that is valid on the day; null when it is not. */
    private LocalDate valid(Volunteer person, String code, LocalDate day) {
        return of(person, code).stream()
                .filter(q -> q.isValidOn(day))
                .map(q -> q.lastDay == null ? LocalDate.MAX : q.lastDay)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Qualification> of(Volunteer person, String code) {
        if (byPerson == null) {
            byPerson = training.qualifications().stream().collect(groupingBy(q -> q.volunteer));
        }
        return byPerson.getOrDefault(person, List.of()).stream()
                .filter(q -> q.moduleCode().equals(code))
                .toList();
    }

    // --- days

    /** When the module is passed by the plan, whose last one comes so many days after the first. */
    private static LocalDate planned(LocalDate begun, String code, int days, Random random) {
        var day = begun.plusDays(PLAN.get(code) * (long) days / LAST_OF_PLAN);
        return BY_QUESTIONS.contains(code) && days == LAST_OF_PLAN ? day.plusDays(random.nextInt(4)) : day;
    }

    /** The Saturday of the module, one in four, on the day or before it: renewals are taught together. */
    private static LocalDate saturday(LocalDate day, String code) {
        var saturday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        int week = Math.floorMod(code.hashCode(), 4);
        while (Math.floorMod(saturday.toEpochDay() / 7, 4) != week) saturday = saturday.minusWeeks(1);
        return saturday;
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
