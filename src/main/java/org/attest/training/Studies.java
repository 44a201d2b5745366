package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/** The training of whoever is signed in: looked at, or held while they change it. Nobody else's is reached from here. */
@ApplicationScoped
class Studies {

    @Inject
    OwnRecord own;

    @Inject
    Learners learners;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    /** The person, whose page is shown now, which is an entry in the trail. */
    Volunteer shown() {
        var person = person();
        own.getChoices();
        deeds.fire(new RecordViewed(learners.by(person), person, "own training"));
        return person;
    }

    /** To be changed: locked, so that of two deeds at once the second sees the first. Who has left changes nothing any more. */
    Volunteer held() {
        var person = person();
        Volunteer.getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE);
        if (person.stage == Stage.LEFT) throw new Refused("You have left " + person.force.name, "");
        return person;
    }

    private Volunteer person() {
        return own.now().orElseThrow(NotFoundException::new);
    }

    /** As of today. */
    TrainingRecord training(Volunteer person) {
        return TrainingRecord.of(person, Curriculum.current(), LocalDate.now(clock));
    }

    /** The module of the address as it is taught now. */
    static ModuleDocument module(TrainingRecord training, String typed) {
        return training.curriculum().module(code(typed)).orElseThrow(NotFoundException::new);
    }

    /** The version of the module that is taught now. */
    ModuleVersion version(ModuleDocument module) {
        return ModuleVersion.taughtOn(module.code(), LocalDate.now(clock)).orElseThrow();
    }

    /** The person's attempt at the module; a 404 for anybody else's, equal to a missing one. */
    static Attempt attempt(Volunteer person, String typed, String ref) {
        return Attempt.byRef(ref)
                .filter(attempt -> attempt.volunteer.id.equals(person.id))
                .filter(attempt -> attempt.moduleCode().equals(code(typed)))
                .orElseThrow(NotFoundException::new);
    }

    private static String code(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }

    /** Address of the person's own page about the module. */
    static String path(String code) {
        return TrainingNews.OWN_PAGE + "/" + code;
    }

    /** Why no attempt may begin now; empty when one may. */
    static Optional<Refused> refusal(TrainingRecord training, ModuleDocument module) {
        try {
            training.refuseUnlessMayTry(module);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }
}
