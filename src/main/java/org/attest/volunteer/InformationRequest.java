package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.Refused;

/**
 * Everything that is missing from one person, asked for once, with one due day. While it is open it is the person's move,
 * and the clock of their stage stands still; it closes itself with the last answer.
 */
@Entity
public class InformationRequest extends ForceOwned {

    /** How a request ended. */
    public enum Ending {
        ANSWERED,
        WITHDRAWN
    }

    /** What is asked for; {@code words} are read only for {@link Information#OTHER}. */
    public record Asked(Information what, String words) {

        public Asked {
            words = what == Information.OTHER ? Texts.line(words) : what.words();
        }
    }

    public static final int LONGEST_MESSAGE = 1000;
    public static final int MOST_ITEMS = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "information_request_seq")
    @SequenceGenerator(name = "information_request_seq", sequenceName = "information_request_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** What the coordinator says with it; may be null. */
    public String message;

    @Column(name = "due_on", nullable = false)
    public LocalDate dueOn;

    /** First day on which the clock of the stage stands still. */
    @Column(name = "asked_on", nullable = false, updatable = false)
    public LocalDate askedOn;

    @Column(name = "asked_at", nullable = false, updatable = false)
    public Instant askedAt;

    @Column(name = "asked_by", nullable = false, updatable = false)
    public String askedBy;

    /** Account of who asked, to tell when the answers are there; null where Attest asked. */
    @Column(name = "asked_by_account", updatable = false)
    public Long askedByAccount;

    /** Day from which the clock runs again; null while open. */
    @Column(name = "closed_on")
    public LocalDate closedOn;

    @Column(name = "closed_at")
    public Instant closedAt;

    @Column(name = "closed_by")
    public String closedBy;

    @Enumerated(EnumType.STRING)
    public Ending ending;

    /** The pause in which the clock of the stage stands still; null where it did not run. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "pause_id")
    public Pause pause;

    @Version
    public int version;

    /** By reference as typed, within scope. */
    public static Optional<InformationRequest> byRef(String typed) {
        return find("ref", Reference.normalise(typed)).firstResultOptional();
    }

    /** The person's requests, newest first. */
    public static List<InformationRequest> of(Volunteer person) {
        return list("volunteer = ?1 order by askedAt desc, id desc", person);
    }

    /** Requests of many people, open and closed, oldest first, in one statement: for clocks that stand still meanwhile. */
    public static List<InformationRequest> of(Collection<Volunteer> people) {
        return people.isEmpty() ? List.of() : list("volunteer in ?1 order by askedAt, id", people);
    }

    /** The one that is open. */
    public static Optional<InformationRequest> openFor(Volunteer person) {
        return find("volunteer = ?1 and closedOn is null order by id", person).firstResultOptional();
    }

    /** Every open one of the force with its person, soonest due first. */
    public static List<InformationRequest> openIn(Force force) {
        return list(
                "from InformationRequest r join fetch r.volunteer v where r.force = ?1 and r.closedOn is null"
                        + " and v.stage <> ?2 order by r.dueOn, r.id",
                force,
                Stage.LEFT);
    }

    /** Open ones due by the day, however long ago, with the person, soonest due first. */
    public static List<InformationRequest> openUntil(Force force, LocalDate until) {
        return list(
                "from InformationRequest r join fetch r.volunteer v where r.force = ?1 and r.closedOn is null"
                        + " and r.dueOn <= ?2 and v.stage <> ?3 order by r.dueOn, r.id",
                force,
                until,
                Stage.LEFT);
    }

    /**
     * Asks a person for everything at once. Refuses without an item, with a due day that is not after today, while another
     * request is open, and for somebody who has left.
     *
     * @param account of who asks; null where Attest asks
     */
    public static InformationRequested ask(
            Volunteer person, List<Asked> items, LocalDate dueOn, String message, Actor by, Long account, Clock clock) {
        var today = LocalDate.now(clock);
        refusal(person).ifPresent(refused -> {
            throw refused;
        });
        if (items.isEmpty()) throw new Refused("Choose at least one thing to ask for", "");
        if (items.size() > MOST_ITEMS) throw new Refused("Ask for at most " + MOST_ITEMS + " things at once", "");
        if (!dueOn.isAfter(today)) throw new Refused("The due day must be after today", "");
        var words = Texts.lines(message);
        var wrong = Texts.fault(words, LONGEST_MESSAGE, true);
        if (wrong != null) throw new Refused(wrong, "");
        var request = new InformationRequest();
        request.force = person.force;
        request.ref = Reference.random();
        request.volunteer = person;
        request.message = words;
        request.dueOn = dueOn;
        request.askedOn = today;
        request.askedAt = clock.instant();
        request.askedBy = by.name();
        request.askedByAccount = account;
        request.persist();
        int place = 0;
        for (var item : items) RequestedItem.add(request, ++place, item);
        return new InformationRequested(
                by, request, items.stream().map(Asked::what).toList());
    }

    /** Why nothing can be asked of the person now; empty when something can. */
    public static Optional<Refused> refusal(Volunteer person) {
        if (person.stage == Stage.LEFT) return Optional.of(new Refused(person.called() + " has left", ""));
        return openFor(person)
                .map(open -> new Refused(
                        person.called() + " has an open request already: wait for it, or withdraw it first", ""));
    }

    public boolean isOpen() {
        return closedOn == null;
    }

    /** Whether the day has passed and answers are missing. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }

    /**
     * Answers have arrived: those items are done, and with the last one the request is closed. Texts are kept only for what
     * has no place in the record.
     */
    public InformationGiven give(Map<RequestedItem, String> answers, Actor by, Clock clock) {
        if (!isOpen()) throw new Refused("The request is closed: nothing more is asked for", "");
        if (answers.isEmpty()) throw new Refused("Answer at least one question", "");
        answers.forEach((item, text) -> item.answer(text, by, clock));
        boolean complete = RequestedItem.of(this).stream().allMatch(RequestedItem::isAnswered);
        if (complete) close(Ending.ANSWERED, by, clock);
        return new InformationGiven(
                by, this, answers.keySet().stream().map(i -> i.what).toList(), complete);
    }

    /** Nothing more is asked for: the rest came otherwise, or is not needed. */
    public InformationRequestWithdrawn withdraw(Actor by, Clock clock) {
        if (!isOpen()) throw new Refused("The request is closed already", "");
        close(Ending.WITHDRAWN, by, clock);
        return new InformationRequestWithdrawn(by, this);
    }

    /** The application rests while the person has to act, unless it rests already or the person is in service. */
    public Optional<ApplicationPaused> restClock(Actor by, Clock clock) {
        var today = LocalDate.now(clock);
        if (Pause.refusal(volunteer, today, today).isPresent()) return Optional.empty();
        var paused = Pause.begin(
                volunteer, PauseReason.WAITING_FOR_DOCUMENTS, "Asked for what is missing", today, dueOn, by, clock);
        pause = paused.pause();
        return Optional.of(paused);
    }

    /** The application goes on, if it rested for this. */
    public Optional<ApplicationResumed> letClockRun(Actor by, Clock clock) {
        return pause == null || pause.lastDay != null
                ? Optional.empty()
                : Optional.of(pause.end(LocalDate.now(clock), by, clock));
    }

    private void close(Ending how, Actor by, Clock clock) {
        ending = how;
        closedOn = LocalDate.now(clock);
        closedAt = clock.instant();
        closedBy = by.name();
    }
}
