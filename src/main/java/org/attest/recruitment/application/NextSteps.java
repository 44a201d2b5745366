package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.StageTimes;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;

/** What happens next to an applicant, as each of their pages says it. */
@ApplicationScoped
public class NextSteps {

    @Inject
    StageTargets targets;

    /** @param usual as {@link StageTimes#in} reads them for the force; null answer for who is in service */
    public WhatNext of(Volunteer person, Map<Stage, StageTimes> usual, LocalDate today) {
        if (person.stage == Stage.SERVICE) return null;
        boolean waitsForThem = person.stage == Stage.APPLIED
                && person.pausedSince == null
                && Application.newest(person).filter(a -> !a.isSent()).isPresent();
        return waitsForThem
                ? new WhatNext(
                        true,
                        "You",
                        "Read the application that was typed for you, agree to it and send it.",
                        "Nothing goes on before that, and there is no deadline.")
                : WhatNext.of(person, usual, StageSettings.in(person.force, targets), today);
    }
}
