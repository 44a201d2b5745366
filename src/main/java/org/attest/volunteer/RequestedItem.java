package org.attest.volunteer;

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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/** One thing asked for in an {@link InformationRequest}. */
@Entity
public class RequestedItem extends ForceOwned {

    public static final int LONGEST_WORDS = 300;
    public static final int LONGEST_ANSWER = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "requested_item_seq")
    @SequenceGenerator(name = "requested_item_seq", sequenceName = "requested_item_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    public InformationRequest request;

    /** Where it stands in the request, from 1. */
    @Column(nullable = false, updatable = false)
    public int place;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Information what;

    /** The question as the person reads it. */
    @Column(nullable = false, updatable = false)
    public String words;

    /** The answer in words; null where it went into the record. */
    public String answer;

    @Column(name = "answered_at")
    public Instant answeredAt;

    @Column(name = "answered_by")
    public String answeredBy;

    static void add(InformationRequest request, int place, InformationRequest.Asked asked) {
        if (asked.words() == null) throw new Refused("Enter what else you ask for", "");
        var wrong = Texts.fault(asked.words(), LONGEST_WORDS, false);
        if (wrong != null) throw new Refused(wrong, "");
        var item = new RequestedItem();
        item.force = request.force;
        item.request = request;
        item.place = place;
        item.what = asked.what();
        item.words = asked.words();
        item.persist();
    }

    /** The items of a request in their order. */
    public static List<RequestedItem> of(InformationRequest request) {
        return list("request = ?1 order by place", request);
    }

    /** The items of many requests, each in its order, in one statement. */
    public static List<RequestedItem> of(Collection<InformationRequest> requests) {
        return requests.isEmpty() ? List.of() : list("request in ?1 order by request.id, place", requests);
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    void answer(String text, Actor by, Clock clock) {
        var words = Texts.lines(text);
        var wrong = Texts.fault(words, LONGEST_ANSWER, true);
        if (wrong != null) throw new Refused(wrong, "");
        answer = what.goes() == Information.Goes.TO_THE_REQUEST ? words : null;
        answeredAt = clock.instant();
        answeredBy = by.name();
    }
}
