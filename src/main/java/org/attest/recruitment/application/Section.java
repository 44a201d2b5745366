package org.attest.recruitment.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A page of questions of the application, saved by itself. */
public enum Section {
    ABOUT("about", "About you", false),
    CONTACT("contact", "Contact", false),
    ELIGIBILITY("eligibility", "Eligibility", false),
    MOTIVATION("why", "Why you, and your time", false),
    /** Only the applicant can give them, in their own account. */
    CONSENTS("consents", "Your consents", true);

    private final String slug;
    private final String title;
    private final boolean personal;

    Section(String slug, String title, boolean personal) {
        this.slug = slug;
        this.title = title;
        this.personal = personal;
    }

    static Optional<Section> at(String slug) {
        return Arrays.stream(values()).filter(s -> s.slug.equals(slug)).findFirst();
    }

    /** As written in addresses: {@code why}. */
    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** Whether nobody may answer it for the applicant. */
    public boolean isPersonal() {
        return personal;
    }

    List<Question> questions() {
        return Question.OF_SECTION.get(this);
    }
}
