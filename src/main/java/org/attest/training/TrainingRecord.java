package org.attest.training;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * One person's training as of a day: what is passed and in date, what they may begin, and what they may try.
 *
 * @param failed places in closed sessions in which they did not pass, oldest first
 * @param decisions what was decided after third fails, oldest first
 */
record TrainingRecord(
        Volunteer person,
        Curriculum curriculum,
        List<Qualification> qualifications,
        List<Attempt> attempts,
        List<SectionRead> reads,
        List<Seat> failed,
        List<ThirdFailDecision> decisions,
        LocalDate day) {

    /** The module of tutored shifts. */
    static final String TUTORED_SHIFTS = "DSC-307";

    /** As of the day; six statements. */
    static TrainingRecord of(Volunteer person, Curriculum curriculum, LocalDate day) {
        return new TrainingRecord(
                person,
                curriculum,
                Qualification.of(person),
                Attempt.of(person),
                SectionRead.of(person),
                Seat.failed(List.of(person)),
                ThirdFailDecision.of(person),
                day);
    }

    /** {@link #of(Volunteer, Curriculum, LocalDate)} of each of many, by the person's id; seven statements. */
    static Map<Long, TrainingRecord> of(Collection<Volunteer> people, Curriculum curriculum, LocalDate day) {
        ModuleVersion.all();
        var qualifications = Qualification.of(people).stream().collect(groupingBy(q -> q.volunteer.id));
        var attempts = Attempt.of(people).stream().collect(groupingBy(a -> a.volunteer.id));
        var reads = SectionRead.of(people).stream().collect(groupingBy(r -> r.volunteer.id));
        var failed = Seat.failed(people).stream().collect(groupingBy(s -> s.volunteer.id));
        var decisions = ThirdFailDecision.of(people).stream().collect(groupingBy(d -> d.volunteer.id));
        return people.stream()
                .collect(Collectors.toMap(
                        p -> p.id,
                        p -> new TrainingRecord(
                                p,
                                curriculum,
                                qualifications.getOrDefault(p.id, List.of()),
                                attempts.getOrDefault(p.id, List.of()),
                                reads.getOrDefault(p.id, List.of()),
                                failed.getOrDefault(p.id, List.of()),
                                decisions.getOrDefault(p.id, List.of()),
                                day)));
    }

    /** The same as of another day. */
    TrainingRecord on(LocalDate other) {
        return new TrainingRecord(person, curriculum, qualifications, attempts, reads, failed, decisions, other);
    }

    /** The same as if one of the qualifications had never been given. */
    TrainingRecord without(Qualification revoked) {
        var others = qualifications.stream().filter(q -> !q.equals(revoked)).toList();
        return new TrainingRecord(person, curriculum, others, attempts, reads, failed, decisions, day);
    }

    /** The same with one more result. */
    TrainingRecord with(Qualification earned) {
        var all = Stream.concat(qualifications.stream(), Stream.of(earned)).toList();
        return new TrainingRecord(person, curriculum, all, attempts, reads, failed, decisions, day);
    }

    /** The qualification by which the module is passed and in date; of several the one that lasts longest. */
    Optional<Qualification> valid(String code) {
        return qualifications.stream()
                .filter(q -> q.moduleCode().equals(code) && q.isValidOn(day))
                .max(LASTS);
    }

    private static final Comparator<Qualification> LASTS =
            Comparator.comparing(q -> q.countsUntil(), Comparator.nullsLast(Comparator.naturalOrder()));

    /** Whether what counts, or counted last, does so by order beyond its own last valid day. */
    boolean isExtended(String code) {
        return latest(code).filter(q -> q.extendedBy() != null).isPresent();
    }

    /** The one that lasted longest of those that began by the day, valid or not, revoked ones left out. */
    Optional<Qualification> latest(String code) {
        return qualifications.stream()
                .filter(q -> q.moduleCode().equals(code) && q.revokedAt == null && !q.earnedOn.isAfter(day))
                .max(LASTS);
    }

    /** Whether a result that counts is recorded for just that day. */
    boolean hasResultOf(String code, LocalDate earnedOn) {
        return qualifications.stream()
                .anyMatch(q -> q.moduleCode().equals(code) && q.revokedAt == null && q.earnedOn.equals(earnedOn));
    }

    /** The attempt at the module that was open on the day. */
    Optional<Attempt> open(String code) {
        return attempts.stream()
                .filter(a -> a.moduleCode().equals(code) && a.isOpenOn(day))
                .findFirst();
    }

    /** An attempt that passed since the last period began, on the day or before: the questions of the module are done. */
    Optional<Attempt> passedAttempt(String code, LocalDate by) {
        var since = latest(code).map(q -> q.earnedOn).orElse(LocalDate.MIN);
        return attempts.stream()
                .filter(a -> a.moduleCode().equals(code) && Boolean.TRUE.equals(a.passed))
                .filter(a -> !a.finishedOn().isAfter(by) && a.finishedOn().isAfter(since))
                .reduce((first, later) -> later);
    }

    /**
     * One fail that counts.
     *
     * @param how in words, with the mark where there is one: {@code by the questions in Attest, 40%}
     */
    record Fail(LocalDate on, String how) {}

    /**
     * The fails that count, oldest first: by the questions here and in closed sessions alike, since the module was passed
     * last and since the coordinator let them try again (training rule 3).
     */
    List<Fail> fails(String code) {
        var finished = attempts.stream()
                .filter(a -> a.moduleCode().equals(code)
                        && !a.isOpen()
                        && !a.finishedOn().isAfter(day))
                .toList();
        int from = 0;
        for (int i = 0; i < finished.size(); i++) if (finished.get(i).passed) from = i + 1;
        var byQuestions = finished.subList(from, finished.size()).stream()
                .map(a -> new Fail(a.finishedOn(), "by the questions in Attest, " + a.percent() + "%"));
        var inSessions = failed.stream()
                .filter(seat -> seat.session.module.code.equals(code))
                .map(seat -> new Fail(
                        seat.session.day(), "in a session" + (seat.percent == null ? "" : ", " + seat.percent + "%")));
        var since = decision(code)
                .filter(ThirdFailDecision::isAgain)
                .map(ThirdFailDecision::decidedOn)
                .orElse(passedSince(code));
        return Stream.concat(byQuestions, inSessions)
                .filter(fail -> fail.on.isAfter(since) && !fail.on.isAfter(day))
                .sorted(Comparator.comparing(Fail::on))
                .toList();
    }

    /** Days of the {@link #fails}, oldest first. */
    List<LocalDate> failedOn(String code) {
        return fails(code).stream().map(Fail::on).toList();
    }

    private LocalDate passedSince(String code) {
        return latest(code).map(q -> q.earnedOn).orElse(LocalDate.MIN);
    }

    /** What the coordinator decided last by the day, since the module was passed last. */
    Optional<ThirdFailDecision> decision(String code) {
        var since = passedSince(code);
        return decisions.stream()
                .filter(d -> d.module.code.equals(code))
                .filter(d -> d.decidedOn().isAfter(since) && !d.decidedOn().isAfter(day))
                .reduce((first, later) -> later);
    }

    /** Whether the coordinator decided that it is not tried again. */
    boolean isStopped(String code) {
        return decision(code).filter(d -> !d.isAgain()).isPresent();
    }

    /** Whether it is for the coordinator to say how it goes on (training rule 3). */
    boolean isWithCoordinator(String code) {
        return isStopped(code) || AttemptLimit.isWithCoordinator(failedOn(code), day);
    }

    /** First day of the next attempt, after a fail or as it was decided; null for any day. */
    LocalDate nextAttempt(String code) {
        var from = AttemptLimit.from(failedOn(code));
        var decided = decision(code).map(d -> d.tryFrom).orElse(null);
        if (from == null || decided == null) return from == null ? decided : from;
        return decided.isAfter(from) ? decided : from;
    }

    /** Why the module may not be tried on the day, wherever it is (training rule 3); empty when it may. */
    Optional<Refused> refusedAttempt(String code) {
        var decision = decision(code).orElse(null);
        if (decision != null && !decision.isAgain()) {
            return Optional.of(new Refused(
                    "It was decided on " + Formats.inWords(decision.decidedOn()) + " that this is not tried again",
                    "training rule 3"));
        }
        if (decision != null && day.isBefore(decision.tryFrom)) {
            return Optional.of(new Refused(
                    "The next attempt can begin on " + Formats.inWords(decision.tryFrom)
                            + ", as the coordinator decided",
                    "training rule 3"));
        }
        return AttemptLimit.refusal(failedOn(code), day);
    }

    /**
     * Whether a session of the module is what they need: everything it needs is passed and in date, it is not itself, and
     * neither the questions here nor the coordinator come first.
     */
    boolean isReadyForSession(ModuleDocument module) {
        var code = module.code();
        return module.isRecordedByHand()
                && valid(code).isEmpty()
                && missing(module).isEmpty()
                && !isWithCoordinator(code)
                && (!module.isLearnedHere() || passedAttempt(code, day).isPresent());
    }

    /** The modules that wait for this one alone: passing it would let them be begun. */
    List<ModuleDocument> openedBy(ModuleDocument module) {
        return curriculum.neededBy(module.code()).stream()
                .filter(m -> !m.isRetired() && valid(m.code()).isEmpty())
                .filter(m -> missing(m).equals(List.of(module.code())))
                .toList();
    }

    /** What of the module was read, in whichever version, since it was passed last. */
    Set<String> read(ModuleDocument module) {
        var since = latest(module.code()).map(q -> q.earnedOn).orElse(LocalDate.MIN);
        return reads.stream()
                .filter(r -> r.moduleVersion.module.code.equals(module.code()))
                .filter(r -> r.readOn().isAfter(since) && !r.readOn().isAfter(day))
                .map(r -> r.section)
                .filter(slug -> module.section(slug).isPresent())
                .collect(Collectors.toSet());
    }

    boolean isRead(ModuleDocument module) {
        return read(module).size() == module.sections().size();
    }

    /** Whether only the questions are to be done: it is valid still, or ended no more than 90 days ago (training rule 5). */
    boolean isReassessed(String code) {
        return latest(code)
                .filter(q -> q.lastDay == null
                        || QualificationTerm.route(q.countsUntil(), day) == QualificationTerm.Route.REASSESSMENT)
                .isPresent();
    }

    /** The prerequisites that are not passed and in date on the day, in order. */
    List<String> missing(ModuleDocument module) {
        return module.prerequisites().stream()
                .filter(code -> valid(code).isEmpty())
                .toList();
    }

    /** Refuses to begin the module unless every prerequisite is passed and in date on the day (training rule 2). */
    void refuseUnlessMayStart(ModuleDocument module) {
        if (module.isRetired()) throw new Refused("This module is retired", "");
        for (var code : missing(module)) {
            var ended = latest(code).map(q -> q.countsUntil()).orElse(null);
            throw new Refused(
                    module.code() + " needs " + code + ", which "
                            + (ended == null ? "is not passed" : "expired on " + Formats.inWords(ended)),
                    "training rule 2");
        }
    }

    /**
     * Refuses a tutored shift unless stages A and B and what tutored shifts need are passed and in date on the day (training
     * ruling 6a).
     *
     * @param switchedOn what the force asks for of what is left to forces
     */
    void refuseUnlessMayBeTutored(Set<String> switchedOn) {
        var needed = curriculum.module(TUTORED_SHIFTS).orElseThrow().prerequisites();
        if (valid(TUTORED_SHIFTS).isPresent()) {
            throw new Refused(TUTORED_SHIFTS + " is passed: tutored shifts are complete", "");
        }
        for (var module : curriculum.modules()) {
            boolean early = module.stage() == TrainingStage.A || module.stage() == TrainingStage.B;
            boolean asked =
                    early && !module.isRetired() && (!module.isLeftToForces() || switchedOn.contains(module.code()));
            if (!asked && !needed.contains(module.code())
                    || valid(module.code()).isPresent()) continue;
            var ended = latest(module.code()).map(Qualification::countsUntil).orElse(null);
            throw new Refused(
                    "Tutored shifts need " + module.code() + ", which "
                            + (ended == null
                                    ? "is not passed on " + Formats.inWords(day)
                                    : "expired on " + Formats.inWords(ended)),
                    "training ruling 6a");
        }
    }

    /**
     * Refuses an attempt unless the module may be begun, is not valid for longer than 60 days still, is read, and was not
     * tried too often or too lately (training rules 2, 3 and 5).
     */
    void refuseUnlessMayTry(ModuleDocument module) {
        refuseUnlessMayStart(module);
        if (!module.isLearnedHere()) throw new Refused("This module is not answered here", "");
        if (open(module.code()).isPresent()) throw new Refused("An attempt at this module is open already", "");
        valid(module.code())
                .filter(q -> !QualificationTerm.isRenewable(q.lastDay, day))
                .ifPresent(q -> {
                    throw new Refused(
                            q.lastDay == null
                                    ? "It is passed, and does not expire"
                                    : "It is passed, and renewal opens on "
                                            + Formats.inWords(q.lastDay.minusDays(QualificationTerm.ENDS_SOON)),
                            "training rule 5");
                });
        if (passedAttempt(module.code(), day).isPresent()) {
            throw new Refused("The questions are passed: the rest is done in the classroom", "");
        }
        refusedAttempt(module.code()).ifPresent(refused -> {
            throw refused;
        });
        if (!isReassessed(module.code()) && !isRead(module)) throw new Refused("Read every section first", "");
    }

    /** How the module stands for the person. */
    ModuleStanding standing(ModuleDocument module) {
        return ModuleStanding.of(this, module);
    }
}
