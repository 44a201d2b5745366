package org.attest.demo;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.security.Role;
import org.attest.training.InventedTraining;
import org.attest.training.Qualification;
import org.attest.training.TestCurriculum;
import org.attest.training.TrainingStage;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people of the demonstration have learned could have come about by the rules, on whatever day it is told. */
class TrainingStoryTest {

    private record Story(String slug, Instant now, Batch batch, InventedTraining training) {

        static Story of(String slug, long seed, String now) {
            var force = new Force();
            force.slug = slug;
            force.name = "Force of " + slug + " Police";
            force.territorial = true;
            var random = new Random(seed);
            var names = new Names("South East");
            var staff = Staff.of(slug, names, random);
            var instant = Instant.parse(now);
            var batch = new ForceStory(force, staff, names, instant, random).tell(18, 85, 0.7);
            var training = new InventedTraining(
                    force,
                    new Actor("assessor", staff.name(Role.ASSESSOR), "assessor"),
                    staff.name(Role.COORDINATOR),
                    TestCurriculum.versions(),
                    instant);
            TrainingStory.tell(batch, training, Staff.hasAccountsIn(slug), instant);
            return new Story(slug, instant, batch, training);
        }

        LocalDate today() {
            return LocalDate.ofInstant(now, ClockOfAttest.LONDON);
        }

        List<Qualification> of(Volunteer person) {
            return training.qualifications().stream()
                    .filter(q -> q.volunteer == person)
                    .toList();
        }

        boolean isValid(Volunteer person, String code, LocalDate day) {
            return of(person).stream().anyMatch(q -> q.moduleCode().equals(code) && q.isValidOn(day));
        }

        @Override
        public String toString() {
            return slug + " on " + today();
        }
    }

    /** Each time of the year; cohorts begun yesterday, months ago and almost half a year ago. */
    static Stream<Story> stories() {
        return Stream.of(
                Story.of("kent", 1, "2026-06-16T08:32:00Z"),
                Story.of("gwent", 2, "2026-11-22T18:00:00Z"),
                Story.of("metropolitan", 3, "2027-03-02T00:10:00Z"),
                Story.of("surrey", 4, "2028-02-29T12:00:00Z"),
                Story.of("kent", 5, "2026-09-08T07:00:00Z"));
    }

    /** Training rules 2 and 4. */
    @ParameterizedTest
    @MethodSource("stories")
    void everythingWasBegunWithItsPrerequisitesInDate(Story story) {
        assertFalse(story.training().qualifications().isEmpty());
        for (var earned : story.training().qualifications()) {
            var what = earned.volunteer.fullName + " " + earned.moduleCode() + " on " + earned.earnedOn;
            assertFalse(earned.earnedOn.isAfter(story.today()), what);
            assertFalse(earned.awardedAt.isAfter(story.now()), what);
            assertEquals(story.training().lastDay(earned.moduleCode(), earned.earnedOn), earned.lastDay, what);
            for (var needed : story.training().prerequisites(earned.moduleCode())) {
                assertTrue(story.isValid(earned.volunteer, needed, earned.earnedOn), what + " without " + needed);
            }
        }
    }

    /** Training rule 5: renewed in the last 60 days of a period, or after it. */
    @ParameterizedTest
    @MethodSource("stories")
    void nothingWasRenewedTooEarly(Story story) {
        story.training().qualifications().stream()
                .collect(groupingBy(q -> List.of(q.volunteer.ref, q.moduleCode())))
                .forEach((what, periods) -> {
                    for (int i = 1; i < periods.size(); i++) {
                        var before = periods.get(i - 1).lastDay;
                        assertTrue(
                                ChronoUnit.DAYS.between(periods.get(i).earnedOn, before) <= 60,
                                () -> what + " before " + before);
                    }
                });
    }

    /** Training rule 8. */
    @ParameterizedTest
    @MethodSource("stories")
    void nobodyWasAttestedBeforeStagesAAndB(Story story) {
        for (var attestation : story.batch().attestations) {
            for (var code : TestCurriculum.ofStages(TrainingStage.A, TrainingStage.B)) {
                assertTrue(
                        story.isValid(attestation.volunteer, code, attestation.attestedOn),
                        attestation.volunteer.fullName + " without " + code + " on " + attestation.attestedOn);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void nobodyLearnsAfterTheirLastDay(Story story) {
        for (var change : story.batch().stages) {
            if (change.to != Stage.LEFT) continue;
            assertTrue(story.of(change.volunteer).stream().allMatch(q -> q.earnedOn.isBefore(change.onDay)));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theSameDayTellsTheSame(Story story) {
        var again = Story.of(story.slug(), seed(story), story.now().toString());
        assertEquals(told(story), told(again));
    }

    private static long seed(Story story) {
        return switch (story.toString()) {
            case "kent on 2026-06-16" -> 1;
            case "gwent on 2026-11-22" -> 2;
            case "metropolitan on 2027-03-02" -> 3;
            case "surrey on 2028-02-29" -> 4;
            default -> 5;
        };
    }

    private static List<String> told(Story story) {
        return story.training().qualifications().stream()
                .map(q -> q.ref + q.code + q.moduleCode() + q.earnedOn + q.percent)
                .toList();
    }
}
