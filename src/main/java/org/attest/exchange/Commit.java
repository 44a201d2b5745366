package org.attest.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.force.Force;
import org.attest.readiness.Determinations;
import org.attest.security.Account;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.BroughtIn;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Entry;
import org.attest.volunteer.FileRow;
import org.attest.volunteer.JoiningRule;
import org.attest.volunteer.OccupationRule;
import org.attest.volunteer.Occupations;
import org.attest.volunteer.TakenBack;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;
import org.attest.web.Stale;

/** Looks at the rows of a batch, and brings the chosen ones in: all of them or none, in the transaction at hand. */
@ApplicationScoped
class Commit {

    /** What the record says where the file does not say before whom, or where, somebody was attested. */
    static final String NOT_RECORDED = "Not recorded";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    @Inject
    Determinations determinations;

    @Inject
    RoomColumns rooms;

    /** Looks at every row as it would come out for whoever asks, and changes nothing. */
    DryRun look(Force force, Sheet sheet, Mapping mapping, Actor by, Consumer<List<CheckedRow>> lots) {
        var run = dryRun(force, sheet, mapping, by);
        run.run(lots);
        return run;
    }

    private DryRun dryRun(Force force, Sheet sheet, Mapping mapping, Actor by) {
        var today = LocalDate.now(clock);
        var cohorts = Cohort.of(force);
        return new DryRun(
                sheet,
                mapping,
                new PeopleOfForce(force, today, em, rooms),
                cohorts,
                room(cohorts),
                new DryRun.Rules(JoiningRule.in(force), OccupationRule.in(force), today, Account.idOf(by)),
                new DryRun.Rooms(rooms, force));
    }

    private static Map<Long, Integer> room(List<Cohort> cohorts) {
        var members = Cohort.members(cohorts);
        var room = new HashMap<Long, Integer>();
        cohorts.forEach(c -> room.put(c.id, c.capacity - (int) (long) members.getOrDefault(c, 0L)));
        return room;
    }

    /**
     * Brings the rows in. Refuses with {@link Stale} when they no longer come out as they were seen: somebody changed a
     * person, a cohort or the choice meanwhile. Who asks again for what is done already gets nothing.
     *
     * @param seen the fingerprint of the dry run that was looked at; null where nobody looked (the program)
     */
    Optional<Done> commit(ImportBatch found, String seen, Limits limits, Actor by) {
        return commit(found, seen, limits, by, rows -> {});
    }

    /** @param ticks is told how many rows were looked at since it was told last; may stop the whole by throwing */
    Optional<Done> commit(ImportBatch found, String seen, Limits limits, Actor by, IntConsumer ticks) {
        var batch = found.locked();
        if (batch.is(ImportBatch.State.COMMITTED)) return Optional.empty();
        if (!batch.is(ImportBatch.State.CHECKED)) throw new Refused("The columns of this file are not named yet", "");
        var id = batch.id;
        var forceId = batch.force.id;
        var out = new HashSet<>(batch.leftOut);
        var run = dryRun(batch.force, batch.sheet(limits), batch.mapping(rooms.columns()), by);
        var taken = new Taken();
        var before = em.getFlushMode();
        em.setFlushMode(FlushModeType.COMMIT);
        try {
            run.run(lot -> {
                em.flush();
                em.clear();
                take(lot, out, em.getReference(ImportBatch.class, id), em.find(Force.class, forceId), by, taken);
                ticks.accept(lot.size());
            });
            em.flush();
        } finally {
            em.setFlushMode(before);
        }
        if (seen != null && !seen.equals(run.fingerprint())) {
            throw new Stale(
                    "The people of the force were changed since you looked at this file. Nothing was brought in");
        }
        em.clear();
        for (int from = 0; from < taken.people.size(); from += 1000) {
            determinations.recompute(taken.people.subList(from, Math.min(from + 1000, taken.people.size())));
            em.flush();
            em.clear();
            ticks.accept(0);
        }
        var done = em.find(ImportBatch.class, id);
        done.found(run.counts());
        done.committed(taken.leftOut, by, clock);
        deeds.fire(new PeopleImported(by, done, taken.created, taken.changed));
        return Optional.of(new Done(taken.created, taken.changed, taken.leftOut, run.counts()));
    }

