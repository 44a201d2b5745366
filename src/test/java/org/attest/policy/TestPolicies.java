package org.attest.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.force.Force;

/** Policies without a database: the national baseline that ships, and what a test puts on top. */
public final class TestPolicies {

    private TestPolicies() {}

    public static PolicyDocument baselineDocument() {
        return PolicyDocument.read(PolicyPress.baseline(PolicyPress.NEWEST));
    }

    /** The national baseline alone. */
    public static PolicyHistory baseline() {
        return history(version(null, PolicyPress.NEWEST, baselineDocument()));
    }

    /** The national baseline and Kent's own documents on top, each from its own day. */
    public static PolicyHistory kent(PolicyDocument... documents) {
        var kent = new Force();
        kent.slug = "kent";
        var versions = new ArrayList<PublishedPolicy>();
        versions.add(version(null, PolicyPress.NEWEST, baselineDocument()));
        for (var document : documents) versions.add(version(kent, versions.size(), document));
        return history(versions.toArray(PublishedPolicy[]::new));
    }

    /** One policy after the other. */
    static PolicyHistory history(PublishedPolicy... versions) {
        return PolicyHistory.of("kent", List.of(versions));
    }

    static PublishedPolicy version(Force force, int number, PolicyDocument document) {
        var policy = new PublishedPolicy();
        policy.issuer = force == null ? PublishedPolicy.NATIONAL : force.slug;
        policy.force = force;
        policy.number = number;
        policy.inForceFrom = document.inForceFrom();
        policy.text = document.written();
        policy.sha256 = force + " " + number + policy.text;
        return policy;
    }

    /** A force's document of these requirements. */
    public static PolicyDocument document(LocalDate from, List<Tier> offers, Requirement... requirements) {
        return new PolicyDocument(from, 0, List.of(), offers, List.of(requirements));
    }

    /** The baseline's requirement of this code for the tier. */
    public static Requirement asked(Tier tier, String code) {
        return baselineDocument().of(tier).stream()
                .filter(r -> r.terms().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
