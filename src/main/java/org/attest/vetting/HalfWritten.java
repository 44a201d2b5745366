package org.attest.vetting;

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
import jakarta.persistence.Table;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attest.force.ForceOwned;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Refused;

/**
 * What somebody of the case team has begun to write into a form of a case and not sent: sealed, and theirs alone. It is no
 * assessment and no decision, takes no part in the case and is no evidence; it goes with the deed it was for.
 */
@Entity(name = "VettingHalfWritten")
@Table(name = "vetting_half_written")
public class HalfWritten extends ForceOwned {

    /** Of all that is typed into one form. */
    static final int LONGEST = 60_000;

    /** Never kept: what belongs to the sending, and what is only to be said of the finished text. */
    private static final Set<String> OF_THE_SENDING = Set.of("csrf-token", "seen", "confirmed", "harmTested");

    /** Which form it is typed into. */
    public enum Kind {
        ASSESSMENT(
                "assessment",
                "assessment",
                "information",
                CaseState.WITH_THE_UNIT,
                Set.of(Hand.OFFICER),
                Permission.RUN_VETTING),
        DECISION(
                "decision",
                "decision",
                "outcome",
                CaseState.WITH_THE_UNIT,
                Set.of(Hand.OFFICER, Hand.MANAGER),
                Permission.RUN_VETTING),
        APPEAL(
                "decision of the panel",
                "appeal",
                "result",
                Set.of(CaseState.APPEALED),
                Set.of(Hand.CHAIR),
                Permission.HEAR_APPEALS),
        CONDITIONS(
                "end of the review",
                "review",
                "inFull",
                Set.of(CaseState.UNDER_REVIEW),
                Set.of(Hand.MANAGER),
                Permission.DECIDE_VETTING);

        private final String words;
        private final String page;
        private final String field;
        private final Set<CaseState> states;
        private final Set<Hand> hands;
        private final String permission;

        Kind(String words, String page, String field, Set<CaseState> states, Set<Hand> hands, String permission) {
            this.words = words;
            this.page = page;
            this.field = field;
            this.states = states;
            this.hands = hands;
            this.permission = permission;
        }

        /** What is half-written: {@code assessment}. */
        String words() {
            return words;
        }

        /** The page of the case on which it is written. */
        String page() {
            return page;
        }

        /** The field that a refusal of the whole stands beside. */
        String field() {
            return field;
        }

        /** Without it nobody does what the text is for. */
        String permission() {
            return permission;
        }
    }

    /** What was typed, field by field; what is empty is left out. */
    record Words(Map<String, List<String>> fields) {

        static Words of(Map<String, List<String>> typed) {
            var fields = new HashMap<String, List<String>>();
            typed.forEach((field, values) -> {
                var said = values.stream().filter(v -> !v.isBlank()).toList();
                if (!said.isEmpty() && !OF_THE_SENDING.contains(field)) fields.put(field, said);
            });
            return new Words(fields);
        }

        boolean none() {
            return fields.isEmpty();
        }

        private int length() {
            return fields.entrySet().stream()
                    .mapToInt(e -> e.getKey().length()
                            + e.getValue().stream().mapToInt(String::length).sum())
                    .sum();
        }
    }

