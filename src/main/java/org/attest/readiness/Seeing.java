package org.attest.readiness;

import static java.util.stream.Collectors.joining;
import static org.attest.web.Formats.inWords;
import static org.attest.web.Formats.withWeekday;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attest.policy.Owner;
import org.attest.policy.PolicyHistory;
import org.attest.policy.PublishedPolicy;
import org.attest.policy.Tier;
import org.attest.readiness.Finding.Mend;
import org.attest.readiness.SeenVerdict.Bar;
import org.attest.readiness.SeenVerdict.Fact;
import org.attest.readiness.SeenVerdict.Group;
import org.attest.readiness.SeenVerdict.Lane;
import org.attest.readiness.SeenVerdict.Month;
import org.attest.readiness.SeenVerdict.PolicyLink;
import org.attest.readiness.SeenVerdict.Row;
import org.attest.readiness.SeenVerdict.SeenFinding;
import org.attest.readiness.SeenVerdict.Step;
import org.attest.readiness.SeenVerdict.Strip;
import org.attest.readiness.SeenVerdict.Way;

/** One reading of one decision: what this viewer may know, in the words that fit them. */
final class Seeing {

    private static final int DAYS_BEFORE = 46;
    private static final int DAYS_AFTER = 106;

    private final Facts facts;
    private final PolicyHistory history;
    private final LocalDate day;
    private final LocalDate today;
    private final Viewer viewer;
    private final Verdict verdict;
    private final ShortestWay way;

    Seeing(Facts facts, PolicyHistory history, Tier tier, LocalDate day, LocalDate today, Viewer viewer) {
        this.facts = facts;
        this.history = history;
        this.day = day;
        this.today = today;
        this.viewer = viewer;
        this.verdict = Deployability.decide(facts, history, tier, day);
        this.way = ShortestWay.from(facts, history, verdict);
    }

    SeenVerdict verdict() {
        var policy = history.on(day);
        return new SeenVerdict(
                verdict.tier(),
                day,
                viewer.self(),
                verdict.answer(),
                Words.mark(verdict.answer()),
                Words.answer(verdict.answer()),
                sentence(),
                why(),
                facts(),
                groups(),
                way(),
                strip(),
                policies(policy.label()),
                policy.notYetAsked(),
                verdict.nextChangeOn());
    }

    // --- the sentence

    private String sentence() {
        var until = verdict.answer().isYes() && verdict.lastDay() != null
                ? ", and until " + inWords(verdict.lastDay())
                : "";
        if (viewer.self()) return ownSentence(until);
        var who = facts.name();
        var what = verdict.tier().onIt();
        var can = day.isBefore(today) ? "could" : "can";
        var sentence =
                switch (verdict.answer()) {
                    case DEPLOYABLE -> who + " " + can + " be deployed " + what + " " + onDay() + until + ".";
                    case WITH_LIMITS ->
                        who + " " + can + " be deployed " + what + ", with limits, " + onDay() + until + ".";
                    case NOT_DEPLOYABLE ->
                        who + " " + (day.isBefore(today) ? "could not" : "cannot") + " be deployed " + what + " "
                                + onDay() + ".";
                    case CANNOT_DECIDE ->
                        "We cannot say whether " + who + " " + can + " be deployed " + what + " " + onDay() + ": "
                                + firstMissing() + ".";
                };
        return provided(sentence);
    }

    private String ownSentence(String until) {
        var sentence =
                switch (verdict.answer()) {
                    case DEPLOYABLE -> "You can go on duty " + onDay() + until + ".";
                    case WITH_LIMITS -> "You can go on duty, with limits, " + onDay() + until + ".";
                    case NOT_DEPLOYABLE ->
                        day.isBefore(today)
                                ? "You could not go on duty " + onDay() + "."
                                : "You cannot go on duty " + (day.equals(today) && isInPipeline() ? "yet" : onDay())
                                        + ".";
                    case CANNOT_DECIDE ->
                        "We cannot say yet whether you can go on duty " + onDay() + ": " + firstMissing() + ".";
                };
        return provided(sentence);
    }

