package org.attest.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.attest.policy.Requirement.TierOffered;
import org.attest.policy.Requirement.TierOffered.Offer;
import org.attest.web.Refused;

/**
 * What a policy says, as it is written and hashed. The nation's is complete; a force's holds only what it adds, tightens
 * or chooses.
 *
 * @param inForceFrom first day it applies
 * @param noticeDays from how many days before its last valid day something counts as due soon
 * @param notYetAsked what readers might expect and the policy does not ask for, in words
 * @param offers tiers that a force chooses to offer, of those left to its choice
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PolicyDocument(
        LocalDate inForceFrom,
        int noticeDays,
        List<String> notYetAsked,
        List<Tier> offers,
        List<Requirement> requirements) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public PolicyDocument {
        notYetAsked = notYetAsked == null ? List.of() : List.copyOf(notYetAsked);
        offers = offers == null ? List.of() : List.copyOf(offers);
        requirements = requirements == null ? List.of() : List.copyOf(requirements);
    }

    /** A document as it is stored; refuses what is none. */
    public static PolicyDocument read(String json) {
        try {
            return JSON.readValue(json, PolicyDocument.class);
        } catch (JsonProcessingException e) {
            throw new Refused("This is not a policy document: " + e.getOriginalMessage(), "");
        }
    }

    /** As it is stored and hashed. */
    public String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is asked for the tier, in the document's order. */
    public List<Requirement> of(Tier tier) {
        return requirements.stream()
                .filter(r -> r.terms().tiers().contains(tier))
                .toList();
    }

    /** Refuses a document that could not be applied: a code used twice in a tier, a tier nothing is asked for. */
    void checkAsNational() {
        checkCodes();
        for (var tier : Tier.values()) {
            if (of(tier).isEmpty()) throw new Refused("Nothing is asked for tier " + tier.ordinal(), "");
        }
        if (!offers.isEmpty()) throw new Refused("Only a force chooses which tiers it offers", "");
    }

    /** Refuses a force's document that makes anything easier than the nation's. */
    void checkAgainst(PolicyDocument national) {
        checkCodes();
        if (noticeDays != 0 && noticeDays < national.noticeDays) {
            throw new Refused("Notice of " + noticeDays + " days is less than the national " + national.noticeDays, "");
        }
        for (var tier : offers) {
            var open = national.of(tier).stream()
                    .anyMatch(r -> r instanceof TierOffered t && t.offer() == Offer.FORCE_CHOICE);
            if (!open) throw new Refused(tier.label() + " is not left to a force's choice", "training section 2");
        }
        for (var mine : requirements) {
            for (var tier : mine.terms().tiers()) {
                for (var theirs : national.of(tier)) {
                    if (theirs.terms().code().equals(mine.terms().code()) && !mine.isAsStrictAs(theirs)) {
                        throw new Refused(
                                "“" + mine.truth() + "” is less strict than the national “" + theirs.truth() + "” for "
                                        + tier.label().toLowerCase(),
                                theirs.terms().rule());
                    }
                }
            }
        }
    }

    private void checkCodes() {
        var seen = new HashSet<String>();
        for (var requirement : requirements) {
            if (requirement.terms() == null) throw new Refused("A requirement has no terms", "");
            if (requirement.terms().tiers().isEmpty()) {
                throw new Refused("“" + requirement.truth() + "” is asked for no tier", "");
            }
            for (var tier : requirement.terms().tiers()) {
                if (!seen.add(tier + " " + requirement.terms().code())) {
                    throw new Refused(
                            "The code " + requirement.terms().code() + " stands twice in "
                                    + tier.label().toLowerCase(),
                            "");
                }
            }
        }
    }
}
