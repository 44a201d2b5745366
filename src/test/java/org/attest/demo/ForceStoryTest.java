package org.attest.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.force.Force;
import org.attest.vetting.ClearanceLevel;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same seed tells the same story, of people who are invented and could have come about by the rules. */
class ForceStoryTest {

    private static final Instant NOW = Instant.parse("2026-06-16T08:32:00Z");

    private static Batch story(String slug, String region, long seed, Instant now) {
        var force = new Force();
        force.slug = slug;
        force.name = "Force of " + slug + " Police";
        force.territorial = true;
        var random = new Random(seed);
        var names = new Names(region);
        return new ForceStory(force, Staff.of(slug, names, random), names, now, random).tell(18, 85, 0.7);
    }

    /** Each time of the year begins with other cohorts; the last two forces have no accounts, or many origins. */
    static Stream<Story> stories() {
        return Stream.of(
                Story.of("kent", "South East", 1, "2026-06-16T08:32:00Z"),
                Story.of("gwent", "Wales", 2, "2026-11-22T18:00:00Z"),
                Story.of("metropolitan", "London", 3, "2027-03-01T00:10:00Z"),
                Story.of("surrey", "South East", 4, "2028-02-29T12:00:00Z"),
                Story.of("cumbria", "North West", 5, "2026-09-07T07:00:00Z"));
    }

    private record Story(String slug, Instant now, Batch batch) {

        static Story of(String slug, String region, long seed, String now) {
            var instant = Instant.parse(now);
            return new Story(slug, instant, story(slug, region, seed, instant));
        }

        LocalDate today() {
            return LocalDate.ofInstant(now, ClockOfAttest.LONDON);
        }

        @Override
        public String toString() {
            return slug + " on " + today();
        }
    }

    private static String told(Batch batch) {
        var told = new ArrayList<Object>();
        for (var v : batch.people) {
            told.addAll(List.of(v.ref, v.fullName, v.email, v.stage, v.stageSince, v.phone));
            told.add(v.birthDate);
        }
        for (var s : batch.stages) told.add(s.onDay + " " + s.to + " " + s.reason);
        for (var e : batch.equipment) told.add(e.serial + " " + e.issuedOn + " " + e.returnedOn);
        for (var h : batch.holds) told.add(h.cause + " " + h.startsOn + " " + h.endedOn);
        return told.toString();
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        var once = told(story("kent", "South East", 1, NOW));
        assertEquals(once, told(story("kent", "South East", 1, NOW)));
        assertNotEquals(once, told(story("kent", "South East", 2, NOW)));
        assertTrue(Integer.toHexString(once.hashCode()).length() > 0);
    }

