package org.attest.policy;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attest.force.Force;
import org.attest.policy.Requirement.Equipped;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;

/** The published policies, the nation's and those of one's own forces: what is asked, since when, and the proof that nobody changed it. */
@Path("/policy")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class PublishedPolicies {

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    record list(List<Issuer> issuers, List<String> notYetAsked) implements TemplateInstance {}

    /** @param lead what applies today, in a sentence */
    record Issuer(String name, String lead, List<Version> versions) {}

    /** @param kind of the tag: met for what applies today, closed for the rest */
    record Version(
            String name,
            String path,
            LocalDate inForceFrom,
            String kind,
            String state,
            Instant publishedAt,
            String by) {}

    /**
     * @param intact whether the text is the one that was hashed when it was published
     * @param local whether a force published it, on top of the nation's
     */
    record show(
            Version version,
            String label,
            boolean local,
            int noticeDays,
            String sha256,
            boolean intact,
            List<OfTier> tiers,
            List<String> notYetAsked)
            implements TemplateInstance {}

    record OfTier(String name, boolean offered, String note, List<Line> lines) {}

    record Line(
            String truth,
            boolean stricterHere,
            String only,
            String rule,
            String ifUnmet,
            String owner,
            String move,
            boolean hidden) {}

    @GET
    @PermissionsAllowed(Permission.SEE_POLICY)
    public TemplateInstance list() {
        var today = LocalDate.now(clock);
        var published = visible();
        var issuers = new ArrayList<Issuer>();
        issuers.add(issuer(PublishedPolicy.NATIONAL, "National policy", published, today));
        for (var force : forces(published)) {
            issuers.add(issuer(force.slug, force.name, published, today));
        }
        var national = PublishedPolicy.latest(inOrder(published), PublishedPolicy.NATIONAL, today);
        return new list(
                issuers, national == null ? List.of() : national.document().notYetAsked());
    }

    @GET
    @Path("{issuer}/{number: \\d{1,6}}")
    @PermissionsAllowed(Permission.SEE_POLICY)
    public TemplateInstance show(@PathParam("issuer") String issuer, @PathParam("number") int number) {
        var today = LocalDate.now(clock);
        var published = visible();
        var version = published.stream()
                .filter(p -> p.issuer.equals(issuer) && p.number == number)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var local = version.force != null;
        var applying = inOrder(published).stream()
                .filter(p -> p.concerns(issuer) && (p.force != null || !p.inForceFrom.isAfter(version.inForceFrom)))
                .filter(p -> p.number <= number || p.force == null)
                .filter(p -> local || p.number <= number)
                .toList();
        var policy = PolicyHistory.of(issuer, applying).on(version.inForceFrom);
        var tiers = new ArrayList<OfTier>();
        for (var tier : Tier.values()) tiers.add(ofTier(tier, policy, local));
        return new show(
                row(version, inOrder(published), today),
                policy.label(),
                local,
                policy.noticeDays(),
                version.sha256,
                version.isIntact(),
                tiers,
                policy.notYetAsked());
    }

    /** What the reader may see: the nation's versions and their own forces', or every force's for a national role. */
    private List<PublishedPolicy> visible() {
        boolean national = user.held().stream()
                .anyMatch(h -> h.forceId() == null && h.role().allows(Permission.SEE_POLICY));
        if (national) return PublishedPolicy.everyOne();
        return PublishedPolicy.ofNationAnd(user.held().stream()
                .filter(h -> h.role().allows(Permission.SEE_POLICY))
                .map(CurrentUser.Held::forceId)
                .filter(Objects::nonNull)
                .toList());
    }

    /** One's own forces, and those that have published something. */
    private List<Force> forces(List<PublishedPolicy> published) {
        var forces = new ArrayList<Force>();
        user.held().stream()
                .filter(h -> h.forceSlug() != null && h.role().allows(Permission.SEE_POLICY))
                .map(h -> Force.bySlug(h.forceSlug()).orElseThrow())
                .forEach(forces::add);
        published.stream().map(p -> p.force).filter(Objects::nonNull).forEach(forces::add);
        return forces.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(f -> f.name))
                .toList();
    }

    private static List<PublishedPolicy> inOrder(List<PublishedPolicy> published) {
        return published.stream()
                .sorted(java.util.Comparator.comparing((PublishedPolicy p) -> p.inForceFrom)
                        .thenComparing(p -> p.number))
                .toList();
    }

    private static Issuer issuer(String issuer, String name, List<PublishedPolicy> published, LocalDate today) {
        var ordered = inOrder(published);
        var versions = published.stream()
                .filter(p -> p.issuer.equals(issuer))
                .map(p -> row(p, ordered, today))
                .toList();
        var now = PublishedPolicy.latest(ordered, issuer, today);
        var lead = now == null
                ? "Adds nothing of its own: the national policy applies as it is."
                : PublishedPolicy.words(issuer, now.number) + " applies today.";
        return new Issuer(name, lead, versions);
    }

    private static Version row(PublishedPolicy policy, List<PublishedPolicy> ordered, LocalDate today) {
        var now = PublishedPolicy.latest(ordered, policy.issuer, today);
        boolean applies = policy.equals(now);
        var state = applies ? "In force" : policy.inForceFrom.isAfter(today) ? "To come" : "Replaced";
        return new Version(
                PublishedPolicy.words(policy.issuer, policy.number),
                "/policy/" + policy.issuer + "/" + policy.number,
                policy.inForceFrom,
                applies ? "met" : policy.inForceFrom.isAfter(today) ? "soon" : "closed",
                state,
                policy.publishedAt,
                policy.publishedBy);
    }

    private static OfTier ofTier(Tier tier, Policy policy, boolean local) {
        var offer = policy.of(tier).stream()
                .map(Policy.Asked::requirement)
                .filter(Requirement.TierOffered.class::isInstance)
                .map(r -> ((Requirement.TierOffered) r).offer())
                .findFirst()
                .orElse(Requirement.TierOffered.Offer.ON);
        var note =
                switch (offer) {
                    case ON -> "";
                    case FORCE_CHOICE ->
                        local
                                ? "Left to each force, and not offered here: nobody is deployable in it."
                                : "Left to each force. Where a force has not chosen to offer it, nobody is deployable in it.";
                    case OFF -> "Off in every force: nobody is deployable in it.";
                };
        return new OfTier(
                tier.label() + ", " + tier.words().toLowerCase(),
                offer == Requirement.TierOffered.Offer.ON,
                note,
                policy.of(tier).stream().map(PublishedPolicies::line).toList());
    }

    private static Line line(Policy.Asked asked) {
        var requirement = asked.requirement();
        var terms = requirement.terms();
        boolean special = requirement instanceof Requirement.Attested
                || requirement instanceof Requirement.FreshAtAppointment
                || requirement instanceof Requirement.Cleared c && c.others() == null
                || requirement instanceof Equipped e && e.onlySpecialConstables();
        var only = requirement instanceof Requirement.Unrestricted
                ? "Asked of those whose clearance was given on the condition"
                : requirement instanceof Requirement.ModulesPassed m
                        ? modules(m)
                        : special ? "Asked of special constables only" : "";
        var rule = terms.rule();
        return new Line(
                requirement.truth(),
                asked.stricterHere(),
                only,
                rule.isEmpty() ? "National policy" : rule.substring(0, 1).toUpperCase() + rule.substring(1),
                switch (terms.severity()) {
                    case BLOCKS -> "Not deployable";
                    case LIMITS -> "Deployable with limits";
                    case ADVISES -> "Shown, changes nothing";
                },
                terms.reasons() == Terms.Reasons.ENTITLED
                        ? "Whoever placed the hold"
                        : terms.unmet().owner() == Owner.NOBODY
                                ? requirement instanceof Requirement.MinimumAge ? "Only time" : "Nobody"
                                : terms.unmet().owner().words(),
                requirement.filled(terms.unmet().move()),
                terms.reasons() == Terms.Reasons.ENTITLED);
    }

    /** {@code DSC-201, DSC-202; DSC-206 where the force has switched it on}. */
    private static String modules(Requirement.ModulesPassed requirement) {
        var always = String.join(", ", requirement.modules());
        if (requirement.ifSwitchedOn().isEmpty()) return always;
        return always + "; " + String.join(", ", requirement.ifSwitchedOn()) + " where the force has switched it on";
    }
}
