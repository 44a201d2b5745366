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
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.web.ClockOfAttest;

/** That a step of the ladder was taken for something that is due; taken once, whoever runs how often. */
@Entity
public class Reminder extends PanacheEntityBase {

    /** What tells one from another within a force and kind. */
    record Key(String thing, LocalDate day, String step) {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reminder_seq")
    @SequenceGenerator(name = "reminder_seq", sequenceName = "reminder_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    @Column(nullable = false, updatable = false)
    public String kind;

    @Column(nullable = false, updatable = false)
    public String thing;

    @Column(name = "due_on", nullable = false, updatable = false)
    public LocalDate dueOn;

    @Column(nullable = false, updatable = false)
    public String step;

    @Column(name = "told_at", nullable = false, updatable = false)
    public Instant toldAt;

    /** How many people were told. */
    @Column(name = "told_count", nullable = false, updatable = false)
    public int told;

    /** Steps taken for things due from the day on, in one statement. */
    static Set<Key> taken(Force force, DueKind kind, LocalDate from) {
        return Reminder.<Reminder>list("force = ?1 and kind = ?2 and dueOn >= ?3", force, kind.code(), from).stream()
                .map(r -> new Key(r.thing, r.dueOn, r.step))
                .collect(Collectors.toSet());
    }

    /** The day on which each of these things was last reminded of, by the thing; one statement. */
    public static Map<String, LocalDate> last(Force force, String kind, Collection<String> things) {
        if (things.isEmpty()) return Map.of();
        return Reminder.<Reminder>list(
                        "force = ?1 and kind = ?2 and thing in ?3 order by toldAt, id", force, kind, things)
                .stream()
                .collect(Collectors.toMap(
                        r -> r.thing,
                        r -> LocalDate.ofInstant(r.toldAt, ClockOfAttest.LONDON),
                        (earlier, later) -> later));
    }

    static void take(Force force, DueKind kind, Due due, ReminderPlan.Step step, int told, Instant now) {
        var reminder = new Reminder();
        reminder.force = force;
        reminder.kind = kind.code();
        reminder.thing = due.thing();
        reminder.dueOn = due.day();
        reminder.step = step.code();
        reminder.toldAt = now;
        reminder.told = told;
        reminder.persist();
    }
}
