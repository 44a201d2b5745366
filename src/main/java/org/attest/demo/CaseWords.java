package org.attest.demo;

import java.util.List;
import org.attest.vetting.Assessment;

/** What the vetting units of the demonstration write into their cases. */
final class CaseWords {

    static final String NOTHING_FOUND = "Nothing was found that has to be weighed.";

    static final Assessment.Text CLEAN = new Assessment.Text(
            NOTHING_FOUND, null, null, null, "Grant the clearance.", null, null, null, null, null, null, null);

    static final Assessment.Text WEIGHED = new Assessment.Text(
            "A debt that was not on the form.",
            "Pressure on money could be used against the applicant.",
            "The Code and the force's policy on finance.",
            "Grant, grant with a condition, refuse.",
            "Refuse until the debt is under a plan that is kept.",
            true,
            "The credit report shows it, and the applicant agrees.",
            true,
            "It is recent, and nothing was paid so far.",
            "The applicant spoke openly about it once asked.",
            null,
            null);

    static final Assessment.Text RELATIVE = new Assessment.Text(
            "A cousin with a conviction for selling drugs, named on the form.",
            "Sight of live intelligence could put the applicant under pressure.",
            "The Code and the force's policy on associations.",
            "Grant, grant with a condition, refuse.",
            "Grant with a condition.",
            true,
            "The record shows the conviction.",
            true,
            "They meet once a year, and the applicant said so without being asked.",
            "Distant, named, and no contact otherwise.",
            null,
            null);

    static final String DEBT = "An unpaid county court judgment of last year, not on the form.";

    static final List<String> PANEL = List.of("Panel member one", "Panel member two");

    /** Enough to answer every check of a level. */
    static final int ALL_CHECKS = 40;

    private CaseWords() {}
}
