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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/**
 * Whether a module that is left to each force counts in this one: DSC-206 where warranted duty outside the office is possible.
 * Off until the force switches it on. A change adds a row; the newest applies.
 */
@Entity
@Table(name = "module_choice")
public class ModuleChoice extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "module_choice_seq")
    @SequenceGenerator(name = "module_choice_seq", sequenceName = "module_choice_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_id", updatable = false)
    public Module module;

    @Column(name = "switched_on", nullable = false, updatable = false)
    public boolean switchedOn;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    /** What the force has chosen, oldest first, with the modules. */
    static List<ModuleChoice> of(Force force) {
        return list("from ModuleChoice c join fetch c.module where c.force = ?1 order by c.recordedAt, c.id", force);
    }

    /** Codes of the modules that the force has switched on. */
    static Set<String> switchedOn(Force force) {
        var on = new TreeSet<String>();
        for (var choice : of(force)) {
            if (choice.switchedOn) on.add(choice.module.code);
            else on.remove(choice.module.code);
        }
        return on;
    }

    /** Switches the module on or off from now on. Refuses one that is not left to the force, and what is chosen already. */
    static ModuleChosen choose(Force force, ModuleDocument module, boolean on, Actor by, Clock clock) {
        if (!module.isLeftToForces()) throw new Refused(module.code() + " is the same in every force", "");
        if (switchedOn(force).contains(module.code()) == on) {
            throw new Refused("This is what is set already", "");
        }
        var choice = new ModuleChoice();
        choice.force = force;
        choice.module = Module.of(module.code());
        choice.switchedOn = on;
        choice.recordedAt = clock.instant();
        choice.recordedBy = by.name();
        choice.persist();
        return new ModuleChosen(by, choice);
    }

    /** {@code DSC-206 counts}. */
    public String words() {
        return module.code + (switchedOn ? " counts" : " does not count");
    }
}
