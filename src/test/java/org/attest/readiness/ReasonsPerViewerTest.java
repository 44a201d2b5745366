package org.attest.readiness;

import static org.attest.readiness.Known.TODAY;
import static org.attest.readiness.Known.applicant;
import static org.attest.readiness.Known.special;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.attest.policy.TestPolicies;
import org.attest.policy.Tier;
import org.attest.readiness.SeenVerdict.Fact;
import org.attest.readiness.SeenVerdict.SeenFinding;
import org.attest.readiness.SeenVerdict.Step;
import org.attest.security.Permission;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One decision, one reading per viewer: the same words for whoever may not know the cause, all of it for who may. */
class ReasonsPerViewerTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 6, 3);
    private static final LocalDate REVIEW = LocalDate.of(2026, 6, 30);
    private static final Viewer COORDINATOR = may(Permission.MANAGE_PEOPLE);
    private static final Viewer SELF = new Viewer(true, Set.of());

    private static Viewer may(String... permissions) {
        return new Viewer(false, Set.of(permissions));
    }

    private static SeenVerdict seen(Known known, Viewer viewer) {
        return seen(known, Tier.T1, TODAY, viewer);
    }

    private static SeenVerdict seen(Known known, Tier tier, LocalDate day, Viewer viewer) {
        return new Seeing(known.facts(), TestPolicies.baseline(), tier, day, TODAY, viewer).verdict();
    }

    private static SeenFinding finding(SeenVerdict verdict, String code) {
        return verdict.groups().stream()
                .flatMap(g -> g.findings().stream())
                .filter(f -> f.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Known held(HoldCause cause) {
        return special().hold(cause, SINCE, REVIEW, null);
    }

    @Test
    void tellsTheCoordinatorNotAvailableAndNoMore() {
        var verdict = seen(held(HoldCause.WELFARE), COORDINATOR);
        assertEquals("Rowan cannot be deployed on open-source research today.", verdict.sentence());
        assertEquals("1 requirement is not met. No move for you.", verdict.why());
        assertEquals(
                new SeenFinding(
                        "available",
                        "Available for duty",
                        "National",
                        "unmet",
                        "Not available.",
                        "No move for you",
                        false,
                        "It stays until it is reviewed",
                        "Since 3 June 2026",
                        "Reviewed by 30 June 2026",
                        "Not available."),
                finding(verdict, "available"));
        assertTrue(verdict.facts()
                .contains(
                        new Fact("Answer can change next", "No later than 30 June 2026", "Availability is reviewed")));
        assertTrue(verdict.facts().contains(new Fact("Earliest deployable", "1 July 2026", "If step 1 is taken")));
        assertTrue(
                verdict.facts().contains(new Fact("Not deployable since", "3 June 2026", "14 days, counting today")));
    }

    @ParameterizedTest
    @EnumSource(HoldCause.class)
    void readsAlikeWhateverTheCause(HoldCause cause) {
        for (var viewer : List.of(Viewer.plain(), COORDINATOR)) {
            assertEquals(seen(held(HoldCause.LEAVE), viewer), seen(held(cause), viewer));
            // on any day, in any tier
            assertEquals(
                    seen(held(HoldCause.LEAVE), Tier.T0, REVIEW.plusDays(3), viewer),
                    seen(held(cause), Tier.T0, REVIEW.plusDays(3), viewer));
        }
    }

    @Test
    void makesOneFindingOfSeveralHolds() {
        var several = special()
                .hold(HoldCause.CONDUCT, SINCE, LocalDate.of(2026, 6, 20), null)
                .hold(HoldCause.WELFARE, LocalDate.of(2026, 6, 10), REVIEW, null);
        assertEquals(seen(held(HoldCause.LEAVE), COORDINATOR), seen(several, COORDINATOR));
    }

    @Test
    void doesNotTellWhenOneOfSeveralHoldsEnds() {
        var several = held(HoldCause.WELFARE)
                .hold(
                        HoldCause.CONDUCT,
                        LocalDate.of(2026, 6, 10),
                        LocalDate.of(2026, 6, 18),
                        LocalDate.of(2026, 6, 19));
        assertEquals(seen(held(HoldCause.LEAVE), COORDINATOR), seen(several, COORDINATOR));
    }

    @Test
    void tellsTheCauseToWhoeverMayKnowItAndToNobodyElse() {
        var entitled = java.util.Map.of(
                HoldCause.CONDUCT, Permission.HOLD_FOR_CONDUCT,
                HoldCause.ADMINISTRATION, Permission.HOLD_FOR_CONDUCT,
                HoldCause.LEAVE, Permission.DECIDE_LEAVE,
                HoldCause.WELFARE, Permission.SEE_WELFARE_CAUSE);
        for (var cause : HoldCause.values()) {
            for (var permission : Set.copyOf(entitled.values())) {
                var evidence =
                        finding(seen(held(cause), may(permission)), "available").evidence();
                assertEquals(entitled.get(cause).equals(permission), evidence.contains(Words.cause(cause)), evidence);
                if (!entitled.get(cause).equals(permission)) {
                    assertEquals(seen(held(cause), Viewer.plain()), seen(held(cause), may(permission)));
                }
            }
        }
    }

    @Test
    void makesTheReviewTheMoveOfWhoeverPlacedTheHold() {
        var mine = finding(seen(held(HoldCause.CONDUCT), may(Permission.HOLD_FOR_CONDUCT)), "available");
        assertTrue(mine.yours());
        assertEquals("Review it by 30 June 2026", mine.move());
        assertFalse(finding(seen(held(HoldCause.LEAVE), may(Permission.HOLD_FOR_CONDUCT)), "available")
                .yours());
    }

    @Test
    void speaksToThePersonKindly() {
        var verdict = seen(held(HoldCause.WELFARE), SELF);
        assertEquals("You cannot go on duty today.", verdict.sentence());
        assertEquals("You could be back on Wednesday 1 July 2026. No step is yours.", verdict.why());
        assertEquals(
                "You are resting from live work. This is care, not discipline.",
                finding(verdict, "available").evidence());
        assertEquals(
                "You can go on duty today, and until 1 February 2036.",
                seen(special(), SELF).sentence());
        assertEquals("You cannot go on duty yet.", seen(applicant(), SELF).sentence());
    }

    @Test
    void saysWhatIsMissingWhenItCannotSay() {
        var verdict = seen(special().born(null), COORDINATOR);
        assertEquals(
                "We cannot say whether Rowan can be deployed on open-source research today: no birth date is recorded.",
                verdict.sentence());
        assertEquals("2 requirements cannot be decided. 1 of the moves is yours.", verdict.why());
    }

    @Test
    void saysUntilWhenAYesLasts() {
        var verdict = seen(special().appointed(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1)), COORDINATOR);
        assertEquals("Rowan can be deployed on open-source research today, and until 1 July 2026.", verdict.sentence());
        assertEquals("All 17 requirements are met. 1 is due soon.", verdict.why());
        var soon = finding(verdict, "appointed");
        assertEquals("Met for 15 more days", soon.when());
        assertEquals("Last valid day 1 July 2026", soon.whenNote());
        assertTrue(soon.yours());
        assertEquals("Appoint anew", soon.move());
    }

    @Test
    void saysOfAnotherDayThatItIsWhatIsKnownToday() {
        assertEquals(
                "As things stand, Rowan cannot be deployed on open-source research on 1 July 2026.",
                seen(held(HoldCause.LEAVE), Tier.T1, LocalDate.of(2026, 7, 1), COORDINATOR)
                        .sentence());
        assertEquals(
                "By what is known now, Rowan could be deployed on open-source research on 1 June 2026, and until 2 June 2026.",
                seen(held(HoldCause.LEAVE), Tier.T1, LocalDate.of(2026, 6, 1), COORDINATOR)
                        .sentence());
        assertEquals(
                "As things stand, you cannot go on duty on 1 July 2026.",
                seen(held(HoldCause.LEAVE), Tier.T1, LocalDate.of(2026, 7, 1), SELF)
                        .sentence());
    }

    @Test
    void ordersTheStepsByWhenTheyCanBeTaken() {
        var way = seen(held(HoldCause.LEAVE).without(EquipmentKind.FORCE_LAPTOP), COORDINATOR)
                .way();
        assertEquals("Earliest Wednesday 1 July 2026, then deployable until 1 February 2036", way.heading());
        assertEquals(
                List.of(
                        new Step("laptop", "Issue a force laptop", "You", true, "Possible today", true),
                        new Step(
                                "available",
                                "Availability is reviewed",
                                "An authorised person",
                                false,
                                "By 30 June 2026",
                                true)),
                way.steps());
    }

    @Test
    void asksNobodyToEquipWhoHasLeft() {
        var verdict = seen(special().without(EquipmentKind.FORCE_LAPTOP).stage(Stage.LEFT, TODAY), COORDINATOR);
        assertEquals("2 requirements are not met. No move for you.", verdict.why());
    }

    @Test
    void answersThatThereIsNoUndercoverUnit() {
        var verdict = seen(special(), Tier.T4, TODAY, COORDINATOR);
        assertEquals(Answer.NOT_DEPLOYABLE, verdict.answer());
        assertEquals("Rowan cannot be deployed on online undercover work today.", verdict.sentence());
        assertEquals("Off in every force", finding(verdict, "offered").evidence());
    }

    @Test
    void saysWhatThePolicyDoesNotAskForYet() {
        assertTrue(seen(special(), COORDINATOR).notYetAsked().contains("a supervisor"));
    }

    @Test
    void neverWritesACauseInWordsForEverybody() {
        var words = seen(held(HoldCause.WELFARE).hold(HoldCause.CONDUCT, SINCE, REVIEW, null), Viewer.plain())
                .toString()
                .toLowerCase();
        Arrays.stream(HoldCause.values()).forEach(cause -> {
            assertFalse(words.contains(Words.cause(cause).toLowerCase()));
            assertFalse(words.contains(Words.causeToThePerson(cause).toLowerCase()));
        });
    }
}
