package org.attest.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.force.Force;

/** When a force reminds of a kind of thing, and when it tells the next one up. Another plan is another row. */
@Entity
public class ReminderPlan extends PanacheEntityBase {

    /** Who is told: the one who does it, the coordinators, the force's lead. */
    enum Rung {
        OWNER,
        COORDINATOR,
        LEAD
    }

    /**
     * A rung of the ladder and its day.
     *
     * @param code the same for the same step: {@code before 30}
     */
    record Step(String code, LocalDate day, Rung rung) {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reminder_plan_seq")
    @SequenceGenerator(name = "reminder_plan_seq", sequenceName = "reminder_plan_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    @Column(nullable = false, updatable = false)
    public String kind;

    @Column(name = "lead_days", nullable = false, updatable = false)
    public String leadDays;

    @Column(name = "coordinator_after", nullable = false, updatable = false)
    public int coordinatorAfter;

    @Column(name = "lead_after", nullable = false, updatable = false)
    public int leadAfter;

    @Column(name = "set_at", nullable = false, updatable = false)
    public Instant setAt;

    @Column(name = "set_by", nullable = false, updatable = false)
    public String setBy;

    /** What holds: the force's plan where it has one, else what the kind says. */
    static DueKind inForce(Force force, DueKind kind) {
        return ReminderPlan.<ReminderPlan>find("force = ?1 and kind = ?2 order by id desc", force, kind.code())
                .firstResultOptional()
                .map(plan -> plan.of(kind))
                .orElse(kind);
    }

    /** Plans the force set, by kind, in one statement. */
    static Map<String, ReminderPlan> newest(Force force) {
        return ReminderPlan.<ReminderPlan>list("force = ?1 order by id", force).stream()
                .collect(Collectors.toMap(p -> p.kind, p -> p, (older, newer) -> newer));
    }

    static void set(Force force, DueKind kind, Instant now, String by) {
        var plan = new ReminderPlan();
        plan.force = force;
        plan.kind = kind.code();
        plan.leadDays = kind.leadDays().stream().map(String::valueOf).collect(Collectors.joining(","));
        plan.coordinatorAfter = kind.coordinatorAfter();
        plan.leadAfter = kind.leadAfter();
        plan.setAt = now;
        plan.setBy = by;
        plan.persist();
    }

    /** The kind as this force plans it. */
    DueKind of(DueKind kind) {
        return new DueKind(
                kind.code(),
                kind.words(),
                Arrays.stream(leadDays.split(",")).map(Integer::valueOf).toList(),
                coordinatorAfter,
                leadAfter);
    }

    /** The ladder of a thing due on the day, in the order of its steps. */
    static List<Step> ladder(DueKind plan, LocalDate due) {
        var steps = new ArrayList<Step>();
        for (int days : plan.leadDays()) steps.add(new Step("before " + days, due.minusDays(days), Rung.OWNER));
        if (plan.canBeOverdue()) {
            // the day after is the first on which it is late
            steps.add(new Step("coordinator", due.plusDays(Math.max(1, plan.coordinatorAfter())), Rung.COORDINATOR));
            steps.add(new Step("lead", due.plusDays(Math.max(1, plan.leadAfter())), Rung.LEAD));
        }
        steps.sort(Comparator.comparing(Step::day).thenComparing(Step::rung));
        return steps;
    }

    /** The step that is to be taken on the day: the last one reached. Those missed before it are not made up for. */
    static Optional<Step> reached(DueKind plan, LocalDate due, LocalDate today) {
        return ladder(plan, due).stream().filter(s -> !s.day().isAfter(today)).reduce((earlier, later) -> later);
    }

    /** The next step after the day; none where nothing more is to come. */
    static Optional<Step> next(DueKind plan, LocalDate due, LocalDate today) {
        return ladder(plan, due).stream().filter(s -> s.day().isAfter(today)).findFirst();
    }
}
