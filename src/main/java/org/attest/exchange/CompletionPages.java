package org.attest.exchange;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.exchange.DryRunPage.Tab;
import org.attest.exchange.OpenImports.Where;
import org.attest.training.LearnedElsewhere;
import org.attest.training.LearnedElsewhere.Brought;
import org.attest.web.Form;
import org.attest.web.Paging;

/** The pages of a file of completed training: what would become of what it says, and what it brought in. */
@ApplicationScoped
class CompletionPages {

    @Inject
    OpenImports imports;

    @Inject
    Completions completions;

    @Inject
    Limits limits;

    /** A result on the page. */
    record Line(
            int number,
            int row,
            String name,
            String ref,
            String module,
            String said,
            String held,
            List<CellFault> faults,
            boolean ticking,
            boolean ticked) {

        static Line of(CheckedCompletion one, boolean ticked) {
            return new Line(
                    one.number(),
                    one.row(),
                    Visible.of(one.name()),
                    one.person() == null ? "" : one.person().ref,
                    one.module(),
                    one.said(),
                    one.held(),
                    one.faults(),
                    one.canComeIn(),
                    ticked);
        }
    }

    /**
     * @param ofCourses what the file says about courses that are left out
     * @param less how often the file says “not passed” where Attest has a pass
     */
    record rows(
            Where force,
            ImportBatch batch,
            Form form,
            List<Tab> tabs,
            Tab tab,
            List<Line> lines,
            Paging paging,
            int taken,
            int leftOut,
            int ofCourses,
            int less,
            String seen)
            implements TemplateInstance {}

    record result(Where force, ImportBatch batch, Paging paging, List<Brought> results, int standing)
            implements TemplateInstance {}

    TemplateInstance rows(ImportBatch batch, Form form, String show, String page) {
        var run = completions.look(batch, limits, imports.actorIn(batch.force));
        var counts = run.counts();
        var tab = DryRunPage.tab(batch, show);
        var paging = Paging.of(page, counts.of(tab));
        var out = new HashSet<>(batch.leftOut);
        var lines = run.checked().stream()
                .filter(one -> one.outcome() == tab)
                .skip((long) (paging.number() - 1) * paging.size())
                .limit(paging.size())
                .map(one -> Line.of(one, !out.contains(one.number())))
                .toList();
        int able = (int)
                run.checked().stream().filter(CheckedCompletion::canComeIn).count();
        int left = (int) run.checked().stream()
                .filter(one -> one.canComeIn() && out.contains(one.number()))
                .count();
        var tabs = List.of(
                DryRunPage.tab(Outcome.NEW, "New", "Results Attest does not have", counts, tab),
                DryRunPage.tab(Outcome.CHANGED, "Less", "Attest has more: yours to confirm", counts, tab),
                DryRunPage.tab(Outcome.SAME, "Same", "Nothing to do", counts, tab),
                DryRunPage.tab(Outcome.REFUSED, "Refused", "With a cell in doubt, or against a rule", counts, tab));
        return new rows(
                Where.of(batch),
                batch,
                form,
                tabs,
                tabs.stream().filter(Tab::current).findFirst().orElseThrow(),
                lines,
                paging,
                able - left,
                left,
                run.ofCoursesLeftOut(),
                run.sayingLess(),
                run.fingerprint());
    }

    TemplateInstance result(ImportBatch batch, String page) {
        var all = LearnedElsewhere.broughtInBy(batch.ref);
        var paging = Paging.of(page, all.size());
        int from = (paging.number() - 1) * paging.size();
        return new result(
                Where.of(batch), batch, paging, all.subList(from, Math.min(from + paging.size(), all.size())), (int)
                        all.stream().filter(one -> !one.revoked()).count());
    }
}
