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
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.force.ForceOwned;
import org.attest.vetting.CheckSetting.Asked;
import org.attest.web.Refused;

/** One check of a case. What was asked and answered are {@link CheckEntry} rows; here stands the newest result. */
@Entity(name = "VettingCheck")
@Table(name = "vetting_check")
public class Check extends ForceOwned {

    static final int LONGEST_NOTE = 4000;
    static final int LONGEST_NAME = 200;

    /** The history in the United Kingdom. */
    static final String RESIDENCE = "C3";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_check_seq")
    @SequenceGenerator(name = "vetting_check_seq", sequenceName = "vetting_check_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Column(nullable = false, updatable = false)
    public String code;

    /** Whether no decision is made while it is open (vetting rule 24). */
    @Column(nullable = false)
    public boolean mandatory;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public CheckResult result;

    @Column(name = "opened_at", nullable = false, updatable = false)
    public Instant openedAt;

    @Version
    public int version;

    /** The checks of a case in their order. */
    static List<Check> of(VettingCase vettingCase) {
        return Check.<Check>list("vettingCase", vettingCase).stream()
                .sorted(Comparator.comparingInt(c -> Integer.parseInt(c.code.substring(1))))
                .toList();
    }

    /** The checks of these cases, in one statement. */
    static List<Check> of(Collection<VettingCase> cases) {
        return list("vettingCase in ?1", cases);
    }

    static Optional<Check> of(VettingCase vettingCase, String code) {
        return find("vettingCase = ?1 and code = ?2", vettingCase, code).firstResultOptional();
    }

    static List<Check> openMandatory(VettingCase vettingCase) {
        return of(vettingCase).stream()
                .filter(c -> c.mandatory && !c.result.isDone())
                .toList();
    }

    /** With the form come the two checks that authenticate it. */
    static void openForAuthentication(VettingCase vettingCase, Clock clock) {
        CheckKind.AUTHENTICATION.stream().sorted().forEach(code -> open(vettingCase, code, true, clock));
    }

    /** All that the force asks for at the level; those open already stay. */
    static void openAll(VettingCase vettingCase, CheckSettings settings, Clock clock) {
        var open = of(vettingCase).stream().map(c -> c.code).collect(Collectors.toSet());
        for (var kind : CheckKind.all()) {
            var asked = settings.asked(kind, vettingCase.level);
            if (asked == Asked.NOT_ASKED || open.contains(kind.code())) continue;
            open(vettingCase, kind.code(), asked == Asked.MANDATORY, clock);
        }
    }

    private static void open(VettingCase vettingCase, String code, boolean mandatory, Clock clock) {
        var check = new Check();
        check.force = vettingCase.force;
        check.vettingCase = vettingCase;
        check.code = code;
        check.mandatory = mandatory;
        check.result = CheckResult.NOT_STARTED;
        check.openedAt = clock.instant();
        check.persist();
    }

    CheckKind kind() {
        return CheckKind.of(code);
    }

    /** Why nothing can be recorded now; empty when it can (vetting rule 23). */
    Optional<Refused> isShut() {
        var state = vettingCase.state;
        boolean authenticating = CheckKind.AUTHENTICATION.contains(code) && state == CaseState.SUBMITTED;
        boolean running = state == CaseState.CHECKS || state == CaseState.INTERVIEW || state == CaseState.ASSESSMENT;
        if (authenticating || running) return Optional.empty();
        return Optional.of(new Refused(
                state == CaseState.SUBMITTED || state == CaseState.AUTHENTICATED
                        ? "No check is started before the authentication is done"
                        : "The checks of this case are not running",
                "vetting rule 23"));
    }

    /**
     * Something was asked or answered; what was recorded before stays. Refused before the authentication for every other
     * check (vetting rule 23), once the case is decided, without a name for who answered, and for data of a day to come. A
     * history in the United Kingdom that is shorter than the level asks is not clear (rules 12 and 13), nor one with a long stay
     * abroad until its certificate of good conduct is in the file (rule 14).
     *
     * @param dataOn the day of the data that were looked at; null while nothing was answered
     * @param note for the case team; null for none
     */
    CaseWorkedOn record(
            CheckResult now,
            String answeredBy,
            LocalDate dataOn,
            String note,
            Worker by,
            Compartment compartment,
            Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit runs the checks");
        isShut().ifPresent(refused -> {
            throw refused;
        });
        new CheckAnswer(now, answeredBy, dataOn, note)
                .lack(kind(), LocalDate.now(clock))
                .ifPresent(lack -> {
                    throw new Refused(lack.sentence(), "vetting section 2");
                });
        if (code.equals(RESIDENCE) && !now.isAdverse() && now.isDone()) refuseUnlessResident(compartment, clock);
        var entry = new CheckEntry();
        entry.force = force;
        entry.check = this;
        entry.result = now;
        entry.answeredBy = now.isDone() ? answeredBy : null;
        entry.dataOn = now.isDone() ? dataOn : null;
        entry.sealedNote = compartment.close(vettingCase, note, CheckEntry.purpose(code));
        entry.recordedAt = clock.instant();
        entry.recordedBy = by.actor().name();
        entry.recordedByRef = by.ref();
        entry.persist();
        result = now;
        Part.take(vettingCase, Part.Kind.RAN_CHECKS, by.actor(), clock);
        return new CaseWorkedOn(by.actor(), vettingCase, "check " + code);
    }

    private void refuseUnlessResident(Compartment compartment, Clock clock) {
        var residency = Residency.of(vettingCase, compartment, LocalDate.now(clock));
        if (!residency.isMet()) {
            throw new Refused(
                    residency.words() + ". It is not clear",
                    vettingCase.level.isForceVetting() ? "vetting rule 12" : "vetting rule 13");
        }
        long papers = CaseFile.of(vettingCase).stream()
                .filter(file -> RESIDENCE.equals(file.code) && file.struckAt == null)
                .count();
        if (papers < residency.certificates().size()) {
            throw new Refused(
                    "More than twelve months in " + String.join(", ", residency.certificates())
                            + ": add the certificate of good conduct from there to the files of this check first",
                    "vetting rule 14");
        }
    }
}
