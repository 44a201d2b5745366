package org.attest.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.security.RoleGrant;
import org.attest.web.Formats;
import org.attest.web.Refused;
import org.attest.web.Stale;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Makes one record of two that are one person's. Everything that points to the record that goes is re-pointed to the one
 * that stays; rooms that need more say so by a {@link MergeRule}. Nothing is lost: what was not chosen, and moves between
 * stages that do not fit into one history, stay with the {@link MergedRecord}. It is not undone.
 */
@ApplicationScoped
public class Merge {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<MergeRule> rules;

    /** The deeds of a merge: the one about the record that stays, and those beside it, about the one that is gone first. */
    public record Done(RecordsMerged stays, List<Deed> beside) {}

    /** Why the two cannot be one record, with what would have to change; empty when they can. */
    public Optional<Refused> refusal(Volunteer kept, Volunteer gone) {
        if (kept.id.equals(gone.id)) return refused("This is one record, not two");
        if (!kept.force.id.equals(gone.force.id)) {
            return refused("The records are of two forces: a person has a record in each, and they stay apart");
        }
        var apart = ToldApart.between(kept, gone);
        if (apart.isPresent()) {
            return refused(apart.get().recordedBy + " said on " + Formats.inWords(apart.get().recordedAt)
                    + " that these are two people: take that back first");
        }
        var overlap = overlap(kept, gone);
        if (overlap.isPresent()) return overlap;
        for (var person : List.of(kept, gone)) {
            if (Pause.lasting(person).isPresent()) {
                return refused("The application of " + person.ref + " is paused: let it go on first");
            }
        }
        if (CohortWait.of(kept).isPresent() && CohortWait.of(gone).isPresent()) {
            return refused("Both wait for a place in a cohort: give up one of the two first");
        }
        return rules.stream().flatMap(rule -> rule.refusal(kept, gone).stream()).findFirst();
    }

    private static Optional<Refused> refused(String sentence) {
        return Optional.of(new Refused(sentence, ""));
    }

    /** Nobody holds two appointments at once; one that both records have, day for day, is the same one. */
    private static Optional<Refused> overlap(Volunteer kept, Volunteer gone) {
        for (var one : Appointment.of(kept)) {
            for (var other : Appointment.of(gone)) {
                if (isSame(one, other) || !overlap(one, other)) continue;
                return Optional.of(new Refused(
                        "Both records have an appointment at the same time, from " + Formats.inWords(one.appointedOn)
                                + " and from " + Formats.inWords(other.appointedOn)
                                + ": end or withdraw one of them first",
                        "vetting section 6"));
            }
        }
        return Optional.empty();
    }

    private static boolean overlap(Appointment one, Appointment other) {
        return !one.isWithdrawn()
                && !other.isWithdrawn()
                && (one.endedOn == null || !one.endedOn.isBefore(other.appointedOn))
                && (other.endedOn == null || !other.endedOn.isBefore(one.appointedOn));
    }

    private static boolean isSame(Appointment one, Appointment other) {
        return one.type == other.type
                && one.appointedOn.equals(other.appointedOn)
                && Objects.equals(one.endedOn, other.endedOn)
                && one.isWithdrawn() == other.isWithdrawn();
    }

    /**
     * Merges, in the transaction at hand, into the first of the two, which {@link Volunteer#locked} gave. Refuses what
     * {@link #refusal} refuses, a capacity other than that of an appointment that lasts, and a choice without a word on how
     * it is known that they are one person.
     */
    public Done merge(Volunteer kept, Volunteer gone, MergeChoice choice, Actor by) {
        refusal(kept, gone).ifPresent(refusal -> {
            throw refusal;
        });
        refuse(kept, gone, choice);
        var said = said(gone);
        var before = said(kept);
        var accounts = Stream.of(kept.accountId, gone.accountId)
                .filter(Objects::nonNull)
                .toList();
        for (var rule : rules) rule.settle(kept, gone);
        ToldApart.forget(kept, gone);
        foldTheSame(kept, gone);
        var aside = joinStages(kept, gone, choice.line());
        em.flush();

        var left = new MergedRecord();
        left.force = kept.force;
        left.ref = gone.ref;
        left.volunteer = kept;
        left.fullName = gone.fullName;
        left.said = said;
        left.aside = aside;
        left.how = Texts.line(choice.how());
        left.recordedAt = clock.instant();
        left.recordedBy = by.name();
        left.persist();
        em.flush();
        var stage = choice.line().stage;
        var since = choice.line().stageSince;
        var applied = choice.line().appliedOn;
        follow(kept, gone);
        remove(gone);
        kept.become(choice, stage, since, applied);
        em.flush();
        var now = said(kept);
        now.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        var beside = new ArrayList<Deed>();
        beside.add(new RecordMergedAway(by, left));
        for (var account : accounts) {
            if (account.equals(choice.accountId())) continue;
            beside.addAll(RoleGrant.endOwnRecord(account, kept.force, clock.instant(), by));
        }
        return new Done(new RecordsMerged(by, kept, left.ref, now), beside);
    }

