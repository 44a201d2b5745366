package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.attest.force.Force;
import org.attest.notice.Notices;
import org.attest.notice.Template;
import org.attest.web.Formats;

/** The messages of an application, to people of whom some have no account. */
@ApplicationScoped
class ApplicationMail {

    @Inject
    Notices notices;

    @Inject
    ApplicationSettings settings;

    @Inject
    Clock clock;

    /** With the link that begins an application, or goes on with one typed on somebody's behalf. */
    void start(Force force, String email, String name, String path) {
        notices.write(
                force,
                email,
                name,
                Template.APPLICATION_STARTED,
                Map.of("link", path, "until", Formats.inWords(clock.instant().plus(settings.link()))));
    }

    /** To who has an account and an application already, and asked to start one. */
    void signIn(Force force, String email, String name, String path) {
        notices.write(force, email, name, Template.APPLICATION_GOES_ON, Map.of("link", path));
    }

    void received(Application application) {
        var person = application.volunteer;
        if (person.email == null) return;
        notices.write(
                person.force,
                person.email,
                person.fullName,
                Template.APPLICATION_RECEIVED,
                Map.of("link", "/me/application"));
    }

    /** Asks a referee for a reference; {@code again} when it is not the first time. */
    void askFor(Referee referee, String path, boolean again) {
        notices.write(
                referee.force,
                referee.email,
                referee.fullName,
                again ? Template.REFERENCE_CHASER : Template.REFERENCE_REQUEST,
                Map.of(
                        "applicant",
                        referee.volunteer.fullName,
                        "link",
                        path,
                        "until",
                        Formats.inWords(clock.instant().plus(settings.referenceLink()))));
    }
}
