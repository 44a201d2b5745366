package org.attest.training;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A module of training, known by its code. What it says stands in its {@link ModuleVersion versions}. */
@Entity
@Immutable
@Table(name = "training_module")
public class Module extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "training_module_seq")
    @SequenceGenerator(name = "training_module_seq", sequenceName = "training_module_seq", allocationSize = 50)
    public Long id;

    /** {@code DSC-101}. */
    @Column(nullable = false, unique = true)
    public String code;

    /** The module of the code, which begins with it. */
    static Module of(String code) {
        return Module.<Module>find("code", code).firstResultOptional().orElseGet(() -> {
            var module = new Module();
            module.code = code;
            module.persist();
            return module;
        });
    }
}
