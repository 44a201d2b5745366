package org.attest.recruitment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.Pause;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;

/** What an act on many did to one of them, or why it did nothing; with what there was before, so that it can be taken back. */
@Entity
public class BulkLine extends ForceOwned {

    static final int LONGEST = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bulk_line_seq")
    @SequenceGenerator(name = "bulk_line_seq", sequenceName = "bulk_line_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "act_id", updatable = false)
    public BulkAct act;

    /** From 1, as the result was shown. */
    @Column(nullable = false, updatable = false)
    public int place;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public BulkDeed deed;

    /** False where a rule refused it; then {@link #what} says why. */
    @Column(nullable = false, updatable = false)
    public boolean done;

    @Column(nullable = false, updatable = false)
    public String what;

    /** The move made; null where none was, or where the record was merged with another since. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "change_id", updatable = false)
    public StageChange change;

    /** The pause begun or ended; null where none was. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "pause_id", updatable = false)
    public Pause pause;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cohort_before_id", updatable = false)
    public Cohort cohortBefore;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cohort_after_id", updatable = false)
    public Cohort cohortAfter;

    /** The waiting list that the deed put the person on; null where it did not. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "wait_begun_id", updatable = false)
    public CohortWait waitBegun;

    /** The wait that ended because the person left; null where none did. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "wait_ended_id", updatable = false)
    public CohortWait waitEnded;

    /** First day of the stage before, and the day from which its clock counted; null where no move was made. */
    @Column(name = "since_before", updatable = false)
    public LocalDate sinceBefore;

    @Column(name = "clock_before", updatable = false)
    public LocalDate clockBefore;

    /** From now on no line of these names the move it made. */
    static void forgetMoves(Volunteer... people) {
        getEntityManager()
                .createQuery("update BulkLine l set l.change = null where l.volunteer in :people")
                .setParameter("people", List.of(people))
                .executeUpdate();
    }

    /** The lines of an act with their people, as they were shown. */
    static List<BulkLine> of(BulkAct act) {
        return list(
                "from BulkLine l join fetch l.volunteer left join fetch l.change left join fetch l.pause"
                        + " left join fetch l.cohortBefore left join fetch l.cohortAfter left join fetch l.waitBegun"
                        + " left join fetch l.waitEnded w left join fetch w.cohort where l.act = ?1 order by l.place",
                act);
    }
}