    /** A day other than today is answered by what is known today. */
    private String provided(String sentence) {
        if (day.equals(today)) return sentence;
        return (day.isAfter(today) ? "As things stand, " : "By what is known now, ") + lowerYou(sentence);
    }

    private static String lowerYou(String sentence) {
        if (sentence.startsWith("You ")) return "you " + sentence.substring(4);
        return sentence.startsWith("We ") ? "we " + sentence.substring(3) : sentence;
    }

    private String onDay() {
        return day.equals(today) ? "today" : "on " + inWords(day);
    }

    private String firstMissing() {
        var sentence = verdict.standing(Standing.CANNOT_DECIDE).get(0).sentence();
        return sentence.substring(0, 1).toLowerCase() + sentence.substring(1);
    }

    private boolean isInPipeline() {
        var now = facts.stages() == null ? null : facts.stageOn(day);
        return now != null && now.stage().isPipeline();
    }

    // --- why

    private String why() {
        int unmet = verdict.standing(Standing.UNMET).size();
        int unknown = verdict.standing(Standing.CANNOT_DECIDE).size();
        var soon = verdict.standing(Standing.DUE_SOON);
        long yours = steps().stream().filter(s -> s.yours() && s.needed()).count();
        var counts = "";
        if (unmet == 0 && unknown == 0) {
            counts = "All " + verdict.findings().size() + " requirements are met.";
            if (!soon.isEmpty()) {
                counts += " " + Words.count(soon.size(), "is", "are") + " due soon.";
            }
            return counts;
        }
        if (unmet > 0) counts = Words.count(unmet, "requirement is not met", "requirements are not met");
        if (unknown > 0 && unmet > 0) counts += " and " + unknown + " cannot be decided";
        if (unknown > 0 && unmet == 0) {
            counts = Words.count(unknown, "requirement cannot be decided", "requirements cannot be decided");
        }
        var moves = viewer.self()
                ? yours == 0
                        ? "No step is yours."
                        : Words.count(yours, "of the steps is yours.", "of the steps are yours.")
                : yours == 0
                        ? "No move for you."
                        : Words.count(yours, "of the moves is yours.", "of the moves are yours.");
        if (viewer.self() && way.earliest() != null && !verdict.answer().isYes()) {
            return "You could be " + (isInPipeline() ? "ready" : "back") + " on " + withWeekday(way.earliest()) + ". "
                    + moves;
        }
        return counts + ". " + moves;
    }

    // --- the row of dates

    private List<Fact> facts() {
        var list = new ArrayList<Fact>();
        var words = Words.answer(verdict.answer());
        if (verdict.since() == null) {
            list.add(new Fact(words + " since", "Always so far", "As far as is recorded"));
        } else {
            long days = ChronoUnit.DAYS.between(verdict.since(), day) + 1;
            list.add(new Fact(
                    words + " since",
                    inWords(verdict.since()),
                    Words.count(days, "day", "days") + ", counting " + (day.equals(today) ? "today" : "that day")));
        }
        list.add(nextChange());
        if (verdict.answer().isYes()) {
            list.add(
                    verdict.lastDay() == null
                            ? new Fact("Deployable until", "No end in sight", "As things stand")
                            : new Fact("Deployable until", inWords(verdict.lastDay()), "If nobody acts"));
        } else if (way.earliest() != null) {
            list.add(new Fact("Earliest deployable", inWords(way.earliest()), ifStepsAreTaken()));
        } else {
            list.add(new Fact("Earliest deployable", "No date", "A step has no date"));
        }
        list.add(otherTier());
        return List.copyOf(list);
    }

    private String ifStepsAreTaken() {
        long needed = steps().stream().filter(Step::needed).count();
        if (needed == 1) return "If step 1 is taken";
        return needed == 2 ? "If steps 1 and 2 are taken" : "If steps 1 to " + needed + " are taken";
    }

