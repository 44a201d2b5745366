package org.attest.recruitment.application;

import java.util.Locale;

/** A field of digital work in which somebody has a skill. */
public enum SkillArea {
    PROGRAMMING,
    DATA_ANALYSIS,
    NETWORKS,
    SECURITY,
    FORENSICS,
    OPEN_SOURCES,
    MOBILE_DEVICES,
    CLOUD,
    CRYPTOCURRENCY,
    ARTIFICIAL_INTELLIGENCE,
    GAMING_AND_CHAT,
    OTHER;

    /** As written in addresses: {@code data-analysis}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
