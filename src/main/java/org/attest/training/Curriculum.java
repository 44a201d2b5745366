package org.attest.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attest.web.Refused;

/** Every module as it is taught now, what each needs before it, and which of them each tier asks for. */
final class Curriculum {

    private final Map<String, ModuleDocument> modules = new LinkedHashMap<>();
    private final TierSets tiers;

    Curriculum(Collection<ModuleDocument> modules, TierSets tiers) {
        modules.forEach(module -> this.modules.put(module.code(), module));
        this.tiers = tiers;
    }

    /** As published now; two statements. */
    static Curriculum current() {
        return of(ModuleVersion.newest());
    }

    /** Of these versions, with the tier sets as published now. */
    static Curriculum of(List<ModuleVersion> versions) {
        return new Curriculum(
                versions.stream().map(ModuleVersion::document).toList(),
                TierSetVersion.newest()
                        .map(version -> TierSets.read(version.text))
                        .orElse(new TierSets(Map.of())));
    }

    /** The same with this module in its place. */
    Curriculum with(ModuleDocument module) {
        var changed = new LinkedHashMap<>(modules);
        changed.put(module.code(), module);
        return new Curriculum(changed.values(), tiers);
    }

    /** In the order of the codes. */
    Collection<ModuleDocument> modules() {
        return modules.values();
    }

    Optional<ModuleDocument> module(String code) {
        return Optional.ofNullable(modules.get(code));
    }

    TierSets tiers() {
        return tiers;
    }

    /** The modules that ask for this one directly. */
    List<ModuleDocument> neededBy(String code) {
        return modules.values().stream()
                .filter(m -> m.prerequisites().contains(code))
                .toList();
    }

    /** Refuses circles, modules nobody can reach, and what refers to a module that is not there or is retired. */
    void refuseIfUnsound() {
        var faults = faults();
        if (!faults.isEmpty()) throw new Refused(String.join("; ", faults), "");
    }

    /** What is wrong with it, in sentences; empty for a sound one. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        for (var module : modules.values()) {
            if (module.isRetired()) continue;
            for (var needed : module.prerequisites()) missing(module.code(), needed, faults);
            if (needs(module.code()).contains(module.code())) {
                faults.add(module.code() + " needs itself: its prerequisites run in a circle");
            }
        }
        tiers.tiers().forEach((tier, set) -> {
            var asked = set.all();
            for (var code : asked) {
                missing(tier, code, faults);
                for (var needed : needs(code)) {
                    if (!asked.contains(needed)) {
                        faults.add(code + " cannot be reached in " + tier + ": " + needed + " is not asked for there");
                    }
                }
            }
        });
        return faults;
    }

    private void missing(String from, String code, List<String> faults) {
        var module = modules.get(code);
        if (module == null) faults.add(from + " refers to " + code + ", which is no module");
        else if (module.isRetired()) faults.add(from + " refers to " + code + ", which is retired");
    }

    /** Everything the module needs, directly or through others. */
    Set<String> needs(String code) {
        var needs = new LinkedHashSet<String>();
        collect(code, needs);
        return needs;
    }

    private void collect(String code, Set<String> needs) {
        module(code).ifPresent(module -> module.prerequisites().forEach(needed -> {
            if (needs.add(needed)) collect(needed, needs);
        }));
    }
}
