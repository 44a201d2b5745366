package org.attest.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Stage;
import org.attest.web.Formats;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Which heading of a file was which column, the last time a force handed in a file with these headings, in whatever order.
 * Rows are only added: the newest is offered.
 */
@Entity
public class RememberedMapping extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "remembered_mapping_seq")
    @SequenceGenerator(name = "remembered_mapping_seq", sequenceName = "remembered_mapping_seq", allocationSize = 50)
    public Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    Kind kind;

    /** Of the headings as a set, in small letters and without signs. */
    @Column(nullable = false, updatable = false)
    String headings;

    /** Column of ours to the heading it is read from, folded; and what is true of rows that do not say. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, updatable = false)
    Map<String, String> mapping;

    @Column(name = "used_at", nullable = false, updatable = false)
    Instant usedAt;

    @Column(name = "used_by", nullable = false, updatable = false)
    String usedBy;

    /** What was chosen the last time for a file of these headings. */
    static Optional<RememberedMapping> of(Force force, Kind kind, List<String> headings) {
        return find(
                        "force = ?1 and kind = ?2 and headings = ?3 order by usedAt desc, id desc",
                        force,
                        kind,
                        mark(headings))
                .firstResultOptional();
    }

    static void remember(Force force, Kind kind, List<String> headings, Mapping chosen, Actor by, Clock clock) {
        var folded = folded(headings);
        var remembered = new RememberedMapping();
        remembered.force = force;
        remembered.kind = kind;
        remembered.headings = mark(headings);
        remembered.mapping = new TreeMap<>();
        chosen.columns().forEach((column, at) -> remembered.mapping.put(column.name(), folded.get(at)));
        remembered.mapping.put("appointmentType", chosen.appointmentType().name());
        remembered.mapping.put("stage", chosen.stage().name());
        remembered.usedAt = clock.instant();
        remembered.usedBy = by.name();
        remembered.persist();
    }

    /** On headings in an order of their own. */
    Mapping on(List<String> theirs, Columns columns) {
        var at = new HashMap<String, Integer>();
        var folded = folded(theirs);
        for (int i = 0; i < folded.size(); i++) at.put(folded.get(i), i);
        var found = new LinkedHashMap<FileColumn, Integer>();
        mapping.forEach((name, heading) -> columns.named(name)
                .filter(column -> at.containsKey(heading))
                .ifPresent(column -> found.put(column, at.get(heading))));
        return new Mapping(
                columns.ordered(found),
                AppointmentType.valueOf(mapping.get("appointmentType")),
                Stage.valueOf(mapping.get("stage")));
    }

    /** {@code 4 June 2026, by Ann Lee}. */
    String words() {
        return Formats.inWords(usedAt) + ", by " + usedBy;
    }

    /** No two alike, as the headings themselves. */
    private static List<String> folded(List<String> headings) {
        var seen = new HashMap<String, Integer>();
        return headings.stream()
                .map(FileColumn::folded)
                .map(heading -> {
                    int times = seen.merge(heading, 1, Integer::sum);
                    return times == 1 ? heading : heading + " #" + times;
                })
                .toList();
    }

    private static String mark(List<String> headings) {
        var set = folded(headings).stream().sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(set.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
