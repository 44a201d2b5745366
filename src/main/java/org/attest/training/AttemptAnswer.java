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
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/** A question drawn for an attempt, and its answer: changed as often as one likes until the attempt is handed in. */
@Entity
@Table(name = "attempt_answer")
class AttemptAnswer extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attempt_answer_seq")
    @SequenceGenerator(name = "attempt_answer_seq", sequenceName = "attempt_answer_seq", allocationSize = 50)
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "attempt_id", updatable = false)
    Attempt attempt;

    /** Counts from 1. */
    @Column(nullable = false, updatable = false)
    int position;

    /** Its id in the version of the module. */
    @Column(nullable = false, updatable = false)
    String question;

    /** {@link Question}'s numbers with commas; null while there is none. */
    String answer;

    @Column(name = "answered_at")
    Instant answeredAt;

    /** Null until the attempt is handed in. */
    @Column(name = "is_right")
    Boolean right;

    static List<AttemptAnswer> of(Attempt attempt) {
        return list("attempt = ?1 order by position", attempt);
    }

    static void to(Attempt attempt, int position, String question) {
        var one = new AttemptAnswer();
        one.force = attempt.force;
        one.attempt = attempt;
        one.position = position;
        one.question = question;
        one.persist();
    }

    /** Keeps the answer. Refused once the attempt is handed in. */
    void keep(List<Integer> given, Clock clock) {
        if (!attempt.isOpen()) throw new Refused("This attempt is handed in already", "");
        answer = given.stream().map(String::valueOf).collect(Collectors.joining(","));
        answeredAt = clock.instant();
    }

    void mark(ModuleDocument module) {
        right = module.question(question).isRight(given());
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** As {@link Question} understands it; null while there is none. */
    List<Integer> given() {
        return answer == null
                ? null
                : Arrays.stream(answer.split(",")).map(Integer::valueOf).toList();
    }
}
