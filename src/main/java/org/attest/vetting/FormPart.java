package org.attest.vetting;

import static org.attest.vetting.FormField.choice;
import static org.attest.vetting.FormField.day;
import static org.attest.vetting.FormField.line;
import static org.attest.vetting.FormField.text;
import static org.attest.vetting.FormField.tick;
import static org.attest.vetting.FormField.yesNo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attest.web.Option;

/**
 * A part of the vetting form, saved by itself (vetting sections 2, 2.1 and 2.2). This is the one description that the pages
 * to fill in, the check before sending, the copy and its PDF, and the case team's page are all made from.
 */
public enum FormPart {
    NAMES(
            "names",
            "Your names",
            "As they stand in your passport or birth certificate, in any script.",
            List.of(
                    line("fullName", "Full name"),
                    day("birthDate", "Birth date").hint("For example, 27 3 1990"),
                    line("birthPlace", "Town and country of birth"),
                    line("nationalities", "Nationalities").hint("All that you hold or have held"),
                    choice(
                            "remain",
                            "What lets you stay in the United Kingdom",
                            "UK_OR_EEA_NATIONAL",
                            "UK or EEA national",
                            "INDEFINITE_LEAVE",
                            "Leave to remain without a limit, or settled status",
                            "LIMITED_LEAVE",
                            "Leave to remain with a limit")),
            "Other name",
            List.of(
                    line("name", "Name")
                            .hint("A name before marriage or adoption, or any other you have been known by"),
                    day("from", "Used from"),
                    day("to", "Used until")
                            .hint("Leave it empty where you use it still")
                            .optional())),
    ADDRESSES(
            "addresses",
            "Where you have lived",
            "Every address, the one you live at now among them, with no gap between them. Where you had no fixed address, say so"
                    + " in place of it. The same rule holds for every nationality.",
            List.of(),
            "Address",
            List.of(
                    text("address", "Address, with postcode"),
                    yesNo("uk", "In the United Kingdom?"),
                    day("from", "Lived there from"),
                    day("to", "Lived there until")
                            .hint("Leave it empty for where you live now")
                            .optional())),
    ABROAD(
            "abroad",
            "Time abroad",
            "Every stay of more than four weeks. Service for the Crown counts as living in the United Kingdom, and so does"
                    + " living on the base with somebody who serves. More than 12 months in one country calls for a certificate of"
                    + " good conduct from there.",
            List.of(),
            "Stay abroad",
            List.of(
                    line("country", "Country"),
                    day("from", "From"),
                    day("to", "Until")
                            .hint("Leave it empty if you are there now")
                            .optional(),
                    choice("reason", "Why", Option.of(AbroadReason.class, AbroadReason::words)))),
    PEOPLE(
            "people",
            "The other people",
            "Your partner, your parents, your partner’s parents, your brothers and sisters (half and step too), your children and"
                    + " everybody who lives with you: all who are 10 or older. They are checked as well, so tell them where you can.",
            List.of(
                    yesNo("partner", "Do you have a partner or spouse?"),
                    tick("complete", "I have named everybody of this list, or have nobody to name"),
                    text("unnamed", "Whom you cannot name, and why").optional()),
            "Person",
            List.of(
                    choice(
                            "relation",
                            "Who they are to you",
                            "PARTNER",
                            "Partner or spouse",
                            "PARENT",
                            "Parent or step-parent",
                            "PARTNERS_PARENT",
                            "Parent of my partner",
                            "SIBLING",
                            "Brother or sister, half or step too",
                            "CHILD",
                            "Child or stepchild",
                            "RESIDENT",
                            "Somebody else who lives with me"),
                    line("name", "Full name").hint("With former names, if you know them"),
                    day("birthDate", "Birth date").neededIf(row -> !row.containsKey("unknown")),
                    text("address", "Address").neededIf(row -> !row.containsKey("unknown")),
                    text("unknown", "What you do not know of them, and why").optional(),
                    yesNo("told", "Have you told them?"),
                    text("whyNot", "If not, why not").neededIf("told", "no"))),
    FINANCE(
            "money",
            "Money",
            "A debt in itself is no obstacle; a debt that nobody deals with can make somebody open to pressure.",
            List.of(
                    text("debts", "What you owe, to whom, and what you pay each month")
                            .hint("Loans, cards, catalogues, what you owe friends. Not a mortgage you pay on time")
                            .optional(),
                    yesNo("behind", "Are you behind with any payment?"),
                    text("behindWhat", "If so, with what, and what you have arranged")
                            .neededIf("behind", "yes"),
                    text("other", "Anything else about your money that the vetting unit should know")
                            .optional()),
            "Judgment or arrangement",
            List.of(
                    choice(
                            "what",
                            "What it is",
                            "CCJ",
                            "County court judgment",
                            "IVA",
                            "Individual voluntary arrangement (IVA)",
                            "DRO",
                            "Debt relief order (DRO)",
                            "BANKRUPTCY",
                            "Bankruptcy",
                            "PLAN",
                            "Debt management plan",
                            "DEFAULT",
                            "Default",
                            "OTHER",
                            "Something else of the kind"),
                    day("from", "Date"),
                    day("to", "Paid or discharged on")
                            .hint("Leave it empty while it lasts")
                            .optional(),
                    text("about", "Amount, to whom, and how it stands"))),
    WORK(
            "work",
            "Work and business interests",
            "Work you do beside the role has to be compatible with it.",
            List.of(
                    line("occupation", "Occupation").hint("Or what you do instead of one"),
                    text("employer", "Employer, with address and since when").optional(),
                    yesNo("forces", "Have you served in the armed forces?"),
                    text("service", "If so, which, from when to when, and your service number")
                            .neededIf("forces", "yes")),
            "Business interest",
            List.of(
                    line("what", "What it is").hint("A second job, a company, a licence, property you let"),
                    text("about", "Your part in it, and what it earns"),
                    day("from", "Since").optional())),
    POLICE(
            "police",
            "Police matters",
            null,
            List.of(),
            "Matter",
            List.of(
                    choice(
                            "what",
                            "What it was",
                            "CONVICTION",
                            "Conviction",
                            "CAUTION",
                            "Caution, reprimand or warning",
                            "ARREST",
                            "Arrest or interview under caution",
                            "PENALTY",
                            "Fixed penalty or community resolution",
                            "MOTORING",
                            "Motoring offence",
                            "CIVIL",
                            "Order of a civil court",
                            "OTHER",
                            "Other contact with the police"),
                    day("on", "Date"),
                    line("force", "Police force or court"),
                    text("about", "What happened, and what came of it"))),
    INVESTIGATION(
            "investigation",
            "Under investigation now",
            "An application stops while somebody is under investigation or on bail. It can be made again when the matter is over"
                    + " (vetting rule 19).",
            List.of(
                    yesNo("live", "Are you under investigation, on bail, or waiting for a court?"),
                    text("about", "If so, for what, and by whom").neededIf("live", "yes")),
            null,
            List.of()),
    ASSOCIATIONS(
            "associations",
            "Associations",
            "People you are in touch with who have been convicted or take part in crime, and organisations whose aims go against"
                    + " treating people equally. Whom you meet through your work alone need not be named.",
            List.of(),
            "Association",
            List.of(
                    line("who", "Person or organisation"),
                    text("about", "Your link with them, since when, and how often"))),
    ONLINE(
            "online",
            "Online profiles",
            "Every profile you use or have used, under whatever name. Passwords are never asked for.",
            List.of(),
            "Profile",
            List.of(line("site", "Site or app"), line("name", "Name you use there"))),
    HUNTERS(
            "groups",
            "Groups that expose people",
            "Some groups look for people who seek to abuse children and confront them in public, often called hunter groups. Who"
                    + " takes part in one cannot work on the same cases for the police.",
            List.of(
                    yesNo("link", "Do you have, or have you had, a link with such a group?"),
                    text("about", "If so, with which, in what part, and from when to when")
                            .neededIf("link", "yes")),
            null,
            List.of()),
    EARLIER(
            "earlier-vetting",
            "Earlier vetting",
            "Every vetting or security clearance you have applied for, anywhere and whatever came of it.",
            List.of(),
            "Earlier vetting",
            List.of(
                    line("body", "Police force or other body"),
                    line("level", "Level, if you know it").optional(),
                    day("on", "When you applied").hint("About will do"),
                    choice(
                            "outcome",
                            "What came of it",
                            "GRANTED",
                            "Granted",
                            "REFUSED",
                            "Refused",
                            "WITHDRAWN",
                            "Withdrawn by me or by them",
                            "RUNNING",
                            "Not decided yet",
                            "UNKNOWN",
                            "I do not know"),
                    text("about", "What else you know of it").optional())),
    DECLARATIONS(
            "declarations",
            "What you agree to",
            "Without these nothing goes on.",
            List.of(
                    tick(
                            "checks",
                            "The vetting unit may make the checks that belong to my level, about me and the people named"),
                    tick("told", "I have told the people I have named, or have said why not"),
                    tick("changes", "I will tell the vetting unit at once when something of this changes"),
                    tick("honesty", "I know that leaving something out on purpose leads to a refusal")),
            null,
            List.of());

