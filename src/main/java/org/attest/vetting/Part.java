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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;

/** That somebody took a part in a case: what the separation of duties is held against (vetting section 3.4). */
@Entity(name = "VettingPart")
@Table(name = "vetting_part")
public class Part extends ForceOwned {

    /** What somebody did in a case. */
    public enum Kind {
        INVITED("Invited them"),
        /** Recorded an answer to a check, or a matter. */
        RAN_CHECKS("Worked on the checks"),
        ASSESSED("Assessed the case"),
        DECIDED("Decided"),
        /** Decided the appeal. */
        HEARD("Heard the appeal");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_part_seq")
    @SequenceGenerator(name = "vetting_part_seq", sequenceName = "vetting_part_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Column(name = "account_ref", nullable = false, updatable = false)
    public String accountRef;

    @Column(nullable = false, updatable = false)
    public String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Kind part;

    @Column(nullable = false, updatable = false)
    public Instant since;

    /** They take the part now, unless they have it already. */
    static void take(VettingCase vettingCase, Kind kind, Actor by, Clock clock) {
        if (took(vettingCase, by.ref(), kind)) return;
        var part = new Part();
        part.force = vettingCase.force;
        part.vettingCase = vettingCase;
        part.accountRef = by.ref();
        part.name = by.name();
        part.part = kind;
        part.since = clock.instant();
        part.persist();
    }

    /** Everybody who took a part, in the order in which they did. */
    static List<Part> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by since, id", vettingCase);
    }

    /** What the account has done in these cases, in one statement. */
    static List<Part> of(Collection<VettingCase> cases, String accountRef) {
        return list("vettingCase in ?1 and accountRef = ?2", cases, accountRef);
    }

    /** Ids of those of these cases in which the account took any part, which bars it from the panel (vetting rule 27), in one statement. */
    static Set<Long> barring(Collection<VettingCase> cases, String accountRef) {
        if (cases.isEmpty()) return Set.of();
        return of(cases, accountRef).stream().map(p -> p.vettingCase.id).collect(Collectors.toSet());
    }

    /** Ids of those of these cases to which the account invited a new applicant, in one statement. */
    static Set<Long> invitedTo(Collection<VettingCase> cases, String accountRef) {
        if (cases.isEmpty()) return Set.of();
        return Part.<Part>list(
                        "vettingCase in ?1 and vettingCase.renews is null and accountRef = ?2 and part = ?3",
                        cases,
                        accountRef,
                        Kind.INVITED)
                .stream()
                .map(p -> p.vettingCase.id)
                .collect(Collectors.toSet());
    }

    static boolean took(VettingCase vettingCase, String accountRef, Kind kind) {
        return count("vettingCase = ?1 and accountRef = ?2 and part = ?3", vettingCase, accountRef, kind) > 0;
    }

    /** Whether they took any part that bars them from the panel (vetting rule 27). */
    static boolean tookAny(VettingCase vettingCase, String accountRef) {
        return count("vettingCase = ?1 and accountRef = ?2", vettingCase, accountRef) > 0;
    }
}
