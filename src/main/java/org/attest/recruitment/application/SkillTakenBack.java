package org.attest.recruitment.application;

import org.attest.audit.Actor;

/** A skill is no longer claimed. */
public record SkillTakenBack(Actor by, DigitalSkill skill) implements AboutSkill {}
