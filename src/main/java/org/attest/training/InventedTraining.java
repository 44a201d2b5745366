package org.attest.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;

/**
 * Training invented for the demonstration, of the people of one force: rows as learning, sessions and results would have
 * left them, made in memory on days that have passed. Who passed what and when is the story's; how it is written is known here.
 */
public final class InventedTraining {

    private static final LocalTime EVENING = LocalTime.of(19, 10);
    private static final LocalTime BEGINS = LocalTime.of(9, 30);
    private static final LocalTime ENDS = LocalTime.of(16, 0);

    private final Force force;
    private final Actor assessor;
    private final String planner;
    private final Map<String, ModuleVersion> versions;
    private final Instant now;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<AttemptAnswer> answers = new ArrayList<>();
    private final List<SectionRead> reads = new ArrayList<>();
    private final List<Qualification> qualifications = new ArrayList<>();
    private final List<TaughtSession> sessions = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();

    /**
     * @param assessor who assessed everything
     * @param planner who planned the sessions
     * @param versions as {@link #versions} has them
     */
    public InventedTraining(
            Force force, Actor assessor, String planner, Map<String, ModuleVersion> versions, Instant now) {
        this.force = force;
        this.assessor = assessor;
        this.planner = planner;
        this.versions = versions;
        this.now = now;
    }