    /** A hold without an end may end on any day up to its review. */
    private Fact nextChange() {
        var term = "Answer can change next";
        var review = verdict.findings().stream()
                .filter(f -> f.blocks() && f.mend() == Mend.AT_REVIEW)
                .map(Finding::reviewedBy)
                .findFirst();
        var byItself = verdict.lastDay() == null ? null : verdict.lastDay().plusDays(1);
        if (review.isPresent() && (byItself == null || review.get().isBefore(byItself))) {
            return new Fact(term, "No later than " + inWords(review.get()), "Availability is reviewed");
        }
        if (byItself != null) return new Fact(term, inWords(byItself), "Even if nobody acts");
        if (verdict.nextChangeOn() != null) {
            return new Fact(term, inWords(verdict.nextChangeOn()), "A requirement changes, the answer stays");
        }
        return new Fact(term, "No date", verdict.answer().isYes() ? "Nothing in it ends" : "Not until somebody acts");
    }

    private Fact otherTier() {
        var other = verdict.tier() == Tier.FIRST_LIVE ? Tier.T0 : Tier.FIRST_LIVE;
        var there = Deployability.decide(facts, history, other, day);
        var mine = codes(verdict);
        var theirs = codes(there);
        var note = there.answer().isYes()
                ? other.words()
                : mine.equals(theirs)
                        ? (mine.size() == 1 ? "For the same reason" : "For the same " + mine.size() + " reasons")
                        : Words.count(theirs.size(), "reason", "reasons");
        return new Fact(
                "Also asked",
                other.label() + ": " + Words.answer(there.answer()).toLowerCase(),
                note);
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.findings().stream()
                .filter(f -> !f.isMet())
                .map(Finding::code)
                .sorted()
                .toList();
    }

