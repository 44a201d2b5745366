package org.attest.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/** Somebody who learns by the curriculum that ships, without a database. */
final class Learner {

    static final Actor ASSESSOR = new Actor("assessor", "Asa Marker", "assessor");

    private final Volunteer person = new Volunteer();
    private final Curriculum curriculum = CurriculumPress.shipped();
    private final List<Qualification> qualifications = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<SectionRead> reads = new ArrayList<>();
    private final List<Seat> failed = new ArrayList<>();
    private final List<ThirdFailDecision> decisions = new ArrayList<>();

    Learner(Long accountId) {
        person.force = new Force();
        person.accountId = accountId;
    }

    Learner() {
        this(1L);
    }

    ModuleDocument module(String code) {
        return curriculum.module(code).orElseThrow();
    }

    ModuleVersion version(String code) {
        var version = new ModuleVersion();
        version.module = new Module();
        version.module.code = code;
        version.number = 1;
        version.text = module(code).written();
        version.sha256 = Sha256.of(version.text);
        return version;
    }

    Learner passed(String code, LocalDate earnedOn) {
        var one = new Qualification();
        one.volunteer = person;
        one.force = person.force;
        one.moduleVersion = version(code);
        one.earnedOn = earnedOn;
        one.lastDay = module(code).term().lastDay(earnedOn);
        qualifications.add(one);
        return this;
    }

    /** Everything the module needs, directly or through others, passed on the day. */
    Learner passedAllBefore(String code, LocalDate day) {
        for (var needed : module(code).prerequisites())
            passedAllBefore(needed, day).passed(needed, day);
        return this;
    }

    Learner revoked() {
        qualifications.get(qualifications.size() - 1).revokedAt = qualifications
                .get(qualifications.size() - 1)
                .earnedOn
                .atStartOfDay(ClockOfAttest.LONDON)
                .toInstant();
        return this;
    }

    Learner tried(String code, LocalDate day, boolean passed) {
        var one = new Attempt();
        one.volunteer = person;
        one.moduleVersion = version(code);
        one.begunAt = day.atTime(19, 0).atZone(ClockOfAttest.LONDON).toInstant();
        one.finishedAt = one.begunAt.plusSeconds(1200);
        one.questions = 10;
        one.rightAnswers = passed ? 9 : 4;
        one.passed = passed;
        attempts.add(one);
        return this;
    }

    /** Did not pass it in a session of the day, which is closed. */
    Learner failedInSession(String code, LocalDate day) {
        var seat = new Seat();
        seat.volunteer = person;
        seat.session = new TaughtSession();
        seat.session.module = version(code).module;
        seat.session.startsAt = day.atTime(10, 0).atZone(ClockOfAttest.LONDON).toInstant();
        seat.outcome = SessionOutcome.NOT_PASSED;
        failed.add(seat);
        return this;
    }

    /** The coordinator decided; from null it is not tried again. */
    Learner decided(String code, LocalDate day, LocalDate tryFrom) {
        var one = new ThirdFailDecision();
        one.volunteer = person;
        one.module = version(code).module;
        one.decidedAt = day.atTime(12, 0).atZone(ClockOfAttest.LONDON).toInstant();
        one.tryFrom = tryFrom;
        one.reason = "As agreed.";
        decisions.add(one);
        return this;
    }

    Learner readEverything(String code, LocalDate day) {
        for (var section : module(code).sections()) {
            var read = new SectionRead();
            read.volunteer = person;
            read.moduleVersion = version(code);
            read.section = section.slug();
            read.readAt = day.atTime(18, 0).atZone(ClockOfAttest.LONDON).toInstant();
            reads.add(read);
        }
        return this;
    }

    TrainingRecord on(LocalDate day) {
        return new TrainingRecord(person, curriculum, qualifications, attempts, reads, failed, decisions, day);
    }

    static Account account(Long id, String name) {
        var account = new Account();
        account.id = id;
        account.name = name;
        account.ref = "R" + id;
        return account;
    }

    static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(20, 0).atZone(ClockOfAttest.LONDON).toInstant(), ClockOfAttest.LONDON);
    }
}
