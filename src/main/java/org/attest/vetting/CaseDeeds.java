package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.attest.audit.Deed;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;

/** The deeds of the case team's forms: done and told, or refused beside a field. */
@ApplicationScoped
class CaseDeeds {

    @Inject
    CaseTeam team;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Does the deed and tells it; a refusal goes into the form, beside the field, and nothing of the request is kept. */
    <D extends Deed> D attempt(Form form, String field, Supplier<D> doing) {
        var deed = Typed.attempt(form, field, doing);
        if (deed != null) deeds.fire(deed);
        return deed;
    }

    /** Why the case cannot be moved there, as a sentence without its end; null when it can. */
    String cannot(CaseTeam.OpenCase open, CaseState to) {
        return cannot(open.vettingCase().cannotMove(to, open.by(), today()));
    }

    static String cannot(Optional<Refused> refused) {
        return refused.map(Typed::sentence).orElse(null);
    }

    /** The page of the case again with what is wrong. */
    Response unsound(CaseTeam.OpenCase open, Function<CaseTeam.OpenCase, TemplateInstance> page) {
        return again(422, open, page);
    }

    /** The page of the case again, because somebody was faster. */
    Response stale(CaseTeam.OpenCase open, Function<CaseTeam.OpenCase, TemplateInstance> page) {
        return again(409, open, page);
    }

    /** Shown like any page of the case: as it stands without what was refused, and the look is an entry in the trail. */
    private Response again(int status, CaseTeam.OpenCase open, Function<CaseTeam.OpenCase, TemplateInstance> page) {
        var ref = open.vettingCase().ref;
        return Typed.again(status, () -> page.apply(team.shown(ref, "form again")));
    }

    /** To the case, with a sentence of what was done. */
    Response done(VettingCase vettingCase, String sentence) {
        flash.say(sentence);
        return Response.seeOther(URI.create("/vetting-cases/" + vettingCase.ref))
                .build();
    }
}
