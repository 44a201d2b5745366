package org.attest.recruitment.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/**
 * A person's application to their force: written over several evenings, section by section, and then sent. What was sent
 * is never changed. Who comes back after leaving writes another.
 */
@Entity
public class Application extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "application_seq")
    @SequenceGenerator(name = "application_seq", sequenceName = "application_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Column(name = "begun_at", nullable = false, updatable = false)
    public Instant begunAt;

    @Column(name = "begun_by", nullable = false, updatable = false)
    public String begunBy;

    /** Null while it is being written. */
    @Column(name = "sent_at")
    public Instant sentAt;

    @Version
    public int version;

    /** The person's newest application. */
    public static Optional<Application> newest(Volunteer person) {
        return find("volunteer = ?1 order by id desc", person).firstResultOptional();
    }

    /** {@link #newest}, held so that of two changes at once the second sees the first. */
    static Optional<Application> held(Volunteer person) {
        return find("volunteer = ?1 order by id desc", person)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * Begins to be written, with what the record says already. Refused while another is being written, for whoever is
     * beyond the stages in which one applies, and for whoever was refused before the day from which they may apply again.
     *
     * @param own whether the applicant does it in their own account
     */
    static ApplicationBegun begin(Volunteer person, boolean own, Actor by, Clock clock) {
        var before = newest(person);
        if (before.filter(a -> a.sentAt == null).isPresent()) {
            throw new Refused("An application is being written already", "");
        }
        if (person.stage != Stage.ENQUIRY
                && person.stage != Stage.LEFT
                && !(person.stage == Stage.APPLIED && before.isEmpty())) {
            throw new Refused(
                    "An application is written by whoever enquires, has applied on paper, or comes back after leaving",
                    "");
        }
        if (person.stage == Stage.LEFT) Refusal.mayApplyAgain(person, LocalDate.now(clock));
        var application = new Application();
        application.force = person.force;
        application.volunteer = person;
        application.begunAt = clock.instant();
        application.begunBy = by.name();
        application.persist();
        var details = person.details().fields();
        Arrays.stream(Question.values())
                .filter(q -> !details.getOrDefault(q.field, "").isEmpty())
                .forEach(q ->
                        application.answer(q, details.get(q.field), by.name(), own, clock.instant()).copied = true);
        return new ApplicationBegun(by, person);
    }

    /**
     * Takes the answers of one section; null for an open one. Refused once it is sent, and for a section that only the
     * applicant may answer.
     *
     * @param own whether the applicant does it in their own account
     * @return the deed with the answers that are others now; its {@code isChange} is false where none is
     */
    ApplicationWritten write(Section section, Map<Question, String> answers, boolean own, Actor by, Clock clock) {
        if (sentAt != null) throw new Refused("The application is sent: nothing in it is changed any more", "");
        if (section.isPersonal() && !own) {
            throw new Refused("Only the applicant can give consents, in their own account", "");
        }
        var now = Answers.of(this);
        var changed = new HashMap<String, String>();
        for (var question : section.questions()) {
            var text = answers.get(question);
            if (Objects.equals(text, now.text(question))) continue;
            changed.put(question.field, text == null ? "" : text);
            if (text == null) now.of(question).delete();
            else if (now.of(question) == null) answer(question, text, by.name(), own, clock.instant());
            else write(now.of(question), text, by.name(), own, clock.instant());
        }
        return new ApplicationWritten(by, volunteer, section, changed);
    }

    private Answer answer(Question question, String text, String by, boolean own, Instant at) {
        var answer = new Answer();
        answer.force = force;
        answer.application = this;
        answer.question = question;
        write(answer, text, by, own, at);
        answer.persist();
        return answer;
    }

    private static void write(Answer answer, String text, String by, boolean own, Instant at) {
        answer.answer = text;
        answer.typedBy = by;
        answer.typedAt = at;
        answer.own = own;
        answer.copied = false;
    }

    /** It is sent, and stays as it is. */
    ApplicationSent send(Actor by, Clock clock) {
        if (sentAt != null) throw new Refused("The application is sent already", "");
        sentAt = clock.instant();
        return new ApplicationSent(by, volunteer);
    }

    public boolean isSent() {
        return sentAt != null;
    }

    /** How many required questions are open, by section. */
    static Map<Section, Integer> open(Answers answers) {
        var open = new EnumMap<Section, Integer>(Section.class);
        for (var section : Section.values())
            open.put(section, answers.open(section).size());
        return open;
    }
}