    /** What came in: people made and people changed, clean rows left out, and how all rows came out. */
    record Done(int created, int changed, int leftOut, Counts counts) {}

    /** What was written so far. */
    private static final class Taken {
        int created;
        int changed;
        int leftOut;
        final List<Long> people = new ArrayList<>();
    }

    private void take(List<CheckedRow> lot, Set<Integer> out, ImportBatch batch, Force force, Actor by, Taken taken) {
        var fresh = new ArrayList<CheckedRow>();
        var changed = new ArrayList<CheckedRow>();
        for (var row : lot) {
            boolean clean = row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED;
            if (clean && out.contains(row.number())) taken.leftOut++;
            else if (row.outcome() == Outcome.NEW) fresh.add(row);
            else if (row.outcome() == Outcome.CHANGED) changed.add(row);
        }
        var brought = new LinkedHashMap<CheckedRow, Brought>();
        enter(fresh, force, by, brought);
        change(changed, by, brought);
        em.flush();
        var occupations = OccupationRule.in(force);
        brought.forEach((row, what) -> naming(row, () -> appoint(row, what, occupations, by)));
        em.flush();
        brought.forEach((row, what) -> naming(row, () -> attest(row, what, by)));
        inRooms(brought, force, by);
        var source = new BroughtIn.Source(batch.ref, batch.fileName, by, clock.instant());
        brought.forEach((row, what) -> {
            BroughtIn.record(source, row.number(), row.outcome() == Outcome.NEW, what.person, what.facts, what.before);
            taken.people.add(what.person.id);
        });
        taken.created += fresh.size();
        taken.changed += changed.size();
        em.flush();
    }

    /** A person a row was about, with the facts it brought and the details as they were before. */
    private record Brought(Volunteer person, Map<String, String> facts, Map<String, String> before) {

