package org.attest.training;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.security.CurrentUser;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Refused;
import org.hibernate.exception.ConstraintViolationException;

/** The person whose training a page is about, found as the signed-in user may, and the deeds done to it. */
@ApplicationScoped
class Learners {

    /** What a page says where somebody would look after their own training as if it were another's. */
    static final String OWN = "This is your own record: a colleague has to look after it";

    @Inject
    CurrentUser user;

    @Inject
    Event<Deed> deeds;

    /** The person, if the permission is held in their force; else 404, equal to a missing one. Nobody records their own training. */
    private Volunteer found(String ref, String permission) {
        var person = Volunteer.byRef(ref).orElseThrow(NotFoundException::new);
        user.require(permission, person.force);
        if (isOwn(person)) throw new Refused(OWN, "");
        return person;
    }

    /** The person, to be changed: locked, so that of two deeds at once the second sees the first. */
    Volunteer held(String ref, String permission) {
        var person = found(ref, permission);
        Volunteer.getEntityManager().lock(person, LockModeType.PESSIMISTIC_WRITE);
        return person;
    }

    /** The person whose page is shown now, which is an entry in the trail. */
    Volunteer shown(String ref, String permission, String part) {
        var person = found(ref, permission);
        deeds.fire(new RecordViewed(by(person), person, part));
        return person;
    }

    /** Whether this is the record of whoever is signed in. */
    boolean isOwn(Volunteer person) {
        return person.accountId != null && person.accountId.equals(user.accountId());
    }

    Actor by(Volunteer person) {
        return user.actorIn(person.force);
    }

    /**
     * Does the deed and tells it; a refusal goes into the form, and nothing of the request is kept.
     *
     * @param beside the field at which a refusal stands
     */
    <D extends Deed> D attempt(Form form, Function<Refused, String> beside, Supplier<D> doing) {
        if (!form.isSound()) return null;
        try {
            var deed = doing.get();
            Volunteer.flush();
            deeds.fire(deed);
            return deed;
        } catch (Refused refused) {
            form.refuse(beside.apply(refused), sentence(refused));
        } catch (ConstraintViolationException taken) {
            form.refuse(
                    beside.apply(new Refused("", "")),
                    "Somebody saved the same at this moment: look at what is there now");
        }
        QuarkusTransaction.setRollbackOnly();
        return null;
    }

    /** What a page says when a rule refuses: the sentence, and the rule it comes from. */
    static String sentence(Refused refused) {
        return refused.rule().isEmpty() ? refused.sentence() : refused.sentence() + " (" + refused.rule() + ")";
    }
}
