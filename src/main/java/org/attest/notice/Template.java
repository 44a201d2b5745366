package org.attest.notice;

import static org.attest.notice.Field.APPEAL;
import static org.attest.notice.Field.APPLICANT;
import static org.attest.notice.Field.CONTACT;
import static org.attest.notice.Field.COUNT;
import static org.attest.notice.Field.DAY;
import static org.attest.notice.Field.LINK;
import static org.attest.notice.Field.MATTER;
import static org.attest.notice.Field.OUTCOME;
import static org.attest.notice.Field.PLACE;
import static org.attest.notice.Field.REASON;
import static org.attest.notice.Field.REFERENCE;
import static org.attest.notice.Field.TIME;
import static org.attest.notice.Field.UNTIL;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The letters and messages of the house, with their national words. A force may word each its own way. An e-mail never says
 * what it is about: it says that something waits in Attest, and where. Only a letter, handed over as PDF, carries reasons.
 */
public enum Template {
    ACCOUNT_INVITATION(Kind.EMAIL, "Invitation to sign in", "Your account in Attest", """
            Dear {name}

            An account in Attest is ready for you. Open this link to choose your password:

            {link}

            The link works once, until {until}. If you expected no account, you can ignore this message.
            """, LINK, UNTIL),
    PASSWORD_LINK(Kind.EMAIL, "Link for a new password", "Your password in Attest", """
            Dear {name}

            Somebody asked for a new password for your account in Attest. If it was you, open this link:

            {link}

            The link works once, until {until}. If it was not you, ignore this message: your password stays as it is.
            """, LINK, UNTIL),
    SIGN_IN_ADDRESS(Kind.EMAIL, "Another address to sign in with", "Your address in Attest", """
            Dear {name}

            {force} has approved this address for your record. Open this link to sign in to Attest with it from now on:

            {link}

            The link works once, until {until}. If you asked for no other address, ignore this message: nothing changes.
            """, LINK, UNTIL),
    DIGEST(Kind.EMAIL, "What is new, once a day", "There is something new for you in Attest", """
            Dear {name}

            There is something new for you in Attest: {count}.

            {link}

            You choose there how often Attest writes to you.
            """, COUNT, LINK),
    URGENT(Kind.EMAIL, "Something urgent", "Something in Attest needs you today", """
            Dear {name}

            Something in Attest needs you today.

            {link}
            """, LINK),
    NEWS(Kind.EMAIL, "Something new", "There is something new for you in Attest", """
            Dear {name}

            There is something new for you in Attest. Sign in to read it:

            {link}

            {force}
            """, LINK),
    NEWS_FROM_FORCE(
            Kind.EMAIL, "Something new, to somebody without an account", "{force} has news for you", """
            Dear {name}

            {force} has news for you. You have no account in Attest yet to read it with, so call or write to:

            {contact}

            If you have applied, ask there for the link with which your own account begins.
            """, CONTACT),
    APPLICATION_STARTED(Kind.EMAIL, "Come back to an application", "Your application to {force}", """
            Dear {name}

            You can go on with your application to {force} whenever you like:

            {link}

            The link works until {until}. Keep it to yourself: whoever has it can open your application.
            """, LINK, UNTIL),
    APPLICATION_GOES_ON(Kind.EMAIL, "Go on with an application", "Your application to {force}", """
            Dear {name}

            You have an account already. Sign in to go on with your application to {force}, or to see where it stands:

            {link}

            If you did not ask for this message, ignore it.
            """, LINK),
    APPLICATION_RECEIVED(Kind.EMAIL, "Application received", "{force} has your application", """
            Dear {name}

            {force} has received your application. Sign in to see where it stands, who acts next and how long that usually takes:

            {link}
            """, LINK),
    REFERENCE_REQUEST(Kind.EMAIL, "Reference asked for", "A reference for {applicant}", """
            Dear {name}

            {applicant} has named you as somebody who can speak for them. {force} asks you for a reference. It takes some ten minutes:

            {link}

            The link works until {until}. If you do not know {applicant}, say so there.
            """, APPLICANT, LINK, UNTIL),
    REFERENCE_CHASER(
            Kind.EMAIL,
            "Reference asked for again",
            "Reminder: a reference for {applicant}",
            """
            Dear {name}

            We asked you for a reference for {applicant} and have not heard from you yet:

            {link}

            The link works until {until}.

            {force}
            """,
            APPLICANT,
            LINK,
            UNTIL),
    INFORMATION_ASKED(Kind.EMAIL, "Something is missing", "{force} needs something from you", """
            Dear {name}

            {force} needs something from you to go on. You have no account in Attest yet, so call or write to:

            {contact}

            They say what it is and until when, and take it from you. If you have applied, ask there for the link with which your own account begins.
            """, CONTACT),
    APPOINTMENT_OFFERED(Kind.EMAIL, "Book an appointment", "Choose a time with {force}", """
            Dear {name}

            {force} would like to see you. You have no account in Attest yet, so call or write to:

            {contact}

            They find a time with you that suits you. If you have applied, ask there for the link with which your own account begins.
            """, CONTACT),
    APPOINTMENT_BOOKED(
            Kind.EMAIL, "Appointment booked or changed", "Your appointment with {force}", """
            Dear {name}

            Your appointment with {force} is on {day} at {time}. You have no account in Attest yet: where it is, and whether it can be changed, you learn from:

            {contact}

            If you have applied, ask there for the link with which your own account begins.
            """, DAY, TIME, CONTACT),
    COHORT_NEWS(Kind.EMAIL, "Message to a cohort", "A message from {force}", """
            Dear {name}

            There is a message for you and the others of your cohort. You have no account in Attest yet to read it with, so call or write to:

            {contact}

            If you have applied, ask there for the link with which your own account begins.

            {force}
            """, CONTACT),
    LETTER_INVITATION(
            Kind.LETTER, "Letter: invitation", "Invitation to {matter}", """
            Dear {name}

            Thank you for your interest in serving with {force}. We invite you to {matter}, on {day} at {time}, at {place}.

            Bring a passport or another document with your picture. If the day does not suit you, tell us as soon as you can.

            Quote {reference} when you write to us.
            """, MATTER, DAY, TIME, PLACE, REFERENCE),
    LETTER_OUTCOME(Kind.LETTER, "Letter: outcome", "Your application to {force}", """
            Dear {name}

            We have decided on your application. {outcome}

            Sign in to Attest to see what happens next. Quote {reference} when you write to us.
            """, OUTCOME, REFERENCE),
    LETTER_REFUSAL(Kind.LETTER, "Letter: refusal", "Your application to {force}", """
            Dear {name}

            Thank you for applying to {force}. We have decided not to take your application further.

            {reason}

            {appeal}

            Quote {reference} when you write to us.
            """, REASON, APPEAL, REFERENCE);

