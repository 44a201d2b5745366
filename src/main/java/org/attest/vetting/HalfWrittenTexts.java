package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.security.AccountDisabled;
import org.attest.security.Role;
import org.attest.security.RoleEnded;
import org.attest.security.RoleGrant;
import org.attest.web.Flash;
import org.attest.web.Form;

/** Keeping, showing and throwing away what is half-written, for the pages on which the case team writes. */
@ApplicationScoped
class HalfWrittenTexts {

    @Inject
    CaseTeam team;

    @Inject
    Compartment compartment;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** Keeps what was typed and goes back to the case; null where that is refused, which the form then says. */
    Response keep(String ref, HalfWritten.Kind kind, MultivaluedMap<String, String> typed, Form form) {
        var words = HalfWritten.Words.of(typed);
        if (words.none()) return throwAway(ref, kind);
        var open = team.toChange(ref);
        var kept = Typed.attempt(
                form,
                kind.field(),
                () -> HalfWritten.keep(
                        open.vettingCase(), kind, words, form.typed("seen"), open.by(), compartment, clock));
        if (kept == null) return null;
        deeds.fire(kept);
        flash.say("What you wrote is kept. Nobody but you reads it, and it counts for nothing until you finish it.");
        return back(open);
    }

    Response throwAway(String ref, HalfWritten.Kind kind) {
        var open = team.toChange(ref);
        if (HalfWritten.end(open.vettingCase(), kind, open.by())) {
            deeds.fire(new CaseWorkedOn(open.by().actor(), open.vettingCase(), "half-written " + kind.words()));
            flash.say("What you had written is thrown away.");
        } else {
            flash.say("Nothing was written, so nothing is kept.");
        }
        return back(open);
    }

    private static Response back(CaseTeam.OpenCase open) {
        return Response.seeOther(URI.create("/vetting-cases/" + open.vettingCase().ref))
                .build();
    }

    /**
     * What the reader has kept, which is an entry in the trail; null where they have nothing.
     *
     * @param mark of the evidence as it stands
     */
    HalfWritten.Kept shown(CaseTeam.OpenCase open, HalfWritten.Kind kind, String mark) {
        var kept = HalfWritten.theirs(open.vettingCase(), kind, open.by(), LocalDate.now(clock));
        if (kept.isEmpty()) return null;
        deeds.fire(new CaseRead(open.by().actor(), open.vettingCase(), "half-written " + kind.words()));
        return kept.get().opened(mark, compartment);
    }

    // --- who is not of the team any more leaves nothing there; who ends a role or an account sees no row of the force

    void hear(@Observes RoleEnded ended) {
        Everywhere.run(() -> Force.bySlug(ended.chain()).ifPresent(force -> {
            for (var kind : HalfWritten.Kind.values()) {
                if (ended.role().allows(kind.permission()) && !mayStill(ended.account(), kind, force)) {
                    HalfWritten.endOf(ended.account(), kind, force.slug);
                }
            }
        }));
    }

    /** By another role. */
    private static boolean mayStill(String accountRef, HalfWritten.Kind kind, Force force) {
        List<Role> giving = Arrays.stream(Role.values())
                .filter(role -> role.allows(kind.permission()))
                .toList();
        return RoleGrant.heldIn(force, giving).stream().anyMatch(grant -> grant.account.ref.equals(accountRef));
    }

    void hear(@Observes AccountDisabled disabled) {
        Everywhere.run(() -> HalfWritten.endOf(disabled.account()));
    }

    void hear(@Observes ConflictSaid said) {
        if (!said.ended()) HalfWritten.endOf(said.conflict().accountRef, said.conflict().volunteer);
    }
}
