package org.attest.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Details;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Texts;

/** People of a force that stand in no database. */
final class FakePeople implements KnownPeople {

    private final Map<Long, KnownPerson> people = new HashMap<>();

    /** Somebody in the interview stage since 1 May 2026. */
    KnownPerson add(String name, LocalDate born, String number, String email) {
        return add(
                new Details(name, null, born, email, null, null, null, null, AppointmentType.SPECIAL_CONSTABLE, number),
                Stage.INTERVIEW,
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 4, 1),
                null);
    }

    KnownPerson add(Details details, Stage stage, LocalDate since, LocalDate applied, LocalDate appointed) {
        long id = people.size() + 1;
        var person = new KnownPerson(
                id,
                "REF" + id,
                details,
                stage,
                since,
                applied,
                null,
                null,
                appointed,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null);
        people.put(id, person);
        return person;
    }

    /** {@link #add} of somebody whose only appointment ended with this day. */
    KnownPerson addReleased(Details details, LocalDate since, LocalDate lastDay) {
        long id = people.size() + 1;
        var person = new KnownPerson(
                id,
                "REF" + id,
                details,
                Stage.SERVICE,
                since,
                null,
                null,
                null,
                null,
                lastDay,
                null,
                null,
                null,
                null,
                Map.of(),
                null);
        people.put(id, person);
        return person;
    }

    void put(KnownPerson person) {
        people.put(person.id(), person);
    }

    private static Sign sign(KnownPerson p) {
        return new Sign(
                p.id(),
                p.ref(),
                Texts.folded(p.details().fullName()),
                p.details().forceNumber(),
                p.details().email(),
                p.details().birthDate());
    }

    @Override
    public Sign withReference(String typed) {
        return people.values().stream()
                .filter(p -> p.ref().equals(typed))
                .map(FakePeople::sign)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Sign withForceNumber(String number) {
        return people.values().stream()
                .filter(p -> number.equals(p.details().forceNumber()))
                .map(FakePeople::sign)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Sign withEmail(String email) {
        return people.values().stream()
                .filter(p -> email.equals(p.details().email()))
                .map(FakePeople::sign)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Sign> named(String folded) {
        var named = new ArrayList<Sign>();
        people.values().stream()
                .map(FakePeople::sign)
                .filter(s -> s.name().equals(folded))
                .forEach(named::add);
        return named;
    }

    @Override
    public Map<Long, KnownPerson> held(Collection<Long> ids) {
        var held = new HashMap<>(people);
        held.keySet().retainAll(ids);
        return held;
    }
}
