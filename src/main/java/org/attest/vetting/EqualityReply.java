package org.attest.vetting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.audit.Keys;
import org.attest.audit.Seal;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;

/**
 * What somebody says of themselves about the protected characteristics, if they like (vetting rule 39). It stands apart from
 * their case and record and is sealed with a key of its own; it is counted, and read by nobody but themselves. They can
 * change it and take it back, which leaves nothing behind.
 */
@Entity
@Table(name = "equality_reply")
public class EqualityReply extends ForceOwned {

    /** Name of the key. */
    static final String KEY = "equality";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "equality_reply_seq")
    @SequenceGenerator(name = "equality_reply_seq", sequenceName = "equality_reply_seq", allocationSize = 50)
    public Long id;

    /** What it is sealed for, so that it opens in no other row. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id")
    public Volunteer volunteer;

    @Column(nullable = false, updatable = false)
    public byte[] sealed;

    @Column(name = "saved_at", nullable = false, updatable = false)
    public Instant savedAt;

    static Optional<EqualityReply> of(Volunteer person) {
        return find("volunteer = ?1 order by savedAt desc, id desc", person).firstResultOptional();
    }

    /** Everybody's of the force, by the id of their record; one statement. */
    static Map<Long, Map<Characteristic, String>> in(Force force, Keys keys) {
        var replies = new HashMap<Long, Map<Characteristic, String>>();
        List<EqualityReply> all = list("force = ?1 order by savedAt, id", force);
        for (var reply : all) replies.put(reply.volunteer.id, reply.answers(keys));
        return replies;
    }

    /** In place of what was said before; no answers at all leave nothing. */
    static EqualitySaid say(Volunteer person, Map<Characteristic, String> answers, Actor by, Keys keys, Clock clock) {
        delete("volunteer", person);
        if (answers.isEmpty()) return new EqualitySaid(by, person);
        var reply = new EqualityReply();
        reply.force = person.force;
        reply.ref = Reference.random();
        reply.volunteer = person;
        try {
            reply.sealed = Seal.close(keys.of(KEY), JSON.writeValueAsBytes(answers), purpose(reply.ref));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        reply.savedAt = clock.instant();
        reply.persist();
        return new EqualitySaid(by, person);
    }

    Map<Characteristic, String> answers(Keys keys) {
        try {
            return JSON.readValue(Seal.open(keys.of(KEY), sealed, purpose(ref)), new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("A reply cannot be read", e);
        }
    }

    private static String purpose(String ref) {
        return "equality reply " + ref;
    }
}