    private final String slug;
    private final String title;
    private final String intro;
    private final List<FormField> fields;
    private final String rowTitle;
    private final List<FormField> row;

    FormPart(String slug, String title, String intro, List<FormField> fields, String rowTitle, List<FormField> row) {
        this.slug = slug;
        this.title = title;
        this.intro = intro;
        this.fields = fields;
        this.rowTitle = rowTitle;
        this.row = row;
    }

    static Optional<FormPart> at(String slug) {
        return Arrays.stream(values()).filter(p -> p.slug.equals(slug)).findFirst();
    }

    /** As written in addresses: {@code earlier-vetting}. */
    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** What to know before one begins. The two forms differ in the police matters they ask for (vetting rule 22). */
    public String intro(FormVariant variant) {
        if (this != POLICE) return intro;
        return variant == FormVariant.SPECIAL_CONSTABLE
                ? "Everything, however long ago and whatever your age then, in this country and abroad: spent and protected"
                        + " cautions and convictions as well. A special constable leaves nothing out (vetting rule 22)."
                : "Whatever your age then, in this country and abroad. Leave out protected cautions and convictions: they are not"
                        + " asked of volunteers without the office of constable (vetting rule 22).";
    }

    /** Asked once. */
    List<FormField> fields() {
        return fields;
    }

    /** What one row is called: {@code Address}; null where the part has none. */
    public String rowTitle() {
        return rowTitle;
    }

    /** Asked in each row. */
    List<FormField> row() {
        return row;
    }

    boolean hasRows() {
        return rowTitle != null;
    }

    /** The tick that says there is nothing for a row; null where at least one is needed, or the part has none. */
    public String none(FormVariant variant) {
        return switch (this) {
            case NAMES -> "I have never used another name";
            case ABROAD -> "I have not been abroad for more than four weeks at a time";
            case FINANCE -> "I have never had a judgment or arrangement of this kind";
            case WORK -> "I have no business interests";
            case POLICE ->
                variant == FormVariant.SPECIAL_CONSTABLE
                        ? "I have never had any contact of this kind with the police"
                        : "I have nothing of this kind that is not protected";
            case ASSOCIATIONS -> "I have no associations of this kind";
            case ONLINE -> "I have never had an online profile";
            case EARLIER -> "I have never been vetted";
            default -> null;
        };
    }
}
