package org.attest.policy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.attest.policy.Parameter.Stricter;

/**
 * Something that must hold before a person may be deployed. The kinds are types, so that each knows its facts; which of
 * them are asked, with which values and words, is data of a published policy. Where a kind is read, {@link Kinds} makes
 * sure that none is forgotten.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Requirement.TierOffered.class, name = "tier offered"),
    @JsonSubTypes.Type(value = Requirement.InService.class, name = "in service"),
    @JsonSubTypes.Type(value = Requirement.Available.class, name = "available"),
    @JsonSubTypes.Type(value = Requirement.MinimumAge.class, name = "minimum age"),
    @JsonSubTypes.Type(value = Requirement.MayRemain.class, name = "may remain"),
    @JsonSubTypes.Type(value = Requirement.Resident.class, name = "resident"),
    @JsonSubTypes.Type(value = Requirement.GoodConductAbroad.class, name = "good conduct abroad"),
    @JsonSubTypes.Type(value = Requirement.OccupationAllowed.class, name = "occupation allowed"),
    @JsonSubTypes.Type(value = Requirement.Appointed.class, name = "appointed"),
    @JsonSubTypes.Type(value = Requirement.Attested.class, name = "attested"),
    @JsonSubTypes.Type(value = Requirement.Equipped.class, name = "equipped"),
    @JsonSubTypes.Type(value = Requirement.Cleared.class, name = "cleared"),
    @JsonSubTypes.Type(value = Requirement.Unrestricted.class, name = "unrestricted"),
    @JsonSubTypes.Type(value = Requirement.FreshAtAppointment.class, name = "fresh at appointment"),
    @JsonSubTypes.Type(value = Requirement.ModulesPassed.class, name = "modules passed"),
})
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public sealed interface Requirement {

    /** What all kinds have: words, rule, severity, tiers, whose move. */
    Terms terms();

    /** Calls the method of this kind. */
    <T> T by(Kinds<T> kinds);

    /** The values a force may change, each in its stricter direction only. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** The words with the values filled in: {@code Aged {years} or over} becomes {@code Aged 18 or over}. */
    default String filled(String words) {
        for (var parameter : parameters()) words = words.replace("{" + parameter.name() + "}", parameter.words());
        return words;
    }

    /** {@code Aged 18 or over}. */
    default String truth() {
        return filled(terms().truth());
    }

    /** Whether replacing the other requirement by this one could only make an answer worse, never better. */
    default boolean isAsStrictAs(Requirement other) {
        if (getClass() != other.getClass() || !terms().isAsStrictAs(other.terms()) || !sameSubjectAs(other))
            return false;
        for (int i = 0; i < parameters().size(); i++) {
            if (!parameters().get(i).isAsStrictAs(other.parameters().get(i))) return false;
        }
        return true;
    }

    /** Whether it is about the same thing, where the kind alone does not say so. */
    default boolean sameSubjectAs(Requirement other) {
        return true;
    }

    /** One method for each kind: whoever reads requirements answers for all of them or does not compile. */
    interface Kinds<T> {
        T tierOffered(TierOffered requirement);

        T inService(InService requirement);

        T available(Available requirement);

        T minimumAge(MinimumAge requirement);

        T mayRemain(MayRemain requirement);

        T resident(Resident requirement);

        T goodConductAbroad(GoodConductAbroad requirement);

        T occupationAllowed(OccupationAllowed requirement);

        T appointed(Appointed requirement);

        T attested(Attested requirement);

        T equipped(Equipped requirement);

        T cleared(Cleared requirement);

        T unrestricted(Unrestricted requirement);

        T freshAtAppointment(FreshAtAppointment requirement);

        T modulesPassed(ModulesPassed requirement);
    }

    /** Whether the tier exists in the force at all (training section 2). */
    record TierOffered(Terms terms, Offer offer) implements Requirement {

        /** Order: stricter later. */
        public enum Offer {
            /** In every force. */
            ON,
            /** In a force whose own policy offers it. */
            FORCE_CHOICE,
            /** Nowhere, whatever a force wants. */
            OFF
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("offer", offer.ordinal(), Stricter.HIGHER, ""));
        }

        /** The same, offered by the force. */
        TierOffered chosen() {
            return offer == Offer.FORCE_CHOICE ? new TierOffered(terms, Offer.ON) : this;
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.tierOffered(this);
        }
    }

    /** In stage service, and not left; for trainees also in training and waiting for attestation. */
    record InService(Terms terms, boolean orTraining) implements Requirement {

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("orTraining", orTraining ? 1 : 0, Stricter.LOWER, orTraining ? "yes" : "no"));
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.inService(this);
        }
    }

    /** No hold stands, whatever its cause. */
    record Available(Terms terms) implements Requirement {
        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.available(this);
        }
    }

    /** Of age on the day (training rule 14). */
    record MinimumAge(Terms terms, int years) implements Requirement {

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("years", years, Stricter.HIGHER));
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.minimumAge(this);
        }
    }

    /** May remain in the United Kingdom without limit (vetting rule 17). */
    record MayRemain(Terms terms) implements Requirement {
        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.mayRemain(this);
        }
    }

    /** Resident for so many years, ending on the day of the application (vetting rules 12 and 15). */
    record Resident(Terms terms, int years) implements Requirement {

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("years", years, Stricter.HIGHER));
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.resident(this);
        }
    }

    /** After more than twelve months in one foreign country: a certificate of good conduct (vetting rule 14). */
    record GoodConductAbroad(Terms terms) implements Requirement {
        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.goodConductAbroad(this);
        }
    }

    /** The day job does not stand in the way (vetting section 6). */
    record OccupationAllowed(Terms terms) implements Requirement {
        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.occupationAllowed(this);
        }
    }

    /** An appointment is live on the day, made at this age or later (vetting rule 16). */
    record Appointed(Terms terms, int years) implements Requirement {

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("years", years, Stricter.HIGHER));
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.appointed(this);
        }
    }

    /** Attested; asked of special constables only (training rule 8). */
    record Attested(Terms terms) implements Requirement {
        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.attested(this);
        }
    }

    /**
     * Holds a piece of equipment on the day.
     *
     * @param thing name of an equipment kind: {@code WARRANT_CARD}
     */
    record Equipped(Terms terms, String thing, boolean onlySpecialConstables) implements Requirement {

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter(
                    "onlySpecialConstables",
                    onlySpecialConstables ? 1 : 0,
                    Stricter.LOWER,
                    onlySpecialConstables ? "yes" : "no"));
        }

        @Override
        public boolean sameSubjectAs(Requirement other) {
            return other instanceof Equipped e && e.thing.equals(thing);
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.equipped(this);
        }
    }

    /**
     * A clearance is live on the day, of the level that goes with the kind of appointment (training section 6a). Recruitment
     * vetting is met by itself alone (vetting rules 3 and 6), non-police personnel vetting by its higher levels too.
     *
     * @param specialConstables name of a clearance level: {@code RECRUITMENT}; null where it is not asked of them
     * @param others the same for everybody else: {@code NPPV_3}
     */
    record Cleared(Terms terms, String specialConstables, String others) implements Requirement {

        private static final List<String> NON_POLICE_PERSONNEL =
                List.of("NPPV_1", "NPPV_2_ABBREVIATED", "NPPV_2_FULL", "NPPV_3");

        @Override
        public List<Parameter> parameters() {
            int rank = others == null ? -1 : NON_POLICE_PERSONNEL.indexOf(others);
            return List.of(new Parameter("others", rank, Stricter.HIGHER, others == null ? "none" : others));
        }

        @Override
        public boolean sameSubjectAs(Requirement other) {
            return other instanceof Cleared c && Objects.equals(c.specialConstables, specialConstables);
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.cleared(this);
        }
    }

    /**
     * No live clearance was given on this condition. Asked only of those to whom the condition applies; severity and tiers
     * say what it does to them.
     *
     * @param restriction name of a restriction code: {@code NO_LIVE_CONTACT}
     */
    record Unrestricted(Terms terms, String restriction) implements Requirement {

        @Override
        public boolean sameSubjectAs(Requirement other) {
            return other instanceof Unrestricted u && u.restriction.equals(restriction);
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.unrestricted(this);
        }
    }

    /**
     * Recruitment vetting was granted at most so many months before the appointment of a special constable (vetting rule 2). A
     * force may switch it off, or ask for fewer months.
     *
     * @param from first day of appointments it is asked of
     */
    record FreshAtAppointment(Terms terms, int months, LocalDate from) implements Requirement {

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("months", months, Stricter.LOWER));
        }

        @Override
        public boolean sameSubjectAs(Requirement other) {
            return other instanceof FreshAtAppointment f && f.from.equals(from);
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.freshAtAppointment(this);
        }
    }

    /**
     * Each of these modules is passed and in date on the day (training rule 1). A force may only add to them, and ask for them
     * earlier.
     *
     * @param modules codes: {@code DSC-101}
     * @param ifSwitchedOn codes of modules that count only where the force has switched them on
     * @param after from when they are asked; null for from the first day on
     */
    record ModulesPassed(Terms terms, List<String> modules, List<String> ifSwitchedOn, After after)
            implements Requirement {

        /** So many months after another module was passed for the first time. */
        public record After(String module, int months) {}

        public ModulesPassed {
            modules = modules == null ? List.of() : List.copyOf(modules);
            ifSwitchedOn = ifSwitchedOn == null ? List.of() : List.copyOf(ifSwitchedOn);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter("modules", modules.size(), Stricter.HIGHER, String.join(", ", modules)),
                    new Parameter("months", after == null ? 0 : after.months(), Stricter.LOWER));
        }

        @Override
        public boolean isAsStrictAs(Requirement other) {
            return Requirement.super.isAsStrictAs(other)
                    && other instanceof ModulesPassed m
                    && new HashSet<>(modules).containsAll(m.modules)
                    && m.ifSwitchedOn.stream().allMatch(c -> modules.contains(c) || ifSwitchedOn.contains(c))
                    && (after == null || m.after != null && after.module().equals(m.after.module()));
        }

        @Override
        public <T> T by(Kinds<T> kinds) {
            return kinds.modulesPassed(this);
        }
    }
}
