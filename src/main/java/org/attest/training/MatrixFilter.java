package org.attest.training;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attest.force.Force;
import org.attest.policy.Tier;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Stage;

/**
 * Whom and what the matrix of a force shows, and in which order, as the address says it. {@code fault} is what cannot be
 * shown, in a sentence; null where all of it can.
 *
 * @param stage a stage's slug, {@code all} for all but those who have left, or empty: who is in vetting, training, attestation
 *     or service
 * @param tier that they hold; null for any
 * @param module the code of the only one shown; empty for all
 * @param standing null for any
 * @param order {@code name}, {@code soonest} or the code of a module; with a hyphen before it the other way round
 */
record MatrixFilter(
        Force force,
        String stage,
        Tier tier,
        Cohort cohort,
        String module,
        WantedStanding standing,
        boolean expiring,
        String order,
        String fault) {

    static final String EXPIRING = "expiring";
    private static final String ALL = "all";
    static final String BY_NAME = "name";
    static final String BY_SOONEST = "soonest";

    /** Who learns, before anything is asked for. */
    static final List<Stage> LEARNING = List.of(Stage.VETTING, Stage.TRAINING, Stage.ATTESTATION, Stage.SERVICE);

    /** @param asked the values of the address by name */
    static MatrixFilter of(Force force, Curriculum curriculum, Map<String, String> asked) {
        var faults = new ArrayList<String>();
        var stage = word(asked.get("stage"));
        if (!stage.isEmpty() && !stage.equals(ALL) && stageOf(stage) == null) {
            faults.add("There is no stage of that name. Choose one from the list.");
            stage = "";
        }
        var wantedTier = word(asked.get("tier"));
        Tier tier = null;
        for (var one : Tier.values()) if (one.name().equalsIgnoreCase(wantedTier)) tier = one;
        if (tier == null && !wantedTier.isEmpty()) faults.add("There is no such tier. Choose one from the list.");
        Cohort cohort = null;
        if (!word(asked.get("cohort")).isEmpty()) {
            cohort = Cohort.byRef(word(asked.get("cohort")).toUpperCase(Locale.ROOT))
                    .filter(c -> c.force.id.equals(force.id))
                    .orElse(null);
            if (cohort == null) faults.add("There is no such cohort. Choose one from the list.");
        }
        var module = word(asked.get("module")).toUpperCase(Locale.ROOT);
        if (!module.isEmpty() && curriculum.module(module).isEmpty()) {
            faults.add("There is no module of that code. Choose one from the list.");
            module = "";
        }
        var wantedStanding = word(asked.get("standing"));
        var standing = WantedStanding.of(wantedStanding);
        if (standing == null && !wantedStanding.isEmpty()) {
            faults.add("There is no standing of that name. Choose one from the list.");
        }
        var order = word(asked.get("order"));
        if (order.isEmpty()) order = BY_NAME;
        if (!isOrder(order.startsWith("-") ? order.substring(1) : order, curriculum)) {
            faults.add("The matrix cannot be put in that order. Choose a column.");
            order = BY_NAME;
        }
        var view = word(asked.get("view"));
        if (!view.isEmpty() && !view.equals(EXPIRING)) faults.add("There is no view of that name.");
        return new MatrixFilter(
                force,
                stage,
                tier,
                cohort,
                module,
                standing,
                view.equals(EXPIRING),
                order,
                faults.isEmpty() ? null : faults.get(0));
    }

    /** Everybody who learns, in every module. */
    static MatrixFilter everybody(Force force) {
        return new MatrixFilter(force, "", null, null, "", null, false, BY_NAME, null);
    }

    private static boolean isOrder(String order, Curriculum curriculum) {
        return order.equals(BY_NAME)
                || order.equals(BY_SOONEST)
                || curriculum.module(order.toUpperCase(Locale.ROOT)).isPresent();
    }

    private static String word(String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    private static Stage stageOf(String slug) {
        for (var stage : Stage.values()) if (stage.slug().equals(slug)) return stage;
        return null;
    }

    /** The one stage asked for; null for none in particular. */
    public Stage oneStage() {
        return stageOf(stage);
    }

    /** The stages of who is shown. */
    List<Stage> stages() {
        if (stage.equals(ALL)) {
            return List.of(Stage.values()).stream().filter(s -> s != Stage.LEFT).toList();
        }
        return oneStage() == null ? LEARNING : List.of(oneStage());
    }

    /** Whether anything is asked for but the view and the order. */
    public boolean isNarrow() {
        return !stage.isEmpty() || tier != null || cohort != null || !module.isEmpty() || standing != null;
    }

    /** Whether the rows run the other way round. */
    boolean isReversed() {
        return order.startsWith("-");
    }

    /** What the rows are ordered by: {@code name}, {@code soonest} or the code of a module. */
    String orderedBy() {
        var by = isReversed() ? order.substring(1) : order;
        return by.equals(BY_NAME) || by.equals(BY_SOONEST) ? by : by.toUpperCase(Locale.ROOT);
    }

    /** {@code ascending} or {@code descending} for the column that orders the rows, else {@code none}. */
    public String sortOf(String column) {
        if (!orderedBy().equals(column)) return "none";
        return isReversed() ? "descending" : "ascending";
    }

    /** Address of the same, ordered by the column; once more the other way round. */
    public String orderBy(String column) {
        return path(expiring, sortOf(column).equals("ascending") ? "-" + column : column);
    }

    /** The same question as it stands in an address, without the page: {@code ?stage=service}, or empty. */
    public String query() {
        return query(expiring, order);
    }

    /** Address of the page with the same question, without the number of its page. */
    public String path() {
        return path(expiring, order);
    }

    /** The same people and modules as a matrix, or as a list of what expires when. */
    public String seen(boolean asExpiring) {
        return path(asExpiring, BY_NAME);
    }

    private String path(boolean asExpiring, String ordered) {
        return "/forces/" + force.slug + "/training" + query(asExpiring, ordered);
    }

    private String query(boolean asExpiring, String ordered) {
        var parts = new ArrayList<String>();
        add(parts, "view", asExpiring ? EXPIRING : "");
        add(parts, "stage", stage);
        add(parts, "tier", tier == null ? "" : tier.name());
        add(parts, "cohort", cohort == null ? "" : cohort.ref);
        add(parts, "module", module);
        add(parts, "standing", standing == null ? "" : standing.slug());
        add(parts, "order", ordered.equals(BY_NAME) ? "" : ordered);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The condition on {@code v}, a person, with what it binds. */
    Map<String, Object> bind(StringBuilder hql, LocalDate today) {
        Map<String, Object> bound = new HashMap<>();
        hql.append("v.force = :force and v.stage in :stages");
        bound.put("force", force);
        bound.put("stages", stages());
        if (cohort != null) {
            hql.append(" and v.cohort = :cohort");
            bound.put("cohort", cohort);
        }
        if (tier != null) {
            hql.append(" and exists (select 1 from TierGrant g where g.volunteer = v and g.tier = :tier"
                    + " and g.grantedOn <= :today and (g.endedOn is null or g.endedOn >= :today))");
            bound.put("tier", tier);
            bound.put("today", today);
        }
        return bound;
    }
}
