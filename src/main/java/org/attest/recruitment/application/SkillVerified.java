package org.attest.recruitment.application;

import org.attest.audit.Actor;

/** Somebody looked at a skill and found a level. */
public record SkillVerified(Actor by, DigitalSkill skill) implements AboutSkill {}
