package org.attest.vetting;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/** An applicant with an account who is invited to vetting, and what they type. */
public record TestForms(As browser, Volunteer person, TestCases vetting) {

    private static final String PARTS = "/me/vetting/form/parts/";

    /** Somebody who is to become a special constable of Kent. */
    public static TestForms invited() {
        return invited("kent", People.special());
    }

    public static TestForms invited(String slug, People about) {
        var browser = As.role(Role.APPLICANT, slug);
        var person = about.in(slug)
                .inStage(Stage.VETTING)
                .eligible()
                .withAccount(browser.accountId())
                .saved();
        return new TestForms(browser, person, TestCases.of(person));
    }

    /** The same with every part done. */
    public static TestForms complete() {
        var forms = invited();
        forms.fill();
        return forms;
    }

    /** The same, sent. */
    public static TestForms sent() {
        var forms = complete();
        forms.send().statusCode(303);
        return forms;
    }

    /** Somebody who withdrew with a whole form, and is invited again. */
    public static TestForms again() {
        var first = complete();
        first.vetting.withdrawn();
        return new TestForms(first.browser, first.person, TestCases.of(first.person));
    }

    /** The same, with the answers of the earlier form carried over. */
    public TestForms carried() {
        browser.post("/me/vetting/form/start", Map.of("begin", "carry")).statusCode(303);
        return this;
    }

    /** The same person at a fresh browser, after the clock has moved. */
    TestForms signedInAgain() {
        return new TestForms(browser.again(), person, vetting);
    }

    void fill() {
        for (var part : FormPart.values()) save(part.slug(), typed(part)).statusCode(303);
    }

    ValidatableResponse send() {
        return browser.post("/me/vetting/form/check", Map.of("declaration", "yes"));
    }

    /** Saves a part as its page was opened just now. */
    ValidatableResponse save(String part, Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("stamp", stamp(part));
        return browser.post(PARTS + part, form);
    }

    String stamp(String part) {
        return browser.get(PARTS + part)
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("(?s).*name=\"stamp\" value=\"([^\"]*)\".*", "$1");
    }

    static Map<String, String> typed(FormPart part) {
        var form = new HashMap<String, String>();
        switch (part) {
            case NAMES -> {
                form.put("fullName", "Ngọc Ánh Featherstone");
                day(form, "birthDate", LocalDate.of(1990, 5, 5));
                form.put("birthPlace", "Hereford, United Kingdom");
                form.put("nationalities", "British");
                form.put("remain", "UK_OR_EEA_NATIONAL");
                form.put("rows", "1");
                form.put("row0-name", "Ngọc Ánh Tran");
                day(form, "row0-from", LocalDate.of(1990, 5, 5));
                day(form, "row0-to", LocalDate.of(2015, 8, 1));
            }
            case ADDRESSES -> {
                form.put("rows", "2");
                form.put("row0-address", "7 Mill Lane\nMaidstone ME14 1AA");
                form.put("row0-uk", "yes");
                day(form, "row0-from", LocalDate.of(2024, 3, 1));
                form.put("row1-address", "1 Quay Street\nHereford HR1 2AA");
                form.put("row1-uk", "yes");
                day(form, "row1-from", LocalDate.of(2015, 1, 1));
                day(form, "row1-to", LocalDate.of(2024, 2, 29));
            }
            case PEOPLE -> {
                form.put("partner", "no");
                form.put("complete", "yes");
                form.put("rows", "1");
                form.put("row0-relation", "PARENT");
                form.put("row0-name", "Hoa Featherstone");
                day(form, "row0-birthDate", LocalDate.of(1960, 2, 3));
                form.put("row0-address", "1 Quay Street, Hereford");
                form.put("row0-told", "no");
                form.put("row0-whyNot", "We have not spoken for years");
            }
            case FINANCE -> {
                form.put("behind", "no");
                form.put("none", "yes");
            }
            case WORK -> {
                form.put("occupation", "Librarian");
                form.put("forces", "no");
                form.put("none", "yes");
            }
            case POLICE -> {
                form.put("rows", "1");
                form.put("row0-what", "CAUTION");
                day(form, "row0-on", LocalDate.of(2006, 7, 1));
                form.put("row0-force", "West Mercia Police");
                form.put("row0-about", "A kestrel feather taken from a shop");
            }
            case INVESTIGATION -> form.put("live", "no");
            case HUNTERS -> form.put("link", "no");
            case ONLINE -> {
                form.put("rows", "1");
                form.put("row0-site", "A forum for bell ringers");
                form.put("row0-name", "treble7");
            }
            case DECLARATIONS -> {
                for (var box : new String[] {"checks", "told", "changes", "honesty"}) form.put(box, "yes");
            }
            default -> form.put("none", "yes");
        }
        return form;
    }

    static void day(Map<String, String> form, String field, LocalDate day) {
        form.put(field + "-day", String.valueOf(day.getDayOfMonth()));
        form.put(field + "-month", String.valueOf(day.getMonthValue()));
        form.put(field + "-year", String.valueOf(day.getYear()));
    }
}
