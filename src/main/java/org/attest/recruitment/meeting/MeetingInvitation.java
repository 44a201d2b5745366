package org.attest.recruitment.meeting;

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
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/** Somebody may book one kind of meeting by themselves. Ends when they have been there, or when it is taken back. */
@Entity
@Table(name = "meeting_invitation")
public class MeetingInvitation extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "meeting_invitation_seq")
    @SequenceGenerator(name = "meeting_invitation_seq", sequenceName = "meeting_invitation_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public MeetingKind kind;

    /** By when they should have booked; null without a day. */
    @Column(name = "book_by", updatable = false)
    public LocalDate bookBy;

    @Column(name = "invited_at", nullable = false, updatable = false)
    public Instant invitedAt;

    @Column(name = "invited_by", nullable = false, updatable = false)
    public String invitedBy;

    /** Null while it stands. */
    @Column(name = "ended_at")
    public Instant endedAt;

    /** What the person may book, in the order of the kinds. */
    public static List<MeetingInvitation> standing(Volunteer person) {
        return list("volunteer = ?1 and endedAt is null order by id", person);
    }

    /** Kinds to which each of these people is invited, by the person's id, in one statement. */
    public static Map<Long, Set<MeetingKind>> standing(Collection<Volunteer> people) {
        if (people.isEmpty()) return Map.of();
        return MeetingInvitation.<MeetingInvitation>list("volunteer in ?1 and endedAt is null", people).stream()
                .collect(Collectors.groupingBy(
                        i -> i.volunteer.id, Collectors.mapping(i -> i.kind, Collectors.toCollection(TreeSet::new))));
    }

    /** Invites somebody. Refuses who has left; whoever invites sees to it that nobody is invited twice. */
    public static MeetingInvited invite(Volunteer person, MeetingKind kind, LocalDate bookBy, Actor by, Clock clock) {
        if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
        if (bookBy != null && !bookBy.isAfter(LocalDate.now(clock))) {
            throw new Refused("The day to book by must be after today", "");
        }
        var invitation = new MeetingInvitation();
        invitation.force = person.force;
        invitation.volunteer = person;
        invitation.kind = kind;
        invitation.bookBy = bookBy;
        invitation.invitedAt = clock.instant();
        invitation.invitedBy = by.name();
        invitation.persist();
        return new MeetingInvited(by, person, kind);
    }

    /** They have been there: nothing is left to book. */
    static void endFor(Volunteer person, MeetingKind kind, Clock clock) {
        update("endedAt = ?1 where volunteer = ?2 and kind = ?3 and endedAt is null", clock.instant(), person, kind);
    }
}
