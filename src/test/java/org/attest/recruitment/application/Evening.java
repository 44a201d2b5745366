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
        return begun("kent");
    }

    private static Evening begun(String slug) {
        var browser = As.role(Role.APPLICANT, slug);
        var person = People.special()
                .in(slug)
                .inStage(Stage.ENQUIRY)
                .withEmail(Reference.random() + "@people.example")
                .withAccount(browser.accountId())
                .saved();
        browser.post("/me/application", Map.of()).statusCode(303);
        return new Evening(browser, person);
    }

    /** The same with every part done. */
    static Evening complete() {
        return complete("kent");
    }

    private static Evening complete(String slug) {
        var evening = begun(slug);
        for (var section : List.of("about", "contact", "eligibility", "why", "consents")) {
            evening.save(section, typed(section)).statusCode(303);
        }
        evening.browser.post("/me/skills", skill()).statusCode(303);
        evening.browser.post("/me/referees", referee()).statusCode(303);
        evening.browser.post("/me/referees", referee()).statusCode(303);
        return evening;
    }

    /** The same, sent. */
    static Evening sent() {
        return sent("kent");
    }

    /** The same in another force. */
    static Evening sent(String slug) {
        var evening = complete(slug);
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
