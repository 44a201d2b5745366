package org.attest.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.policy.Tier;
import org.attest.web.Formats;

/** The tier the force has given its people in service, from a file. */
@ApplicationScoped
public class TierColumns implements FileColumns {

    /** Kind of the facts written here. */
    public static final String FACT = "tier";

    /** Training rule 14: from Tier 3 on. */
    private static final int OLDER = 21;

    private static final FileWords<Tier> WORDS = words();

    private static final FileColumn TIER = FileColumn.of("TIER", "Tier", WORDS)
            .hint("The highest the force has given; the answer is still worked out from the facts")
            .called("tier, deployment tier, role tier, tier granted, digital tier")
            .ofService();

    private static final FileColumn SINCE = FileColumn.day("TIER_SINCE", "Tier since")
            .hint("Today where the force does not know")
            .called("tier since, tier date, tier granted on, date of tier")
            .ofService();

    private static FileWords<Tier> words() {
        var words = new FileWords<Tier>("a tier Attest knows");
        for (var tier : Tier.values()) {
            words.with(
                    tier,
                    tier.label(),
                    "t" + tier.ordinal() + ", " + tier.ordinal() + ", " + FileColumn.folded(tier.words()));
        }
        return words;
    }

    @Override
    public List<FileColumn> columns() {
        return List.of(TIER, SINCE);
    }

    @Override
    public Map<Long, Map<FileColumn, Object>> held(Collection<Long> people, LocalDate today) {
        var held = new HashMap<Long, Map<FileColumn, Object>>();
        for (var grant : TierGrant.lasting(people, today)) {
            held.put(grant.volunteer.id, Map.of(TIER, grant.tier, SINCE, grant.grantedOn));
        }
        return held;
    }

    @Override
    public Map<FileRow, List<FileFault>> faults(Collection<FileRow> rows, LocalDate today) {
        var faults = new HashMap<FileRow, List<FileFault>>();
        for (var row : rows) {
            var fault = fault(row, today);
            if (fault != null) faults.put(row, List.of(fault));
        }
        return faults;
    }

    private static FileFault fault(FileRow row, LocalDate today) {
        var tier = (Tier) row.adds(TIER);
        var since = row.day(SINCE);
        if (tier == null) {
            return row.says(TIER) == null && row.adds(SINCE) != null
                    ? new FileFault(SINCE, "the row has the day and no tier", "Add the tier, or empty this cell")
                    : null;
        }
        var stands = row.standing();
        if (stands.stage() != Stage.SERVICE
                && stands.stage() != Stage.TRAINING
                && stands.stage() != Stage.ATTESTATION) {
            return new FileFault(
                    TIER,
                    "the person is in the " + stands.stage().slug()
                            + " stage, and tiers are given from training on (training section 2)",
                    "Correct the stage, or empty this cell");
        }
        var day = since == null ? today : since;
        if (day.isAfter(today)) return new FileFault(SINCE, "the day is in the future", "Correct the day");
        if (tier.compareTo(Tier.T3) < 0) return null;
        if (stands.birthDate() == null || !Ages.reached(stands.birthDate(), OLDER, day)) {
            return new FileFault(
                    TIER,
                    stands.birthDate() == null
                            ? "nobody has this tier without a birth date (training rule 14)"
                            : "nobody has this tier before the age of " + OLDER + ", here "
                                    + Formats.inWords(Ages.birthday(stands.birthDate(), OLDER)) + " (training rule 14)",
                    stands.birthDate() == null ? "Add the birth date" : "Correct the tier or the birth date");
        }
        return null;
    }

    @Override
    public List<FileFact> write(Collection<FileRow> rows, Actor by, Clock clock) {
        var facts = new ArrayList<FileFact>();
        for (var row : rows) {
            var tier = (Tier) row.adds(TIER);
            if (tier == null) continue;
            var day = row.day(SINCE) == null ? LocalDate.now(clock) : row.day(SINCE);
            var grant = TierGrant.attested(row.person(), tier, day, by, clock);
            facts.add(new FileFact(row.person(), FACT, grant.id));
        }
        return facts;
    }

    @Override
    public void takeBack(Map<String, List<Long>> facts) {
        var ids = facts.get(FACT);
        if (ids != null) TierGrant.delete("id in ?1", ids);
    }
}
