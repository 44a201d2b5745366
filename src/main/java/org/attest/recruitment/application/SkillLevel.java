package org.attest.recruitment.application;

/** How well, in words that everybody reads alike: {@code wording.skillLevelMeaning}. */
public enum SkillLevel {
    BASIC,
    WORKING,
    ADVANCED,
    EXPERT
}
