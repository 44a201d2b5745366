package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.attest.force.Force;
import org.attest.volunteer.ContactSource;

/** Whom strangers may ask, as the force says on its public page. */
@ApplicationScoped
class PublicContact implements ContactSource {

    @Override
    public Optional<String> contact(Force force) {
        return JoiningPage.in(force).map(page -> page.contact).filter(contact -> !contact.isBlank());
    }
}
