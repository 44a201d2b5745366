package org.attest.vetting;

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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/**
 * Everything that is missing from a case, asked for once, with one due day (features row 6). The clock stands until the
 * applicant has answered or the unit takes it back. What is asked and what is answered is sealed.
 */
@Entity(name = "VettingQuestion")
@Table(name = "vetting_question")
public class Question extends ForceOwned {

    static final int LONGEST = 4000;

    static final String ASKED = "asked";
    static final String ANSWERED = "answered";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_question_seq")
    @SequenceGenerator(name = "vetting_question_seq", sequenceName = "vetting_question_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Column(name = "due_on", nullable = false, updatable = false)
    public LocalDate dueOn;

    @Column(name = "sealed_asked", nullable = false, updatable = false)
    public byte[] sealedAsked;

    @Column(name = "sealed_answer")
    public byte[] sealedAnswer;

    @Column(name = "asked_at", nullable = false, updatable = false)
    public Instant askedAt;

    @Column(name = "asked_by", nullable = false, updatable = false)
    public String askedBy;

    @Column(name = "closed_at")
    public Instant closedAt;

    @Column(name = "closed_by")
    public String closedBy;

    /** Whether it was answered, or else taken back; null while it waits. */
    public Boolean answered;

    /** The requests of a case, oldest first. */
    static List<Question> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by askedAt, id", vettingCase);
    }

    /** The requests of these cases, oldest first, in one statement. */
    static List<Question> of(Collection<VettingCase> cases) {
        return list("vettingCase in ?1 order by askedAt, id", cases);
    }

    /** The one that waits for an answer. */
    static Optional<Question> waiting(VettingCase vettingCase) {
        return find("vettingCase = ?1 and closedAt is null", vettingCase).firstResultOptional();
    }

    /** Those of a person's cases that wait for an answer, soonest due first. */
    static List<Question> waiting(Volunteer person) {
        return list(
                "from VettingQuestion q join fetch q.vettingCase c where c.volunteer = ?1 and q.closedAt is null"
                        + " order by q.dueOn, q.id",
                person);
    }

    /** Refused while another waits, and while the case is not with the unit. */
    static CaseWorkedOn ask(
            VettingCase vettingCase, String what, LocalDate dueOn, Worker by, Compartment compartment, Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit asks for what is missing");
        if (!vettingCase.state.isWithTheUnit()) {
            throw new Refused("The case is not with the vetting unit", "vetting section 3.2");
        }
        if (what == null) throw new Refused("Enter everything that is missing", "");
        if (!dueOn.isAfter(LocalDate.now(clock))) throw new Refused("The due day has to be after today", "");
        if (waiting(vettingCase).isPresent()) {
            throw new Refused("A request waits already: everything is asked for at once", "features row 6");
        }
        var question = new Question();
        question.force = vettingCase.force;
        question.ref = Reference.random();
        question.vettingCase = vettingCase;
        question.dueOn = dueOn;
        question.sealedAsked = compartment.close(vettingCase, what, ASKED);
        question.askedAt = clock.instant();
        question.askedBy = by.actor().name();
        question.persist();
        ClockStop.begin(vettingCase, ClockStop.Reason.INFORMATION_REQUESTED, by.actor(), clock);
        return new CaseWorkedOn(by.actor(), vettingCase, "asked");
    }

    /** The applicant answers, once. */
    CaseWorkedOn answer(String words, Worker by, Compartment compartment, Clock clock) {
        if (!by.is(Hand.APPLICANT)) throw new Refused("The applicant answers", "");
        if (words == null) throw new Refused("Enter your answer", "");
        close(true, by, clock);
        sealedAnswer = compartment.close(vettingCase, words, ANSWERED);
        return new CaseWorkedOn(by.actor(), vettingCase, "answered");
    }

    /** The unit needs no answer any more. */
    CaseWorkedOn takeBack(Worker by, Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit takes a request back");
        close(false, by, clock);
        return new CaseWorkedOn(by.actor(), vettingCase, "request taken back");
    }

    private void close(boolean withAnswer, Worker by, Clock clock) {
        if (closedAt != null) throw new Refused("The request is closed already", "");
        closedAt = clock.instant();
        closedBy = by.actor().name();
        answered = withAnswer;
        ClockStop.end(vettingCase, ClockStop.Reason.INFORMATION_REQUESTED, by.actor(), clock);
    }

    String asked(Compartment compartment) {
        return compartment.text(vettingCase, sealedAsked, ASKED);
    }

    /** Null while there is none. */
    String answer(Compartment compartment) {
        return compartment.text(vettingCase, sealedAnswer, ANSWERED);
    }
}
