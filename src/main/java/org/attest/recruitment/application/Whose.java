package org.attest.recruitment.application;

import org.attest.recruitment.Head;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;

/**
 * From whose side a page of an application is looked at: the applicant's own, or that of somebody who types for them.
 *
 * @param base address of the application
 * @param own whether it is the applicant, in their own account
 * @param next what happens next, for the applicant; null for everybody else
 */
public record Whose(String base, boolean own, Head head, WhatNext next) {

    static Whose own(Volunteer person, WhatNext next) {
        return new Whose("/me/application", true, Head.of(person), next);
    }

    static Whose other(Volunteer person) {
        return new Whose("/volunteers/" + person.ref + "/application", false, Head.of(person), null);
    }

    /** Whether they are at the stage in which an application is written. */
    public boolean isApplies() {
        return head.stage() == Stage.ENQUIRY || head.stage() == Stage.APPLIED;
    }

    /** Address of the digital skills. */
    public String skills() {
        return own ? "/me/skills" : "/volunteers/" + head.ref() + "/skills";
    }

    /** Address of the referees. */
    public String referees() {
        return own ? "/me/referees" : "/volunteers/" + head.ref() + "/references";
    }
}
