package org.attest.recruitment.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/** An applicant of Kent with an account, and what they type. */
record Evening(As browser, Volunteer person) {

    /** Somebody in the stage enquiry, signed in, who has begun an application. */
    static Evening begun() {
        var browser = As.role(Role.APPLICANT, "kent");
        return begun(browser, People.special());
    }

    /** The same, with what the record says of them. */
    static Evening begun(As browser, People about) {
        var person = about.named("Ngọc Ánh Featherstone")
                .inStage(Stage.ENQUIRY)
                .withEmail(Reference.random() + "@people.example")
                .withAccount(browser.accountId())
                .saved();
        browser.post("/me/application", Map.of()).statusCode(303);
        return new Evening(browser, person);
    }

    /** The same with every part done. */
    static Evening complete() {
        var evening = begun();
        evening.complete(Map.of());
        return evening;
    }

    /** Every part, with these answers about oneself instead of the usual ones. */
    void complete(Map<String, Object> about) {
        for (var section : List.of("about", "contact", "eligibility", "why", "consents")) {
            var form = new HashMap<>(typed(section));
            if (section.equals("about")) form.putAll(about);
            save(section, form).statusCode(303);
        }
        browser.post("/me/skills", skill()).statusCode(303);
        browser.post("/me/referees", referee()).statusCode(303);
        browser.post("/me/referees", referee()).statusCode(303);
    }

    /** The same, sent. */
    static Evening sent() {
        return sent("kent");
    }

    /** The same in another force. */
    static Evening sent(String slug) {
        var evening = begun(As.role(Role.APPLICANT, slug), People.special().in(slug));
        evening.complete(Map.of());
        evening.browser
                .post("/me/application/check", Map.of("declaration", "yes"))
                .statusCode(303);
        return evening;
    }

    /** Saves a section as its page was opened just now. */
    io.restassured.response.ValidatableResponse save(String section, Map<String, Object> typed) {
        var form = new HashMap<>(typed);
        form.put("stamp", stamp(section));
        return browser.post("/me/application/sections/" + section, form);
    }

    String stamp(String section) {
        return stampOn(browser.get("/me/application/sections/" + section)
                .statusCode(200)
                .extract()
                .asString());
    }

    static String stampOn(String page) {
        return page.replaceAll("(?s).*name=\"stamp\" value=\"([^\"]*)\".*", "$1");
    }

    static Map<String, Object> typed(String section) {
        var form = new HashMap<String, Object>();
        switch (section) {
            case "about" -> {
                form.put("fullName", "Ngọc Ánh Featherstone");
                form.put("knownAs", "Ngọc");
                form.put("birthDate-day", "5");
                form.put("birthDate-month", "5");
                form.put("birthDate-year", "1990");
            }
            case "contact" -> form.put("phone", "01622 555 0107");
            case "eligibility" -> {
                form.put("rightToRemain", "UK_OR_EEA_NATIONAL");
                form.put("residentSince-day", "5");
                form.put("residentSince-month", "5");
                form.put("residentSince-year", "1990");
                form.put("longAbroad", "no");
                form.put("occupation", "Librarian");
                form.put("politics", "no");
            }
            case "why" -> {
                form.put("why", "I mend what others break.\nAnd I have time.");
                form.put("hours", "20");
            }
            default -> {
                form.put("consentData", "yes");
                form.put("consentVetting", "yes");
                form.put("consentReferences", "yes");
            }
        }
        return form;
    }

    static Map<String, Object> skill() {
        return Map.of(
                "area", "PROGRAMMING", "detail", "Python", "level", "ADVANCED", "evidence", "Ten years at a library");
    }

    static Map<String, Object> referee() {
        var mark = Reference.random().toLowerCase();
        return Map.of(
                "fullName", "Referee " + mark,
                "relation", "My manager since 2021",
                "email", mark + "@referees.example");
    }
}
