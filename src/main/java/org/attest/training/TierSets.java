package org.attest.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which modules each tier asks for, by the tier's name in order: {@code T0} to {@code T4}. */
record TierSets(Map<String, TierSet> tiers) {

    /**
     * What one tier asks for.
     *
     * @param afterFirstYear what is asked besides once a year has gone by
     */
    record TierSet(String title, List<String> modules, List<String> afterFirstYear) {

        List<String> all() {
            var all = new ArrayList<>(modules);
            all.addAll(afterFirstYear);
            return all;
        }
    }

    TierSets {
        tiers = new LinkedHashMap<>(new TreeMap<>(tiers));
    }

    static TierSets read(String text) {
        try {
            return ModuleDocument.JSON.readValue(text, TierSets.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No tier sets: " + e.getMessage(), e);
        }
    }

    String written() {
        try {
            return ModuleDocument.JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tiers that ask for the module, in order. */
    List<String> asking(String code) {
        return tiers.entrySet().stream()
                .filter(tier -> tier.getValue().all().contains(code))
                .map(Map.Entry::getKey)
                .toList();
    }
}
