package org.attest.recruitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.function.Supplier;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Reference;
import org.attest.security.CurrentUser;
import org.attest.volunteer.MergedRecord;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Refused;
import org.attest.web.Stale;
import org.hibernate.exception.ConstraintViolationException;

/** The person whose record a page is about, found as the signed-in user may, and the deeds done to them. */
@ApplicationScoped
public class AtHand {

    /** What a page says where somebody would change their own record. */
    public static final String OWN = "This is your own record: a colleague has to change it";

    @Inject
    CurrentUser currentUser;

    @Inject
    Event<Deed> deeds;

    /** {@link #found}, to be changed: locked, so that of two deeds at once the second sees the first. */
    public Volunteer person(String ref, String permission) {
        var person = found(ref, permission);
        Volunteer.getEntityManager().lock(person, LockModeType.PESSIMISTIC_WRITE);
        return person;
    }

    /** Two records: the one that stays, and the one that would go up in it. */
    record Both(Volunteer kept, Volunteer gone) {}

    /** {@link #bothShown}, to be changed: locked. Refused as stale when one of them is merged meanwhile. */
    Both both(String ref, String other, String permission) {
        var one = Reference.normalise(ref);
        var two = Reference.normalise(other);
        var locked = Volunteer.locked(List.of(one, two));
        var kept = of(locked, one);
        var gone = of(locked, two);
        if (kept == null || gone == null) {
            boolean merged = MergedRecord.byRef(kept == null ? one : two)
                    .filter(m -> currentUser.may(permission, m.force))
                    .isPresent();
            if (merged) throw new Stale("Somebody merged one of the two records at this moment. Nothing was changed");
            throw new NotFoundException();
        }
        mayChange(kept, permission);
        mayChange(gone, permission);
        return new Both(kept, gone);
    }

    private static Volunteer of(List<Volunteer> people, String ref) {
        return people.stream().filter(p -> p.ref.equals(ref)).findFirst().orElse(null);
    }

    /** Two records whose values are shown side by side now, which is an entry in the trail for each. */
    Both bothShown(String ref, String other, String permission, String part) {
        return new Both(shown(ref, permission, part), shown(other, permission, part));
    }

    /** The person, if the permission is held in their force; else 404, equal to a missing one. Nobody changes their own record. */
    private Volunteer found(String ref, String permission) {
        var person = Volunteer.byRef(ref).orElseThrow(NotFoundException::new);
        mayChange(person, permission);
        return person;
    }

    private void mayChange(Volunteer person, String permission) {
        currentUser.require(permission, person.force);
        if (isOwn(person)) throw new Refused(OWN, "");
    }

    /** Whether this is the record of whoever is signed in. */
    public boolean isOwn(Volunteer person) {
        return person.accountId != null && person.accountId.equals(currentUser.accountId());
    }

    /** {@link #person} whose page is shown now, which is an entry in the trail. */
    public Volunteer shown(String ref, String permission, String part) {
        var person = found(ref, permission);
        deeds.fire(new RecordViewed(by(person), person, part));
        return person;
    }

    public Actor by(Volunteer person) {
        return currentUser.actorIn(person.force);
    }

    /** Does the deed and tells it; a refusal goes into the form, beside the field, and nothing of the request is kept. */
    public <D extends Deed> D attempt(Form form, String field, Supplier<D> doing) {
        if (!form.isSound()) return null;
        try {
            var deed = doing.get();
            Volunteer.flush();
            deeds.fire(deed);
            return deed;
        } catch (Refused refused) {
            form.refuse(field, sentence(refused));
        } catch (ConstraintViolationException taken) {
            form.refuse(field, "Somebody saved the same at this moment: look at what is there now");
        }
        QuarkusTransaction.setRollbackOnly();
        return null;
    }

    /** What a page says when a rule refuses: the sentence, and the rule it comes from. */
    public static String sentence(Refused refused) {
        return refused.rule().isEmpty() ? refused.sentence() : refused.sentence() + " (" + refused.rule() + ")";
    }
}
