package org.attest.recruitment.application;

import org.attest.audit.Actor;

/** A person says what they can do, or somebody does on their behalf. */
public record SkillClaimed(Actor by, DigitalSkill skill) implements AboutSkill {}
