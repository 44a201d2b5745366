package org.attest.vetting;

/** How a clearance stands on a day. Nobody writes it: it follows from the days (vetting rule 9). */
public enum ClearanceStanding {
    LIVE,
    EXPIRED,
    TERMINATED
}