    /**
     * It is there again.
     *
     * @param changed whether the case is another than the one it was written about
     */
    record Kept(Form form, Instant savedAt, boolean changed) {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_half_written_seq")
    @SequenceGenerator(
            name = "vetting_half_written_seq",
            sequenceName = "vetting_half_written_seq",
            allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Kind kind;

    /** Account of who wrote it, who alone reads it. */
    @Column(name = "author_ref", nullable = false, updatable = false)
    public String authorRef;

    /** {@link Evidence#mark} as the author had it before them; empty where they did not say. */
    @Column(nullable = false)
    public String mark;

    @Column(nullable = false)
    public byte[] sealed;

    @Column(name = "saved_at", nullable = false)
    public Instant savedAt;

    /** Theirs in the case, of whatever can still be done on the day. */
    static List<HalfWritten> theirs(VettingCase vettingCase, Worker by, LocalDate day) {
        return HalfWritten.<HalfWritten>list("vettingCase = ?1 and authorRef = ?2 order by kind", vettingCase, by.ref())
                .stream()
                .filter(h -> isOpen(vettingCase, h.kind, by, day))
                .toList();
    }

    /** Theirs of the kind, while it can still be done. */
    static Optional<HalfWritten> theirs(VettingCase vettingCase, Kind kind, Worker by, LocalDate day) {
        return theirs(vettingCase, by, day).stream().filter(h -> h.kind == kind).findFirst();
    }

    private static boolean isOpen(VettingCase vettingCase, Kind kind, Worker by, LocalDate day) {
        return kind.states.contains(vettingCase.stateOn(day)) && !Collections.disjoint(kind.hands, by.hands());
    }

    /**
     * Keeps what was typed in place of what they kept before. Refused for whoever cannot do what it is for, once it cannot be
     * done any more, and for more than {@link #LONGEST} characters.
     *
     * @param mark {@link Evidence#mark} as the form says it
     */
    static CaseWorkedOn keep(
            VettingCase vettingCase,
            Kind kind,
            Words words,
            String mark,
            Worker by,
            Compartment compartment,
            Clock clock) {
        if (!isOpen(vettingCase, kind, by, LocalDate.now(clock))) {
            throw new Refused(
                    "Nothing is kept: this is not yours to write now. The case stands at: "
                            + vettingCase.stateOn(LocalDate.now(clock)).words(),
                    "vetting section 3.2");
        }
        if (words.length() > LONGEST) {
            throw new Refused("Together this is longer than " + LONGEST + " characters: shorten it", "");
        }
        var kept = theirs(vettingCase, kind, by, LocalDate.now(clock)).orElseGet(HalfWritten::new);
        kept.force = vettingCase.force;
        kept.vettingCase = vettingCase;
        kept.kind = kind;
        kept.authorRef = by.ref();
        kept.mark = mark.matches("[0-9a-f]{32}") ? mark : "";
        kept.sealed = compartment.closeAll(vettingCase, words, purpose(kind, by.ref()));
        kept.savedAt = clock.instant();
        kept.persist();
        return new CaseWorkedOn(by.actor(), vettingCase, "half-written " + kind.words);
    }

    /** @param now {@link Evidence#mark} of the case as it stands */
    Kept opened(String now, Compartment compartment) {
        var typed = new MultivaluedHashMap<String, String>();
        compartment
                .openAll(vettingCase, sealed, Words.class, purpose(kind, authorRef))
                .fields()
                .forEach(typed::addAll);
        return new Kept(Form.of(typed), savedAt, !mark.equals(now));
    }

    /** The author has done it, or thrown it away. */
    static boolean end(VettingCase vettingCase, Kind kind, Worker by) {
        return delete("vettingCase = ?1 and kind = ?2 and authorRef = ?3", vettingCase, kind, by.ref()) > 0;
    }

    /** What can no more be done after the case has moved, of everybody. */
    static void endWhatIsOver(VettingCase moved) {
        var over = Arrays.stream(Kind.values())
                .filter(k -> !k.states.contains(moved.state))
                .toList();
        if (!over.isEmpty()) delete("vettingCase = ?1 and kind in ?2", moved, over);
    }

    /** Whoever wrote it does such things no more in the force. */
    static void endOf(String authorRef, Kind kind, String forceSlug) {
        delete(
                "authorRef = ?1 and kind = ?2 and force.id in (select f.id from Force f where f.slug = ?3)",
                authorRef,
                kind,
                forceSlug);
    }

    static void endOf(String authorRef) {
        delete("authorRef = ?1", authorRef);
    }

    /** Whoever wrote it is of no case of the person any more. */
    static void endOf(String authorRef, Volunteer person) {
        delete(
                "authorRef = ?1 and vettingCase.id in (select c.id from VettingCase c where c.volunteer = ?2)",
                authorRef,
                person);
    }

    private static String purpose(Kind kind, String authorRef) {
        return "half-written " + kind + " " + authorRef;
    }
}
