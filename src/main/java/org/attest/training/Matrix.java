package org.attest.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/**
 * The people of a force and how each module stands for each of them on a day.
 *
 * @param modules the columns, by code
 * @param rows one for each person, in the order asked for
 */
record Matrix(List<ModuleDocument> modules, List<Row> rows) {

    /**
     * How a module stands for a person.
     *
     * @param state null for a module for staff that they have not passed, which nobody asks of them
     * @param lastDay last day on which what counts, or counted last, does so; null for none
     * @param extended whether it counts until then by order, beyond its own last valid day
     * @param ready whether a session of it is what they need
     * @param booked whether they have a place in a session ahead, or wait for one
     * @param opens codes of the modules that would open to them if they passed it; empty where they are not ready
     */
    record Cell(
            String code,
            ModuleStanding.State state,
            LocalDate lastDay,
            boolean extended,
            boolean ready,
            boolean booked,
            List<String> opens) {

        /** {@code Passed}. */
        public String words() {
            return state == null ? "Not asked" : state.brief() + (extended ? ", extended until" : "");
        }

        public String mark() {
            return state == null ? "closed" : state.mark();
        }

        /** Whether somebody who runs training has something to look at. */
        public boolean isToBeSeen() {
            return state != null
                    && switch (state) {
                        case OVERDUE, TO_REPEAT, ENDS_SOON, UNDER_WAY, WAITS_FOR_DAY, WITH_COORDINATOR -> true;
                        case PASSED, READY, TAUGHT, WAITING -> false;
                    };
        }

        boolean isPassed() {
            return state != null && state.isPassed();
        }
    }

    /**
     * One person.
     *
     * @param cohort null for none
     * @param own whether it is whoever looks: nobody looks after their own training
     */
    record Row(String ref, String name, Stage stage, String cohort, boolean own, List<Cell> cells) {

        /** What is valid and ends first; null where nothing that is valid ends. */
        public Cell soonest() {
            return cells.stream()
                    .filter(c -> c.isPassed() && c.lastDay != null)
                    .min(Comparator.comparing(Cell::lastDay))
                    .orElse(null);
        }

        Cell cell(String code) {
            return cells.stream().filter(c -> c.code.equals(code)).findFirst().orElse(null);
        }

        public String path() {
            return "/volunteers/" + ref + "/training";
        }
    }

    /**
     * How much a session of a module would help.
     *
     * @param ready who could come
     * @param withoutPlace of them, who neither has a place in a session ahead nor waits for one
     * @param opensFor of them, to how many passing it would open another module
     * @param opens the modules that would open, by code
     */
    record Demand(ModuleDocument module, long ready, long withoutPlace, long opensFor, List<String> opens) {}

    /** One result with its last valid day. */
    record Ending(Row row, ModuleDocument module, Cell cell) {}

    /** As of now; nine statements, whatever the number of people. */
    static Matrix of(MatrixFilter filter, Curriculum curriculum, Long accountId, Clock clock) {
        var day = LocalDate.now(clock);
        var people = people(filter, day);
        var trainings = TrainingRecord.of(people, curriculum, day);
        var booked = Seat.booked(filter.force(), clock.instant());
        var modules = curriculum.modules().stream()
                .filter(m ->
                        filter.module().isEmpty() ? !m.isRetired() : m.code().equals(filter.module()))
                .toList();
        var rows = new ArrayList<Row>();
        for (var person : people) {
            var training = trainings.get(person.id);
            rows.add(new Row(
                    person.ref,
                    person.fullName,
                    person.stage,
                    person.cohort == null ? null : person.cohort.name,
                    person.accountId != null && person.accountId.equals(accountId),
                    modules.stream().map(m -> cell(training, m, booked)).toList()));
        }
        if (filter.standing() != null) {
            rows.removeIf(row -> row.cells.stream().noneMatch(filter.standing()::fits));
        }
        rows.sort(order(filter.orderedBy()));
        if (filter.isReversed()) Collections.reverse(rows);
        return new Matrix(modules, List.copyOf(rows));
    }

    private static List<Volunteer> people(MatrixFilter filter, LocalDate day) {
        var hql = new StringBuilder("from Volunteer v left join fetch v.cohort where ");
        var bound = filter.bind(hql, day);
        return Volunteer.list(hql + " order by v.foundBy, v.id", bound);
    }

    private static Cell cell(TrainingRecord training, ModuleDocument module, Set<Seat.Booked> booked) {
        var code = module.code();
        if (module.stage() == TrainingStage.STAFF && training.latest(code).isEmpty()) {
            return new Cell(code, null, null, false, false, false, List.of());
        }
        var standing = training.standing(module);
        boolean ready = training.isReadyForSession(module);
        return new Cell(
                code,
                standing.state(),
                standing.lastDay(),
                training.isExtended(code),
                ready,
                ready && booked.contains(new Seat.Booked(training.person().id, code)),
                ready
                        ? training.openedBy(module).stream()
                                .map(ModuleDocument::code)
                                .toList()
                        : List.of());
    }

    /** The rows stand by name already, and equal ones stay so. */
    private static Comparator<Row> order(String by) {
        return switch (by) {
            case MatrixFilter.BY_NAME -> (one, other) -> 0;
            case MatrixFilter.BY_SOONEST -> Comparator.comparing(row -> dayOf(row.soonest()), DAYS);
            default ->
                Comparator.<Row, Integer>comparing(row -> rank(row.cell(by)))
                        .thenComparing(row -> dayOf(row.cell(by)), DAYS);
        };
    }

    private static LocalDate dayOf(Cell cell) {
        return cell == null ? null : cell.lastDay;
    }

    private static final Comparator<LocalDate> DAYS = Comparator.nullsLast(Comparator.naturalOrder());

    private static int rank(Cell cell) {
        return cell == null || cell.state == null ? ModuleStanding.State.values().length : cell.state.ordinal();
    }

    /** What is valid and ends, soonest first; where a standing is asked for, what stands so and has a last valid day. */
    List<Ending> endings(MatrixFilter filter) {
        var endings = new ArrayList<Ending>();
        for (var row : rows) {
            for (int i = 0; i < modules.size(); i++) {
                var cell = row.cells.get(i);
                if (cell.lastDay == null) continue;
                if (filter.standing() == null
                        ? cell.isPassed()
                        : filter.standing().fits(cell)) {
                    endings.add(new Ending(row, modules.get(i), cell));
                }
            }
        }
        endings.sort(Comparator.comparing(ending -> ending.cell.lastDay));
        return endings;
    }

    /** Of each module that somebody is ready for, what a session would help: most people to whom another module opens first. */
    List<Demand> demand() {
        var demand = new ArrayList<Demand>();
        for (int i = 0; i < modules.size(); i++) {
            int column = i;
            var ready = rows.stream()
                    .map(row -> row.cells.get(column))
                    .filter(Cell::ready)
                    .toList();
            if (ready.isEmpty()) continue;
            demand.add(new Demand(
                    modules.get(i),
                    ready.size(),
                    ready.stream().filter(WantedStanding.WITHOUT_PLACE::fits).count(),
                    ready.stream().filter(WantedStanding.OPENS_MORE::fits).count(),
                    ready.stream()
                            .flatMap(cell -> cell.opens.stream())
                            .distinct()
                            .sorted()
                            .toList()));
        }
        demand.sort(Comparator.comparing(Demand::opensFor)
                .thenComparing(Demand::withoutPlace)
                .thenComparing(Demand::ready)
                .reversed());
        return demand;
    }
}
