package org.attest.recruitment;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.Texts;

/**
 * Which people of a force a list shows, and in which order, as the address says it. {@code fault} is what cannot be
 * shown, in a sentence; null where all of it can.
 *
 * @param stage a stage's slug, {@code pipeline} for all before service, or empty: all but those who have left
 * @param only what it is narrowed to beyond that; null where it is not
 * @param ready {@code yes}, {@code no} or {@code unknown}: the answer today of those in service
 */
public record PeopleFilter(
        Force force, String q, String stage, Cohort cohort, String ready, String order, Narrowing only, String fault) {

    private static final int LONGEST_SEARCH = 200;
    private static final int MOST_WORDS = 8;
    static final String PIPELINE = "pipeline";
    static final List<String> ANSWERS = List.of("yes", "no", "unknown");
    static final List<String> ORDERS = List.of("move", "name", "newest");

    static PeopleFilter of(Force force, String q, String stage, String cohortRef, String ready, String order) {
        var search = Texts.line(q) == null ? "" : Texts.line(q);
        String fault = null;
        if (Texts.fault(search, LONGEST_SEARCH, false) != null) {
            fault = "The search holds hidden characters or is longer than " + LONGEST_SEARCH + ". Type it anew.";
            search = "";
        }
        var wantedStage = word(stage);
        if (!wantedStage.isEmpty() && !wantedStage.equals(PIPELINE) && stageOf(wantedStage) == null) {
            fault = "There is no stage of that name. Choose one from the list.";
            wantedStage = "";
        }
        Cohort cohort = null;
        if (!word(cohortRef).isEmpty()) {
            cohort = Cohort.byRef(cohortRef.strip().toUpperCase(Locale.ROOT))
                    .filter(c -> c.force.id.equals(force.id))
                    .orElse(null);
            if (cohort == null) fault = "There is no such cohort. Choose one from the list.";
        }
        var wantedAnswer = word(ready);
        if (!wantedAnswer.isEmpty() && !ANSWERS.contains(wantedAnswer)) {
            fault = "There is no answer of that name. Choose one from the list.";
            wantedAnswer = "";
        }
        var wantedOrder = word(order).isEmpty() ? ORDERS.get(0) : word(order);
        if (!ORDERS.contains(wantedOrder)) {
            fault = "People cannot be put in that order. Choose one from the list.";
            wantedOrder = ORDERS.get(0);
        }
        return new PeopleFilter(force, search, wantedStage, cohort, wantedAnswer, wantedOrder, null, fault);
    }

    /** The same, and of those only the ones behind a number of the dashboard. */
    PeopleFilter only(String typed, StageTargets targets, LocalDate today) {
        var name = word(typed);
        if (name.isEmpty()) return this;
        var narrowing = Narrowing.of(name, force, StageSettings.in(force, targets), today);
        var wrong = narrowing == null ? "There is no list of that name. Show everyone and choose anew." : fault;
        return new PeopleFilter(force, q, stage, cohort, ready, order, narrowing, wrong);
    }

    /** The question as it stands behind {@link #path} or in the board's address; anything unknown in it is no question. */
    static PeopleFilter ofQuery(Force force, String address, StageTargets targets, LocalDate today) {
        var asked = new HashMap<String, String>();
        int mark = address.indexOf('?');
        for (var part : mark < 0 ? new String[0] : address.substring(mark + 1).split("&")) {
            int equal = part.indexOf('=');
            if (equal > 0) {
                asked.put(
                        part.substring(0, equal), URLDecoder.decode(part.substring(equal + 1), StandardCharsets.UTF_8));
            }
        }
        return of(
                        force,
                        asked.get("q"),
                        asked.get("stage"),
                        asked.get("cohort"),
                        asked.get("ready"),
                        asked.get("order"))
                .only(asked.get("only"), targets, today);
    }

    /** The same of one stage. */
    PeopleFilter in(Stage one) {
        return in(one.slug());
    }

    /** The same of a stage by its slug, or of none in particular. */
    PeopleFilter in(String slug) {
        return new PeopleFilter(force, q, slug, cohort, ready, order, only, fault);
    }

    /** What it is narrowed to, in words; empty where it is not. */
    public String onlyInWords() {
        return only == null ? "" : only.words();
    }

    private static String word(String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    private static Stage stageOf(String slug) {
        for (var stage : Stage.values()) if (stage.slug().equals(slug)) return stage;
        return null;
    }

    /** The stage asked for; null for none or the whole pipeline. */
    public Stage oneStage() {
        return stageOf(stage);
    }

    /** Whether anything is asked for but the order. */
    public boolean isNarrow() {
        return !q.isEmpty() || !stage.isEmpty() || cohort != null || !ready.isEmpty() || only != null;
    }

    /** The same question as it stands in an address, without the page: {@code ?stage=vetting&order=name}, or empty. */
    public String query() {
        var parts = new ArrayList<String>();
        add(parts, "q", q);
        add(parts, "stage", stage);
        add(parts, "cohort", cohort == null ? "" : cohort.ref);
        add(parts, "ready", ready);
        add(parts, "only", only == null ? "" : only.name());
        add(parts, "order", order.equals(ORDERS.get(0)) ? "" : order);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** Address of the list with the same question, without the page. */
    public String path() {
        return "/forces/" + force.slug + "/volunteers" + query();
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The condition on {@code v}, a person, and {@code d}, their stored answer, with what it binds. */
    Condition condition() {
        var hql = new StringBuilder("v.force = :force");
        Map<String, Object> bound = new HashMap<>();
        bound.put("force", force);
        if (stage.equals(PIPELINE)) {
            hql.append(" and v.stage not in :beyond");
            bound.put("beyond", List.of(Stage.SERVICE, Stage.LEFT));
        } else if (!stage.isEmpty()) {
            hql.append(" and v.stage = :stage");
            bound.put("stage", oneStage());
        } else if (only == null || !only.withLeft()) {
            hql.append(" and v.stage <> :left");
            bound.put("left", Stage.LEFT);
        }
        if (cohort != null) {
            hql.append(" and v.cohort = :cohort");
            bound.put("cohort", cohort);
        }
        if (!ready.isEmpty()) {
            hql.append(" and v.stage = :service and ").append(answers());
            bound.put("service", Stage.SERVICE);
        }
        if (only != null) {
            hql.append(" and ").append(only.hql());
            bound.putAll(only.bound());
        }
        search(hql, bound);
        return new Condition(hql.toString(), bound);
    }

    private String answers() {
        return switch (ready) {
            case "yes" -> "d.answer in (DEPLOYABLE, WITH_LIMITS)";
            case "no" -> "d.answer = NOT_DEPLOYABLE";
            default -> "(d.answer = CANNOT_DECIDE or d.answer is null)";
        };
    }

    private void search(StringBuilder hql, Map<String, Object> bound) {
        if (q.isEmpty()) return;
        var words = Texts.folded(q).split(" ");
        hql.append(" and (");
        for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
            hql.append(i == 0 ? "" : " and ")
                    .append("v.foundBy like :w")
                    .append(i)
                    .append(" escape '!'");
            bound.put("w" + i, containing(words[i]));
        }
        // a reference as it is read aloud: in groups of four
        hql.append(" or v.foundBy like :joined escape '!'");
        bound.put("joined", containing(Texts.folded(q).replaceAll("[\\s-]", "")));
        // the reference that somebody has on paper may be that of a record merged since
        hql.append(" or exists (select 1 from MergedRecord m where m.volunteer = v and m.ref = :merged))");
        bound.put("merged", Reference.normalise(q));
    }

    private static String containing(String word) {
        return "%" + word.replaceAll("[!%_]", "!$0") + "%";
    }

    /** Part of a query with the values it needs. */
    record Condition(String hql, Map<String, Object> bound) {}
}
