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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/** A time in which the unit's clock stands, with the reason: nobody in the unit can act (features row 19). */
@Entity(name = "VettingClockStop")
@Table(name = "vetting_clock_stop")
public class ClockStop extends ForceOwned {

    /** Why the clock stands. */
    public enum Reason {
        FORM_RETURNED("The form is with the applicant"),
        INFORMATION_REQUESTED("The applicant was asked for what is missing"),
        APPLICANT_AWAY("The applicant is away"),
        OTHER_BODY("Another force or body has to answer");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether the unit begins and ends it by hand; the others follow from what is asked and answered. */
        public boolean isByHand() {
            return this == APPLICANT_AWAY || this == OTHER_BODY;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_clock_stop_seq")
    @SequenceGenerator(name = "vetting_clock_stop_seq", sequenceName = "vetting_clock_stop_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Reason reason;

    @Column(name = "from_day", nullable = false, updatable = false)
    public LocalDate fromDay;

    /** Last day on which the clock stood; null while it stands. The day before {@link #fromDay} where it stood no whole day. */
    @Column(name = "last_day")
    public LocalDate lastDay;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    @Column(name = "ended_by")
    public String endedBy;

    /** The stops of a case, oldest first. */
    static List<ClockStop> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by fromDay, id", vettingCase);
    }

    /** Of these cases, the stops that last, in one statement. */
    static List<ClockStop> lasting(Collection<VettingCase> cases) {
        return list("vettingCase in ?1 and lastDay is null order by id", cases);
    }

    private static List<ClockStop> lasting(VettingCase vettingCase) {
        return list("vettingCase = ?1 and lastDay is null order by fromDay, id", vettingCase);
    }

    /** By the unit's own hand, while the case is with it and the clock runs. */
    static CaseWorkedOn stop(VettingCase vettingCase, Reason reason, Worker by, Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit stops its clock");
        if (!reason.isByHand()) throw new Refused("Choose a reason of the list", "");
        if (!vettingCase.state.isWithTheUnit()) throw new Refused("No clock runs: the case is not with the unit", "");
        if (vettingCase.stoppedSince != null) throw new Refused("The clock stands already", "");
        begin(vettingCase, reason, by.actor(), clock);
        return new CaseWorkedOn(by.actor(), vettingCase, "clock stopped");
    }

    /** By the unit's own hand. */
    static CaseWorkedOn restart(VettingCase vettingCase, Worker by, Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit starts its clock");
        var stops =
                lasting(vettingCase).stream().filter(s -> s.reason.isByHand()).toList();
        if (stops.isEmpty()) throw new Refused("No stop lasts that can be ended by hand", "");
        stops.forEach(s -> s.end(by.actor(), clock));
        runAgain(vettingCase, clock);
        return new CaseWorkedOn(by.actor(), vettingCase, "clock started");
    }

    static void begin(VettingCase vettingCase, Reason reason, Actor by, Clock clock) {
        var stop = new ClockStop();
        stop.force = vettingCase.force;
        stop.vettingCase = vettingCase;
        stop.reason = reason;
        stop.fromDay = LocalDate.now(clock);
        stop.recordedAt = clock.instant();
        stop.recordedBy = by.name();
        stop.persist();
        vettingCase.stopClock(stop.fromDay);
    }

    /** Stops with this reason end; the clock runs again unless another stop lasts. */
    static void end(VettingCase vettingCase, Reason reason, Actor by, Clock clock) {
        lasting(vettingCase).stream().filter(s -> s.reason == reason).forEach(s -> s.end(by, clock));
        runAgain(vettingCase, clock);
    }

    static void endAll(VettingCase vettingCase, Actor by, Clock clock) {
        lasting(vettingCase).forEach(s -> s.end(by, clock));
        runAgain(vettingCase, clock);
    }

    private static void runAgain(VettingCase vettingCase, Clock clock) {
        if (lasting(vettingCase).isEmpty()) vettingCase.runClock(LocalDate.now(clock));
    }

    private void end(Actor by, Clock clock) {
        lastDay = LocalDate.now(clock).minusDays(1);
        endedBy = by.name();
    }
}
