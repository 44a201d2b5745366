package org.attest.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * How one skill was shown on a shift.
 *
 * @param narrative what the tutor saw, in their words; null where they wrote none
 */
@Embeddable
public record ShownSkill(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        SkillRating rating,

        String narrative) {}