    // --- the findings

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (var standing : Standing.values()) {
            var findings = verdict.standing(standing);
            if (findings.isEmpty()) continue;
            groups.add(new Group(
                    Words.standing(standing),
                    Words.mark(standing),
                    standing == Standing.MET,
                    findings.stream().map(this::seen).toList()));
        }
        return List.copyOf(groups);
    }

    private SeenFinding seen(Finding finding) {
        var known = finding.behind().stream().filter(viewer::mayKnow).toList();
        boolean yours = isYours(finding);
        return new SeenFinding(
                finding.code(),
                finding.truth(),
                source(finding),
                Words.mark(finding.standing()),
                evidence(finding),
                whose(finding),
                yours,
                known.stream().anyMatch(viewer::reviews)
                        ? "Review it by " + inWords(finding.reviewedBy())
                        : move(finding),
                when(finding),
                whenNote(finding),
                finding.lastDay() == null ? finding.evidence() : "Until " + inWords(finding.lastDay()));
    }

    private boolean isYours(Finding finding) {
        if (finding.isMet() && finding.move().isEmpty()) return false;
        if (finding.hidden()) return finding.behind().stream().anyMatch(viewer::reviews);
        return viewer.owns(finding.owner());
    }

    private static String source(Finding finding) {
        var where = finding.stricterHere() ? "stricter here" : "national";
        if (finding.rule().isEmpty()) return where.substring(0, 1).toUpperCase() + where.substring(1);
        return finding.rule().substring(0, 1).toUpperCase() + finding.rule().substring(1) + ", " + where;
    }

    private String evidence(Finding finding) {
        var known = finding.behind().stream().filter(viewer::mayKnow).toList();
        if (known.isEmpty()) return finding.evidence();
        if (viewer.self())
            return known.stream().map(Finding.Behind::toThePerson).distinct().collect(joining(" "));
        return finding.evidence()
                + known.stream()
                        .map(b -> " " + b.inWords() + ", since " + inWords(b.since()) + ", reviewed by "
                                + inWords(b.reviewedBy()) + ".")
                        .collect(joining());
    }

    private String whose(Finding finding) {
        if (isYours(finding)) return "Your move";
        if (finding.hidden()) return "No move for you";
        return switch (finding.owner()) {
            case VOLUNTEER -> facts.name();
            case NOBODY -> finding.mend() == Mend.BY_ITSELF ? "Only time changes it" : "No move for you";
            default ->
                viewer.self()
                        ? finding.owner().words().replace("The ", "Your ")
                        : finding.owner().words();
        };
    }

    private static String move(Finding finding) {
        return finding.hidden() ? "It stays until it is reviewed" : finding.move();
    }

    private String when(Finding finding) {
        return switch (finding.standing()) {
            case UNMET -> {
                if (finding.since() != null) yield "Since " + inWords(finding.since());
                yield finding.mend() == Mend.BY_ITSELF ? "Until " + inWords(finding.lastDay()) : "Never met so far";
            }
            case CANNOT_DECIDE -> "No date until it is recorded";
            case DUE_SOON ->
                "Met for " + Words.count(ChronoUnit.DAYS.between(day, finding.lastDay()), "more day", "more days");
            case MET -> finding.lastDay() == null ? "No end in sight" : "Until " + inWords(finding.lastDay());
        };
    }

    private String whenNote(Finding finding) {
        return switch (finding.standing()) {
            case UNMET -> {
                if (finding.reviewedBy() != null && finding.lastDay() == null) {
                    yield (day.isAfter(finding.reviewedBy()) ? "Its review was due by " : "Reviewed by ")
                            + inWords(finding.reviewedBy());
                }
                if (finding.mend() == Mend.BY_ITSELF) {
                    yield finding.since() == null
                            ? "Met from " + inWords(finding.lastDay().plusDays(1))
                            : "Until " + inWords(finding.lastDay());
                }
                yield finding.mend() == Mend.NO_DATE ? "No date in sight" : "No date until somebody acts";
            }
            case CANNOT_DECIDE -> "";
            case DUE_SOON -> "Last valid day " + inWords(finding.lastDay());
            case MET -> "";
        };
    }

    // --- the way

    private Way way() {
        var steps = steps();
        if (verdict.answer().isYes()) {
            return new Way(steps, steps.isEmpty() ? "Nothing to do" : "To stay deployable", null);
        }
        if (way.earliest() == null) {
            return new Way(steps, "No earliest day can be given: at least one step has no date", null);
        }
        var until = way.lastDay() == null ? "" : ", then deployable until " + inWords(way.lastDay());
        return new Way(steps, "Earliest " + withWeekday(way.earliest()) + until, way.earliest());
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var step : way.steps()) {
            var finding = step.finding();
            boolean yours = isYours(finding);
            var what = finding.hidden()
                    ? "Availability is reviewed"
                    : finding.move().isEmpty() ? finding.truth() : finding.move();
            var taken = new Step(finding.code(), what, yours ? "You" : taker(finding), yours, possible(step), true);
            // one act may mend several requirements
            if (steps.stream().noneMatch(taken::isTheSameActAs)) steps.add(taken);
        }
        for (var finding : verdict.standing(Standing.DUE_SOON)) {
            if (way.steps().stream().anyMatch(s -> s.finding().code().equals(finding.code()))) continue;
            if (finding.move().isEmpty()) continue;
            boolean yours = isYours(finding);
            steps.add(new Step(
                    finding.code(),
                    finding.move(),
                    yours ? "You" : taker(finding),
                    yours,
                    "By " + inWords(finding.lastDay()) + ". Needed to stay deployable",
                    false));
        }
        return List.copyOf(steps);
    }

    private String taker(Finding finding) {
        if (finding.hidden()) return "An authorised person";
        if (finding.owner() != Owner.NOBODY) return whose(finding);
        return finding.mend() == Mend.BY_ITSELF ? "Only time" : "Nobody here";
    }

    private String possible(ShortestWay.Step step) {
        var finding = step.finding();
        return switch (finding.mend()) {
            case WHEN_OWNER_ACTS -> "Possible " + (day.equals(today) ? "today" : "on " + inWords(day));
            case BY_ITSELF -> "On " + inWords(step.possibleOn());
            case AT_REVIEW -> "By " + inWords(finding.reviewedBy());
            case NO_DATE -> "No date";
        };
    }

    // --- over time

    private Strip strip() {
        var from = day.minusDays(DAYS_BEFORE);
        var to = day.plusDays(DAYS_AFTER);
        var spans = Deployability.timeline(facts, history, verdict.tier(), from, to);
        var lanes = new ArrayList<Lane>();
        lanes.add(new Lane(
                "If nothing is done",
                "Answer for " + verdict.tier().words().toLowerCase(),
                true,
                answerBars(spans, to)));
        if (!verdict.answer().isYes() && way.earliest() != null) {
            lanes.add(new Lane("If the steps are taken", "Earliest, not a promise", true, barsWithSteps(spans, to)));
        }
        var codes = spans.stream()
                .flatMap(s -> s.findings().stream())
                .filter(f -> !f.isMet())
                .map(Finding::code)
                .distinct()
                .toList();
        for (var code : codes) lanes.add(lane(code, spans, to));
        var months = new ArrayList<Month>();
        for (var first = from.withDayOfMonth(1).plusMonths(1); !first.isAfter(to); first = first.plusMonths(1)) {
            months.add(new Month(x(first), org.attest.web.Days.month(first)));
        }
        return new Strip(from, to, x(day), List.copyOf(months), List.copyOf(lanes), rows(spans));
    }

    private List<Bar> answerBars(List<Verdict> spans, LocalDate to) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < spans.size(); i++) {
            int last = i;
            while (last + 1 < spans.size()
                    && spans.get(last + 1).answer() == spans.get(i).answer()) last++;
            var lastDay = last + 1 < spans.size() ? spans.get(last + 1).day().minusDays(1) : to;
            var answer = spans.get(i).answer();
            bars.add(bar(spans.get(i).day(), lastDay, Words.mark(answer), Words.answer(answer)));
            i = last;
        }
        return List.copyOf(bars);
    }

    private List<Bar> barsWithSteps(List<Verdict> spans, LocalDate to) {
        var bars = new ArrayList<Bar>();
        for (var bar : answerBars(spans, to)) {
            if (bar.from().isAfter(day)) continue;
            bars.add(bar.lastDay().isBefore(day) ? bar : null);
        }
        bars.removeIf(Objects::isNull);
        var begun = bars.isEmpty()
                ? spans.get(0).day()
                : bars.get(bars.size() - 1).lastDay().plusDays(1);
        var mark = Words.mark(verdict.answer());
        var eve = way.earliest().minusDays(1);
        if (!eve.isBefore(begun))
            bars.add(bar(begun, eve.isAfter(to) ? to : eve, mark, Words.answer(verdict.answer())));
        if (way.earliest().isAfter(to)) return List.copyOf(bars);
        var lastDay = way.lastDay() == null || way.lastDay().isAfter(to) ? to : way.lastDay();
        bars.add(bar(way.earliest(), lastDay, "met", "Deployable from " + inWords(way.earliest())));
        if (lastDay.isBefore(to)) bars.add(bar(lastDay.plusDays(1), to, "unmet", "Not deployable"));
        return List.copyOf(bars);
    }

    private Lane lane(String code, List<Verdict> spans, LocalDate to) {
        var bars = new ArrayList<Bar>();
        String truth = code;
        for (int i = 0; i < spans.size(); i++) {
            var here = shown(code, spans.get(i));
            int last = i;
            while (last + 1 < spans.size() && here.equals(shown(code, spans.get(last + 1)))) last++;
            var lastDay = last + 1 < spans.size() ? spans.get(last + 1).day().minusDays(1) : to;
            if (here.truth != null) {
                truth = here.truth;
                bars.add(bar(spans.get(i).day(), lastDay, here.kind, here.words));
            }
            i = last;
        }
        return new Lane(truth, "", false, List.copyOf(bars));
    }

    private record Shown(String truth, String kind, String words) {}

    private static Shown shown(String code, Verdict span) {
        var found = span.findings().stream().filter(f -> f.code().equals(code)).findFirst();
        if (found.isEmpty()) return new Shown(null, null, null);
        var finding = found.get();
        if (finding.hidden()) {
            if (finding.lastDay() == null && span.day().isAfter(finding.reviewedBy())) {
                return new Shown(finding.truth(), "unknown", "Not known: review by " + inWords(finding.reviewedBy()));
            }
            return new Shown(finding.truth(), "closed", "Not available");
        }
        var words =
                switch (finding.standing()) {
                    case MET, DUE_SOON -> finding.lastDay() == null ? "Met" : "Met until " + inWords(finding.lastDay());
                    default -> finding.sentence();
                };
        // the strip draws the end itself: due soon needs no bar of its own
        return new Shown(finding.truth(), finding.isMet() ? "met" : Words.mark(finding.standing()), words);
    }

    private Bar bar(LocalDate from, LocalDate lastDay, String kind, String words) {
        return new Bar(from, lastDay, kind, words, x(from), x(lastDay.plusDays(1)) - x(from));
    }

    private double x(LocalDate at) {
        long days = ChronoUnit.DAYS.between(day.minusDays(DAYS_BEFORE), at);
        double scale = (double) (Strip.WIDTH - Strip.LEFT) / (DAYS_BEFORE + DAYS_AFTER + 1);
        return Math.round((Strip.LEFT + days * scale) * 10) / 10.0;
    }

    private List<Row> rows(List<Verdict> spans) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            var what = i == 0 ? "As it stood" : changes(spans.get(i - 1), span);
            if (what.isEmpty()) continue;
            rows.add(new Row(span.day(), Words.answer(span.answer()), withSteps(span), what));
        }
        if (!verdict.answer().isYes() && way.earliest() != null) {
            var there =
                    rows.stream().filter(r -> r.from().equals(way.earliest())).findFirst();
            if (there.isEmpty() && !way.earliest().isAfter(day.plusDays(DAYS_AFTER))) {
                var stood = Deployability.decide(facts, history, verdict.tier(), way.earliest());
                rows.add(new Row(way.earliest(), Words.answer(stood.answer()), "Deployable", "All steps taken"));
            }
        }
        rows.sort(java.util.Comparator.comparing(Row::from));
        return List.copyOf(rows);
    }

    private String withSteps(Verdict span) {
        if (verdict.answer().isYes() || way.earliest() == null || span.day().isBefore(way.earliest())) {
            return Words.answer(span.answer());
        }
        if (way.lastDay() != null && span.day().isAfter(way.lastDay())) return Words.answer(Answer.NOT_DEPLOYABLE);
        return Words.answer(Answer.DEPLOYABLE);
    }

    private static String changes(Verdict before, Verdict after) {
        var changes = new ArrayList<String>();
        for (var finding : after.findings()) {
            var was = shown(finding.code(), before);
            var is = shown(finding.code(), after);
            if (!Objects.equals(was.kind, is.kind)) {
                changes.add(
                        finding.isMet()
                                ? finding.truth()
                                : is.kind.equals("unknown") && finding.hidden() ? is.words : finding.sentence());
            }
        }
        return String.join(". ", changes);
    }

    // --- the policy

    private static List<PolicyLink> policies(String label) {
        var links = new ArrayList<PolicyLink>();
        for (var part : label.split(", ")) {
            int space = part.lastIndexOf(' ');
            var issuer = part.substring(0, space);
            var number = Integer.parseInt(part.substring(space + 1));
            links.add(new PolicyLink(issuer, number, PublishedPolicy.words(issuer, number)));
        }
        return List.copyOf(links);
    }
}
