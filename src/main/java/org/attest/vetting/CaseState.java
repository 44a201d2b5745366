package org.attest.vetting;

import java.util.EnumSet;
import java.util.Set;

/** Where a vetting case stands (vetting section 3.2). */
public enum CaseState {
    INVITED("Waiting for the form"),
    /** The invitation ran out with no form sent; nobody acts, only the day passes. */
    LAPSED("Invitation ran out"),
    SUBMITTED("Form received"),
    RETURNED("Form returned"),
    WITHDRAWN_BY_APPLICANT("Withdrawn by the applicant"),
    AUTHENTICATED("Authenticated"),
    DISCONTINUED("Discontinued"),
    CHECKS("Checks running"),
    INTERVIEW("Vetting interview"),
    ASSESSMENT("To be decided"),
    GRANTED("Granted"),
    GRANTED_WITH_RESTRICTIONS("Granted, conditions apply"),
    REFUSED("Refused"),
    APPEALED("Appealed"),
    APPEAL_UPHELD("Appeal upheld"),
    APPEAL_DISMISSED("Appeal dismissed"),
    /** Past the clearance's last valid day; nobody acts, only the day passes (vetting rule 9). */
    EXPIRED("Expired"),
    TERMINATED("Ended"),
    UNDER_REVIEW("Under review");

    /** Work waits for somebody before a first decision. */
    static final Set<CaseState> OPEN =
            Set.copyOf(EnumSet.of(INVITED, SUBMITTED, RETURNED, AUTHENTICATED, CHECKS, INTERVIEW, ASSESSMENT));

    /** The vetting unit has it. */
    static final Set<CaseState> WITH_THE_UNIT =
            Set.copyOf(EnumSet.of(SUBMITTED, AUTHENTICATED, CHECKS, INTERVIEW, ASSESSMENT));

    /** Refused, whether somebody appealed against it or not, unless the appeal was upheld. */
    static final Set<CaseState> REFUSALS = Set.copyOf(EnumSet.of(REFUSED, APPEALED, APPEAL_DISMISSED));

    static final Set<CaseState> CLEARED = Set.copyOf(EnumSet.of(GRANTED, GRANTED_WITH_RESTRICTIONS));

    private final String words;

    CaseState(String words) {
        this.words = words;
    }

    /** As the case team reads it. */
    public String words() {
        return words;
    }

    /** The shape its tag carries. */
    public String mark() {
        return switch (this) {
            case GRANTED -> "met";
            case GRANTED_WITH_RESTRICTIONS, UNDER_REVIEW, APPEALED, ASSESSMENT -> "soon";
            case REFUSED, APPEAL_DISMISSED, EXPIRED -> "unmet";
            case INVITED, LAPSED, RETURNED, WITHDRAWN_BY_APPLICANT, DISCONTINUED, TERMINATED -> "closed";
            default -> "plain";
        };
    }

    /** No first decision yet, and none of the ways out was taken. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    public boolean isWithTheUnit() {
        return WITH_THE_UNIT.contains(this);
    }

    /** A clearance came of it. */
    public boolean isCleared() {
        return CLEARED.contains(this);
    }
}