    @Test
    void theSamePeopleComeOnAnotherDay() {
        var summer = story("kent", "South East", 1, NOW);
        var nextDay = story("kent", "South East", 1, NOW.plusSeconds(86_400));
        var names = summer.people.stream().map(v -> v.fullName).toList();
        assertEquals(names, nextDay.people.stream().map(v -> v.fullName).toList());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void nobodyCanBeReachedOutsideTheDemonstration(Story story) {
        var batch = story.batch();
        var addresses = new HashSet<String>();
        for (var person : batch.people) {
            assertTrue(person.email.matches("[a-z0-9.-]+@[a-z.]+\\.example"), person.email);
            assertTrue(addresses.add(person.email), person.email + " is there twice");
            // ranges that Ofcom keeps free for drama
            assertTrue(person.phone.matches("07700 900\\d{3}|01632 960\\d{3}"), person.phone);
            if (person.emergencyPhone != null) assertTrue(person.emergencyPhone.matches("07700 900\\d{3}"));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void namesAreAsVariedAsBritainIs(Story story) {
        var batch = story.batch();
        var names = batch.people.stream().map(v -> v.fullName).toList();
        assertTrue(new HashSet<>(names).size() > names.size() * 0.9);
        assertTrue(names.stream().noneMatch(n -> n.length() > 200 || n.isBlank()));
    }

    @Test
    void someNamesHaveOneWordSomeAnotherScriptSomeHyphensAndApostrophes() {
        var names = new Names("London");
        var random = new Random(7);
        var drawn = Stream.generate(() -> names.draw(random).full()).limit(4000).toList();
        for (var pattern :
                List.of("[^ ]+", ".*[\\p{IsHan}\\p{IsCyrillic}\\p{IsArabic}].*", ".*-.*", ".*’.*", ".*[éóśłğøș].*")) {
            assertTrue(drawn.stream().anyMatch(n -> n.matches(pattern)), "none like " + pattern);
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void peopleWentOneStageAtATimeAndNothingIsToCome(Story story) {
        var batch = story.batch();
        var byPerson = batch.stages.stream().collect(Collectors.groupingBy(s -> s.volunteer));
        for (var person : batch.people) {
            var stages = byPerson.get(person);
            StageChange before = null;
            for (var change : stages) {
                if (before == null) {
                    assertEquals(null, change.from);
                    assertTrue(change.to == Stage.ENQUIRY || change.to == Stage.APPLIED);
                } else {
                    assertEquals(before.to, change.from);
                    assertFalse(change.onDay.isBefore(before.onDay));
                    assertTrue(change.recordedAt.isAfter(before.recordedAt));
                    assertTrue(change.to == Stage.LEFT || change.to.ordinal() == change.from.ordinal() + 1);
                }
                assertEquals(change.to == Stage.LEFT, change.leavingReason != null);
                before = change;
            }
            assertEquals(person.stage, before.to);
            assertEquals(person.stageSince, before.onDay);
            assertEquals(person.appliedOn == null, stages.stream().noneMatch(s -> s.to == Stage.APPLIED));
        }
        var today = story.today();
        assertTrue(batch.stages.stream().noneMatch(c -> c.recordedAt.isAfter(story.now())));
        assertTrue(batch.stages.stream().noneMatch(s -> s.onDay.isAfter(today)));
        assertTrue(batch.attestations.stream().noneMatch(a -> a.attestedOn.isAfter(today)));
        assertTrue(batch.equipment.stream().noneMatch(e -> e.issuedOn.isAfter(today)));
        assertTrue(batch.holds.stream().noneMatch(h -> h.startsOn.isAfter(today)));
        assertTrue(batch.appointments.stream().noneMatch(a -> a.appointedOn.isAfter(today)));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void nobodyWasAppointedUnderAgeOrAttestedBeforeTheAppointment(Story story) {
        var batch = story.batch();
        // vetting rule 16, training rule 8
        for (var a : batch.appointments) {
            if (a.volunteer.birthDate != null) {
                assertFalse(a.volunteer.birthDate.plusYears(18).isAfter(a.appointedOn), a.volunteer.fullName);
            }
            assertTrue(a.endedOn == null || !a.endedOn.isBefore(a.appointedOn));
        }
        for (var a : batch.attestations) {
            assertEquals(AppointmentType.SPECIAL_CONSTABLE, a.volunteer.appointmentType);
            assertTrue(batch.appointments.stream()
                    .anyMatch(p -> p.volunteer == a.volunteer && !p.appointedOn.isAfter(a.attestedOn)));
        }
    }

    /** Vetting rules 1 to 3 and 10. */
    @ParameterizedTest
    @MethodSource("stories")
    void nobodyWasAppointedWithoutAClearanceAndItEndedWithTheOffice(Story story) {
        var batch = story.batch();
        var byPerson = batch.clearances.stream().collect(Collectors.groupingBy(c -> c.volunteer));
        for (var a : batch.appointments) {
            boolean special = a.type == AppointmentType.SPECIAL_CONSTABLE;
            var level = special ? ClearanceLevel.RECRUITMENT : ClearanceLevel.NPPV_3;
            var held = byPerson.get(a.volunteer).stream()
                    .filter(c -> c.level == level && c.isLiveOn(a.appointedOn))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(a.volunteer.fullName + " on " + a.appointedOn));
            if (special && !a.appointedOn.isBefore(LocalDate.of(2026, 7, 13))) {
                assertFalse(
                        held.grantedOn.isBefore(a.appointedOn.minusMonths(6)), held.grantedOn + " " + a.appointedOn);
            }
            if (a.endedOn != null) assertFalse(held.isLiveOn(a.endedOn.plusDays(1)));
        }
        assertTrue(batch.clearances.stream().noneMatch(c -> c.grantedOn.isAfter(story.today())));
        assertTrue(batch.clearances.stream().noneMatch(c -> c.lastDay().isBefore(c.grantedOn)));
        assertTrue(batch.clearances.stream().noneMatch(c -> c.recordedAt.isAfter(story.now())));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void warrantCardsFollowAttestationsAndNobodyHoldsTwoOfAKind(Story story) {
        var batch = story.batch();
        for (var e : batch.equipment) {
            assertTrue(e.returnedOn == null || !e.returnedOn.isBefore(e.issuedOn));
            if (e.kind == EquipmentKind.WARRANT_CARD) {
                assertTrue(batch.attestations.stream()
                        .anyMatch(a -> a.volunteer == e.volunteer && !a.attestedOn.isAfter(e.issuedOn)));
            }
        }
        var held = batch.equipment.stream()
                .filter(e -> e.returnedOn == null)
                .map(e -> e.volunteer.ref + e.kind)
                .toList();
        assertEquals(held.size(), new HashSet<>(held).size());
        assertEquals(
                batch.equipment.size(),
                batch.equipment.stream().map(e -> e.serial).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void cohortsHaveRoomForWhoIsInThem(Story story) {
        var batch = story.batch();
        for (var cohort : batch.cohorts) {
            assertTrue(batch.people.stream()
                            .filter(v -> v.cohort == cohort && v.stage != Stage.LEFT)
                            .count()
                    <= cohort.capacity);
            assertTrue(cohort.targetDeployable <= cohort.capacity);
            assertNotNull(cohort.leadName);
        }
        assertTrue(batch.cohorts.size() >= 6, "three years of cohorts");
        assertEquals(
                batch.cohorts.size(),
                batch.cohorts.stream().map(c -> c.name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void nothingGoesOnAfterTheLastDay(Story story) {
        var batch = story.batch();
        var gone = batch.people.stream().filter(v -> v.stage == Stage.LEFT).collect(Collectors.toSet());
        assertFalse(gone.isEmpty());
        assertTrue(batch.appointments.stream().noneMatch(a -> gone.contains(a.volunteer) && a.endedOn == null));
        assertTrue(batch.holds.stream().noneMatch(h -> gone.contains(h.volunteer) && h.endedOn == null));
        assertTrue(batch.holds.stream().noneMatch(h -> h.endedOn != null && h.endedOn.isBefore(h.startsOn)));
    }

    @Test
    void theHiddenHoldOfBlockedRunsSince13DaysAndIsReviewedIn14() {
        var batch = story("kent", "South East", 1, NOW);
        var blocked = named(batch, "Rowan Ashdown");
        var hold = batch.holds.stream().filter(h -> h.volunteer == blocked).toList();
        assertEquals(1, hold.size());
        assertEquals(HoldCause.WELFARE, hold.get(0).cause);
        assertEquals(LocalDate.of(2026, 6, 3), hold.get(0).startsOn);
        assertEquals(LocalDate.of(2026, 6, 30), hold.get(0).reviewOn);
        assertEquals("Hannah Lisle", hold.get(0).recordedBy);
        var volunteer = named(batch, "Xin Yi Tan");
        assertTrue(batch.holds.stream().noneMatch(h -> h.volunteer == volunteer));
        assertEquals(Stage.TRAINING, named(batch, "Grace Tembo").stage);
        assertEquals(Stage.APPLIED, named(batch, "Lena Marchetti").stage);
    }

    private static Volunteer named(Batch batch, String name) {
        return batch.people.stream()
                .filter(v -> Objects.equals(v.fullName, name))
                .findFirst()
                .orElseThrow();
    }
}
