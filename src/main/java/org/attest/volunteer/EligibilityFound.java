package org.attest.volunteer;

import java.util.HashMap;
import java.util.Map;
import org.attest.audit.Actor;

/** Somebody asked about a person's eligibility and wrote down what they found. */
public record EligibilityFound(Actor by, Volunteer volunteer, EligibilityAnswers answers, Eligibility finding)
        implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        var fields = new HashMap<String, String>();
        fields.put("rightToRemain", String.valueOf(answers.rightToRemain()));
        fields.put("residentSince", String.valueOf(answers.residentSince()));
        fields.put("longAbroad", String.valueOf(answers.longAbroad()));
        fields.put("goodConductSeen", String.valueOf(answers.goodConductSeen()));
        fields.put("occupation", String.valueOf(answers.occupation()));
        fields.put("occupationFinding", String.valueOf(answers.occupationFinding()));
        return fields;
    }
}
