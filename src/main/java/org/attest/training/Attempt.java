package org.attest.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.Refused;

/**
 * One try at the questions of a module: which version, which questions were drawn by which seed, what was answered, and
 * the mark. What is handed in never changes.
 */
@Entity
public class Attempt extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attempt_seq")
    @SequenceGenerator(name = "attempt_seq", sequenceName = "attempt_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_version_id", updatable = false)
    public ModuleVersion moduleVersion;

    /** What the questions were drawn by, and the order of what they offer. */
    @Column(nullable = false, updatable = false)
    public long seed;

    @Column(name = "begun_at", nullable = false, updatable = false)
    public Instant begunAt;

    /** Null while it is open. */
    @Column(name = "finished_at")
    public Instant finishedAt;

    /** How many were drawn. */
    @Column(nullable = false, updatable = false)
    public int questions;

    /** Null while it is open. */
    @Column(name = "right_answers")
    public Integer rightAnswers;

    /** Null while it is open. */
    public Boolean passed;

    @Version
    public int version;

    /** The person's, oldest first, with module and version. */
    static List<Attempt> of(Volunteer person) {
        return list(
                "from Attempt a join fetch a.moduleVersion v join fetch v.module where a.volunteer = ?1"
                        + " order by a.begunAt, a.id",
                person);
    }

    /** Those of many people, oldest first; one statement, which reads no text of a module. */
    static List<Attempt> of(Collection<Volunteer> people) {
        if (people.isEmpty()) return List.of();
        return list("from Attempt a where a.volunteer in ?1" + " order by a.begunAt, a.id", people);
    }

    /** By reference, within scope. */
    static Optional<Attempt> byRef(String ref) {
        return find(
                        "from Attempt a join fetch a.volunteer join fetch a.moduleVersion v join fetch v.module where a.ref = ?1",
                        Reference.normalise(ref))
                .firstResultOptional();
    }

    /** Begins one, and draws its questions. Refused as {@link TrainingRecord#refuseUnlessMayTry} says. */
    static AttemptBegun begin(TrainingRecord training, ModuleVersion version, long seed, Actor by, Clock clock) {
        training.refuseUnlessMayTry(version.document());
        var person = training.person();
        var drawn = Draw.of(version.document(), seed);
        var attempt = new Attempt();
        attempt.force = person.force;
        attempt.ref = Reference.random();
        attempt.volunteer = person;
        attempt.moduleVersion = version;
        attempt.seed = seed;
        attempt.begunAt = clock.instant();
        attempt.questions = drawn.size();
        attempt.persist();
        for (int i = 0; i < drawn.size(); i++)
            AttemptAnswer.to(attempt, i + 1, drawn.get(i).id());
        return new AttemptBegun(by, person, attempt);
    }

    /** Hands it in and marks it. Refused while a question has no answer, and a second time. */
    AttemptMarked handIn(List<AttemptAnswer> answers, Actor by, Clock clock) {
        if (!isOpen()) throw new Refused("This attempt is handed in already", "");
        long without = answers.stream().filter(a -> !a.isAnswered()).count();
        if (without > 0) {
            throw new Refused(
                    without == 1 ? "One question has no answer yet" : without + " questions have no answer yet", "");
        }
        var module = moduleVersion.document();
        answers.forEach(answer -> answer.mark(module));
        rightAnswers = (int) answers.stream().filter(a -> a.right).count();
        passed = module.pass().isReachedBy(rightAnswers, questions);
        finishedAt = clock.instant();
        return new AttemptMarked(by, volunteer, this);
    }

    public boolean isOpen() {
        return finishedAt == null;
    }

    /** Whether it was begun by the day and not handed in before or on it. */
    boolean isOpenOn(LocalDate day) {
        return !LocalDate.ofInstant(begunAt, ClockOfAttest.LONDON).isAfter(day)
                && (isOpen() || finishedOn().isAfter(day));
    }

    /** The day it was handed in, in London; null while it is open. */
    LocalDate finishedOn() {
        return finishedAt == null ? null : LocalDate.ofInstant(finishedAt, ClockOfAttest.LONDON);
    }

    /** The mark of a hundred, rounded down; null while it is open. */
    public Integer percent() {
        return rightAnswers == null ? null : rightAnswers * 100 / questions;
    }

    /** {@code DSC-101}. */
    public String moduleCode() {
        return moduleVersion.module.code;
    }
}