    private void refuse(Volunteer kept, Volunteer gone, MergeChoice choice) {
        var how = Texts.line(choice.how());
        if (how == null) throw new Refused("Enter how you know that this is the same person", "");
        var wrong = Texts.fault(how, MergeChoice.LONGEST_HOW, false);
        if (wrong != null) throw new Refused(wrong, "");
        var today = LocalDate.now(clock);
        for (var person : List.of(kept, gone)) {
            Appointment.lasting(person, today)
                    .filter(a -> a.type != choice.details().appointmentType())
                    .ifPresent(a -> {
                        throw new Refused(
                                "An appointment in another capacity lasts: choose that capacity, or end the appointment"
                                        + " first",
                                "vetting section 6");
                    });
        }
    }

    private static Map<String, String> said(Volunteer person) {
        var said = new LinkedHashMap<>(person.details().fields());
        said.put("stage", person.stage.slug());
        said.put("stageSince", person.stageSince.toString());
        said.put("appliedOn", person.appliedOn == null ? "" : person.appliedOn.toString());
        said.put("cohort", person.cohort == null ? "" : person.cohort.name);
        said.put("account", person.accountId == null ? "" : person.accountId.toString());
        said.values().removeIf(String::isEmpty);
        return said;
    }

    /** What both records have day for day is one fact that was recorded twice. */
    private void foldTheSame(Volunteer kept, Volunteer gone) {
        var appointments = Appointment.of(kept);
        for (var other : Appointment.of(gone)) {
            if (appointments.stream().anyMatch(one -> isSame(one, other))) other.delete();
        }
        var attestations = Attestation.of(kept);
        for (var other : Attestation.of(gone)) {
            if (attestations.stream().anyMatch(one -> one.attestedOn.equals(other.attestedOn))) other.delete();
        }
    }

    /**
     * One history of two: the line that goes on stands whole; what the other record went through before that line began
     * stands in front of it, as with somebody who left and applied again. What happened beside it is set aside.
     */
    private List<MergedRecord.StageThen> joinStages(Volunteer kept, Volunteer gone, Volunteer line) {
        var going = StageChange.of(line);
        var others = StageChange.of(line == kept ? gone : kept);
        var order = Comparator.<StageChange, LocalDate>comparing(c -> c.onDay)
                .thenComparing(c -> c.recordedAt)
                .thenComparing(c -> c.id);
        var aside = new ArrayList<StageChange>();
        Stage last = null;
        for (var other : others) {
            if (order.compare(other, going.get(0)) < 0) last = other.to;
            else aside.add(other);
        }
        if (last != null) going.get(0).from = last;
        // the newest first: a move may point to the one it takes back
        for (int i = aside.size() - 1; i >= 0; i--) aside.get(i).delete();
        return aside.stream().map(MergedRecord.StageThen::of).toList();
    }

    /** Every row that points to the one points to the other now. */
    private void follow(Volunteer kept, Volunteer gone) {
        for (EntityType<?> type : em.getMetamodel().getEntities()) {
            for (SingularAttribute<?, ?> field : type.getSingularAttributes()) {
                if (field.getJavaType() != Volunteer.class) continue;
                try {
                    em.createQuery("update " + type.getName() + " r set r." + field.getName() + " = :kept where r."
                                    + field.getName() + " = :gone")
                            .setParameter("kept", kept)
                            .setParameter("gone", gone)
                            .executeUpdate();
                } catch (ConstraintViolationException twice) {
                    throw new Refused(
                            "Both records have something that a person can have once only ("
                                    + type.getName()
                                            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                                            .toLowerCase()
                                    + "): take it away on one of them first",
                            "");
                }
            }
        }
    }

    private void remove(Volunteer gone) {
        em.detach(gone);
        try {
            Volunteer.delete("id", gone.id);
        } catch (ConstraintViolationException more) {
            throw new Stale("Somebody recorded something about this person at this moment. Nothing was merged");
        }
    }
}