    /** Every module as it is taught now, by its code, in one statement. */
    public static Map<String, ModuleVersion> versions() {
        return ModuleVersion.newest().stream()
                .collect(Collectors.toMap(
                        ModuleVersion::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The rows, each list to be stored before the next. */
    public List<List<?>> rows() {
        return List.of(attempts, answers, reads, qualifications, sessions, seats);
    }

    /** What people have passed, in the order in which it was told. */
    public List<Qualification> qualifications() {
        return List.copyOf(qualifications);
    }

    /** The last valid day of the module passed on the day; null when it does not expire. */
    public LocalDate lastDay(String code, LocalDate earnedOn) {
        return document(code).term().lastDay(earnedOn);
    }

    /** The modules that the module needs. */
    public List<String> prerequisites(String code) {
        return document(code).prerequisites();
    }

    /** The person passed the module on the day, with a mark where it has one. */
    public Qualification passed(Volunteer person, String code, LocalDate day, Random random) {
        var module = document(code);
        var one = new Qualification();
        one.force = force;
        one.ref = Reference.from(random);
        one.code = Reference.from(random);
        one.volunteer = person;
        one.moduleVersion = versions.get(code);
        one.earnedOn = day;
        one.lastDay = module.term().lastDay(day);
        one.awardedAt = at(day, ENDS.plusMinutes(40));
        one.awardedBy = assessor.name();
        one.awardedByRef = assessor.ref();
        if (module.pass().kind() == Pass.Kind.SCORE) {
            int least = module.pass().percent();
            one.percent = least + random.nextInt(101 - least);
        }
        if (module.sign()) {
            one.assessor = assessor.name();
            one.assessorRef = assessor.ref();
        }
        one.evidence = "Learning record of the force";
        verified(one);
        qualifications.add(one);
        return one;
    }

    private static void verified(Qualification one) {
        one.evidenceVerifiedAt = one.awardedAt;
        one.evidenceVerifiedBy = one.awardedBy;
    }

    /** Its questions were passed here on the day; where nothing else is to be done it was earned by them. */
    public void byQuestions(Qualification one, LocalDate day, Random random) {
        read(one.volunteer, one.moduleCode(), day, random);
        var attempt = attempt(one.volunteer, one.moduleCode(), day, random);
        handIn(attempt, true, random);
        if (!document(one.moduleCode()).isELearningOnly()) return;
        one.attempt = attempt;
        one.percent = attempt.percent();
        one.awardedAt = attempt.finishedAt;
        one.awardedBy = one.volunteer.called();
        one.awardedByRef = one.volunteer.ref;
        one.evidence = null;
        one.evidenceVerifiedAt = null;
        one.evidenceVerifiedBy = null;
    }

    /** The person tried the questions on the day, and did not pass. */
    public void failed(Volunteer person, String code, LocalDate day, Random random) {
        read(person, code, day, random);
        handIn(attempt(person, code, day, random), false, random);
    }

    /** The person has read the module, and began its questions on the day; half of them are answered. */
    public void underWay(Volunteer person, String code, LocalDate day, Random random) {
        read(person, code, day, random);
        var attempt = attempt(person, code, day, random);
        var drawn = Draw.of(document(code), attempt.seed);
        for (int i = 0; i < drawn.size(); i++) {
            var answer = answer(attempt, i + 1, drawn.get(i), true);
            answer.right = null;
            if (i < drawn.size() / 2) continue;
            answer.answer = null;
            answer.answeredAt = null;
        }
    }

    private void read(Volunteer person, String code, LocalDate day, Random random) {
        int minutes = 0;
        for (var section : document(code).sections()) {
            var one = new SectionRead();
            one.force = force;
            one.volunteer = person;
            one.moduleVersion = versions.get(code);
            one.section = section.slug();
            one.readAt = at(day, EVENING.minusMinutes(120 - minutes));
            minutes += 8 + random.nextInt(4);
            reads.add(one);
        }
    }

    private Attempt attempt(Volunteer person, String code, LocalDate day, Random random) {
        var one = new Attempt();
        one.force = force;
        one.ref = Reference.from(random);
        one.volunteer = person;
        one.moduleVersion = versions.get(code);
        one.seed = random.nextLong();
        one.begunAt = at(day, EVENING);
        one.questions = document(code).draw();
        attempts.add(one);
        return one;
    }

    private void handIn(Attempt attempt, boolean passed, Random random) {
        var module = attempt.moduleVersion.document();
        var drawn = Draw.of(module, attempt.seed);
        int least = (module.pass().percent() * drawn.size() + 99) / 100;
        int right = passed ? least + random.nextInt(drawn.size() - least + 1) : least - 1 - random.nextInt(2);
        for (int i = 0; i < drawn.size(); i++) answer(attempt, i + 1, drawn.get(i), i < right);
        attempt.rightAnswers = right;
        attempt.passed = module.pass().isReachedBy(right, drawn.size());
        attempt.finishedAt = attempt.begunAt.plus(Duration.ofMinutes(9 + random.nextInt(12)));
        if (attempt.finishedAt.isAfter(now)) attempt.finishedAt = now;
    }

    private AttemptAnswer answer(Attempt attempt, int position, Question question, boolean right) {
        var one = new AttemptAnswer();
        one.force = force;
        one.attempt = attempt;
        one.position = position;
        one.question = question.id();
        one.answer = (right ? question.answer() : wrong(question))
                .stream().map(String::valueOf).collect(Collectors.joining(","));
        one.answeredAt = attempt.begunAt.plusSeconds(20L * position);
        one.right = right;
        answers.add(one);
        return one;
    }

    private static List<Integer> wrong(Question question) {
        var answer = question.answer();
        int offered = question.offered().size();
        return switch (question.kind()) {
            case SINGLE, SCENARIO -> List.of((answer.get(0) + 1) % offered);
            case MULTIPLE ->
                List.of(IntStream.range(0, offered)
                        .filter(i -> !answer.contains(i))
                        .findFirst()
                        .orElse(answer.get(0)));
            case ORDERING, MATCHING ->
                IntStream.range(0, offered).map(i -> (i + 1) % offered).boxed().toList();
        };
    }

    // --- sessions

    /** A session of the module on the day, with places for so many; closed the same evening if it is over. */
    public TaughtSession session(String code, LocalDate day, int places, boolean closed, Random random) {
        var one = new TaughtSession();
        one.force = force;
        one.ref = Reference.from(random);
        one.module = versions.get(code).module;
        one.startsAt = day.atTime(BEGINS).atZone(ClockOfAttest.LONDON).toInstant();
        one.endsAt = day.atTime(ENDS).atZone(ClockOfAttest.LONDON).toInstant();
        one.places = places;
        one.place = "Training room " + (1 + random.nextInt(3)) + ", " + force.shortName() + " headquarters";
        one.joining = "Bring your pass. Doors open at 9:00am.";
        one.plannedAt = at(day.minusDays(40 + random.nextInt(20)), LocalTime.of(10, 15));
        one.plannedBy = planner;
        if (closed) {
            one.assessorRef = assessor.ref();
            one.closedAt = at(day, ENDS.plusMinutes(40));
            one.closedBy = assessor.name();
        }
        sessions.add(one);
        return one;
    }

    /** The person had a place, and passed there. */
    public void passedIn(TaughtSession session, Qualification earned, Random random) {
        var seat = seat(session, earned.volunteer, random);
        seat.outcome = SessionOutcome.PASSED;
        seat.percent = earned.percent;
        seat.qualification = earned;
        earned.evidence =
                "Register of the session of " + Formats.inWords(session.day()) + ", " + Formats.grouped(session.ref);
    }

    /** The person had a place, and did not pass. */
    public void failedIn(TaughtSession session, Volunteer person, Random random) {
        var seat = seat(session, person, random);
        seat.outcome = SessionOutcome.NOT_PASSED;
        seat.percent = document(session.module.code).pass().percent() - 2 - random.nextInt(15);
    }

    /** The person had a place, and did not come. */
    public void missed(TaughtSession session, Volunteer person, Random random) {
        seat(session, person, random).outcome = SessionOutcome.NO_SHOW;
    }

    /** The person has a place, or waits for one where all are taken; nobody can tell yet what comes of it. */
    public void join(TaughtSession session, Volunteer person, Random random) {
        long before = seats.stream().filter(s -> s.session == session).count();
        var seat = seat(session, person, random);
        if (before >= session.places) seat.placedAt = null;
    }

    private Seat seat(TaughtSession session, Volunteer person, Random random) {
        var one = new Seat();
        one.force = force;
        one.ref = Reference.from(random);
        one.session = session;
        one.volunteer = person;
        long before = seats.stream().filter(s -> s.session == session).count();
        // one after the other, so that who joined first moves up first
        one.joinedAt = session.plannedAt.plusSeconds(3600 * (before + 1) + random.nextInt(3000));
        if (one.joinedAt.isAfter(now)) one.joinedAt = now.minusSeconds(900 - before);
        one.joinedBy = person.called();
        one.placedAt = one.joinedAt;
        seats.add(one);
        return one;
    }

    private ModuleDocument document(String code) {
        return versions.get(code).document();
    }

    private Instant at(LocalDate day, LocalTime time) {
        var then = day.atTime(time).atZone(ClockOfAttest.LONDON).toInstant();
        return then.isBefore(now) ? then : now.minusSeconds(1200);
    }
}