        static Brought about(Volunteer person) {
            return new Brought(person, new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void fact(String kind, Long id) {
            facts.put(kind + ":" + id, "");
        }
    }

    private void enter(List<CheckedRow> rows, Force force, Actor by, Map<CheckedRow, Brought> brought) {
        if (rows.isEmpty()) return;
        var entries = rows.stream().map(this::entry).toList();
        var entered = Volunteer.enterAll(force, entries, by, clock);
        for (int i = 0; i < rows.size(); i++) {
            var person = entered.get(i).volunteer();
            var what = Brought.about(person);
            person.details().fields().forEach((field, value) -> {
                if (!value.isEmpty()) what.facts.put(field, value);
            });
            what.facts.put("stage", person.stage.name());
            if (person.appliedOn != null) what.facts.put("appliedOn", person.appliedOn.toString());
            if (person.cohort != null) what.facts.put("cohort", person.cohort.id.toString());
            brought.put(rows.get(i), what);
        }
    }

    /** With the cohort of this session. */
    private Entry entry(CheckedRow row) {
        var entry = row.entry();
        return entry.cohort() == null ? entry : entry.in(em.find(Cohort.class, entry.cohort().id));
    }

    private void change(List<CheckedRow> rows, Actor by, Map<CheckedRow, Brought> brought) {
        if (rows.isEmpty()) return;
        Map<Long, Volunteer> known = new HashMap<>();
        Volunteer.<Volunteer>list(
                        "id in ?1", rows.stream().map(r -> r.person().id()).toList())
                .forEach(v -> known.put(v.id, v));
        for (var row : rows) {
            var person = known.get(row.person().id());
            if (person == null) throw new Stale("Row " + row.number() + ": the person is not there any more");
            var what = Brought.about(person);
            naming(row, () -> change(row, what, by));
            brought.put(row, what);
        }
    }

    private void change(CheckedRow row, Brought what, Actor by) {
        var person = what.person;
        var details = Comparison.over(row.row(), person.details());
        var differences = details.differencesFrom(person.details());
        if (!differences.isEmpty()) {
            var was = person.details().fields();
            differences.keySet().forEach(field -> what.before.put(field, was.get(field)));
            person.changeDetails(details, by, clock);
            what.facts.putAll(differences);
        }
        if (row.changes(Field.APPLIED_ON)) {
            what.before.put("appliedOn", "");
            person.rememberApplication(row.row().day(Field.APPLIED_ON));
            what.facts.put("appliedOn", person.appliedOn.toString());
        }
        if (row.changes(Field.COHORT)) {
            what.before.put("cohort", person.cohort == null ? "" : person.cohort.id.toString());
            em.flush(); // the places that the rows before took are counted
            person.joinCohort(em.find(Cohort.class, row.row().cohort().id), by, clock);
            what.facts.put("cohort", person.cohort.id.toString());
        }
    }

    private void appoint(CheckedRow row, Brought what, Occupations occupations, Actor by) {
        var day = row.row().day(Field.APPOINTED_ON);
        if (day != null && (row.person() == null || row.person().appointedOn() == null)) {
            var appointed = Appointment.appoint(what.person, day, by, clock);
            what.fact(TakenBack.APPOINTMENT, appointed.appointment().id);
        }
        if (!EligibilityCells.in(row.row())) return;
        var held = row.person() == null ? null : row.person().eligibility();
        var answers = EligibilityCells.over(row.row(), held);
        if (answers.equals(held)) return;
        what.fact(
                TakenBack.ELIGIBILITY,
                Eligibility.find(what.person, answers, occupations.after(held), by, clock)
                        .finding()
                        .id);
    }

    private void attest(CheckedRow row, Brought what, Actor by) {
        var day = row.row().day(Field.ATTESTED_ON);
        if (day == null || (row.person() != null && row.person().attestedOn() != null)) return;
        var magistrate = row.row().text(Field.MAGISTRATE);
        var place = row.row().text(Field.ATTESTED_AT);
        var attested = Attestation.attest(
                what.person,
                day,
                magistrate == null ? NOT_RECORDED : magistrate,
                place == null ? NOT_RECORDED : place,
                by,
                clock);
        what.fact(TakenBack.ATTESTATION, attested.attestation().id);
    }

    private void inRooms(Map<CheckedRow, Brought> brought, Force force, Actor by) {
        var rows = new ArrayList<FileRow>();
        var byPerson = new HashMap<Long, Brought>();
        brought.forEach((row, what) -> {
            rows.add(new FileRow(
                    force,
                    what.person,
                    row.row().said(),
                    row.person() == null ? Map.of() : row.person().inRooms(),
                    standing(row, what.person)));
            byPerson.put(what.person.id, what);
        });
        rooms.write(rows, by, clock)
                .forEach(fact -> byPerson.get(fact.person().id).fact(fact.kind(), fact.id()));
    }

    private static FileRow.Standing standing(CheckedRow row, Volunteer person) {
        if (row.person() != null) return Comparison.standing(row.row(), row.person());
        return new FileRow.Standing(
                person.stage,
                person.appointmentType,
                person.birthDate,
                row.row().day(Field.APPOINTED_ON),
                row.row().day(Field.ATTESTED_ON));
    }

    /** A rule that only the record knows refuses a row the dry run let pass: it is named, and nothing is brought in. */
    private static void naming(CheckedRow row, Runnable work) {
        try {
            work.run();
        } catch (Refused e) {
            throw new Refused("Row " + row.number() + ", " + Visible.of(row.name()) + ": " + e.sentence(), e.rule());
        }
    }
}