    /** An e-mail leaves through the outbox; a letter is handed over as PDF. */
    public enum Kind {
        EMAIL("Email"),
        LETTER("Letter");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Kind kind;
    private final String words;
    private final Words national;
    private final List<Field> fields;

    Template(Kind kind, String words, String subject, String body, Field... fields) {
        this.kind = kind;
        this.words = words;
        this.national = new Words(subject, body.strip());
        this.fields = List.of(fields);
    }

    /** The template at this address. */
    public static Optional<Template> bySlug(String slug) {
        return Arrays.stream(values()).filter(t -> t.slug().equals(slug)).findFirst();
    }

    public Kind kind() {
        return kind;
    }

    /** What it is called: {@code Reference asked for}. */
    public String words() {
        return words;
    }

    /** In addresses: {@code reference-request}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words it has where a force has none of its own. */
    public Words national() {
        return national;
    }

    /** Fields that it must have, beside those every template can have. */
    public List<Field> required() {
        return fields;
    }

    /** Refuses, by name, a value that is missing for a field of its own and one for which it has no field. */
    void refuseUnlessFilledBy(Set<String> given) {
        var own = fields.stream().map(Field::key).toList();
        for (var field : own)
            if (!given.contains(field)) throw new IllegalArgumentException(this + " needs the field " + field);
        for (var field : given)
            if (!own.contains(field)) throw new IllegalArgumentException(this + " has no field " + field);
    }

    /** Every field that may stand in it. */
    public List<Field> allowed() {
        return Stream.concat(
                        Arrays.stream(Field.values()).filter(Field::isAlways).filter(f -> !fields.contains(f)),
                        fields.stream())
                .collect(Collectors.toList());
    }
}
