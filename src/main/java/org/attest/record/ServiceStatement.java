package org.attest.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attest.force.Reference;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.StagePeriod;
import org.attest.volunteer.Volunteer;

/**
 * What somebody has been in one force, to take along: stages, appointments and attestations with their days. It says no
 * reasons, no holds and nothing about the time in which somebody was not available.
 *
 * @param lastDay last day in the force; null for who has not left
 */
record ServiceStatement(
        LocalDate issuedOn,
        String name,
        String ref,
        String force,
        String slug,
        Stage stage,
        LocalDate since,
        LocalDate lastDay,
        List<Period> stages,
        List<Appointed> appointments,
        List<LocalDate> attestedOn) {

    /** Names the shape of the JSON; a field that changes its meaning, or goes, makes a new version. */
    private static final String FORMAT = "attest-service-statement";

    private static final int VERSION = 1;

    /** @param lastDay inclusive; null while it lasts */
    record Period(Stage stage, LocalDate from, LocalDate lastDay) {}

    /** @param lastDay inclusive; null while it lasts */
    record Appointed(AppointmentType type, LocalDate from, LocalDate lastDay) {}

    static ServiceStatement of(Volunteer person, LocalDate today) {
        boolean left = person.stage == Stage.LEFT;
        return new ServiceStatement(
                today,
                person.fullName,
                person.ref,
                person.force.name,
                person.force.slug,
                person.stage,
                person.stageSince,
                left ? person.stageSince.minusDays(1) : null,
                StageChange.periods(person, today).stream()
                        .filter(p -> p.stage() != Stage.LEFT && !isEmpty(p))
                        .map(p -> new Period(p.stage(), p.firstDay(), p.lastDay()))
                        .toList(),
                Appointment.of(person).stream()
                        .filter(a -> !a.isWithdrawn())
                        .map(a -> new Appointed(a.type, a.appointedOn, a.endedOn))
                        .toList(),
                Attestation.of(person).stream().map(a -> a.attestedOn).toList());
    }

    /** A stage entered and left on one day was no time spent. */
    private static boolean isEmpty(StagePeriod period) {
        return period.lastDay() != null && period.lastDay().isBefore(period.firstDay());
    }

    public boolean isLeft() {
        return stage == Stage.LEFT;
    }

    /** The reference in groups of four. */
    public String grouped() {
        return Reference.grouped(ref);
    }

    /** Name of the file, without what follows the dot. */
    String file() {
        return "service-statement-" + slug + "-" + ref + "-" + issuedOn;
    }

    /** The shape that {@code docs/service-statement.md} describes. */
    String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("issuedOn", issuedOn.toString());
        json.put("force", Map.of("name", force, "slug", slug));
        json.put("person", Map.of("name", name, "reference", grouped()));
        json.put("stage", ordered("name", stage.slug(), "since", text(since)));
        json.put("lastDay", text(lastDay));
        json.put(
                "stages",
                stages.stream()
                        .map(p -> ordered("stage", p.stage.slug(), "from", text(p.from), "lastDay", text(p.lastDay)))
                        .toList());
        json.put(
                "appointments",
                appointments.stream()
                        .map(a -> ordered("as", slug(a.type), "from", text(a.from), "lastDay", text(a.lastDay)))
                        .toList());
        json.put(
                "attestations",
                attestedOn.stream().map(day -> ordered("on", text(day))).toList());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i].toString(), pairs[i + 1]);
        return map;
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String slug(AppointmentType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
