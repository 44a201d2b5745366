package org.attest.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.attest.volunteer.Details;

/** What a column of a file can be for Attest, with the headings by which forces call it. */
enum Field {
    FORCE_NUMBER(
            "Force number",
            "Collar or staff number, kept with its leading zeros. Tells people of the same name apart",
            "force number, collar number, collar no, collar, warrant number, warrant no, staff number, staff no, staff id,"
                    + " payroll number, payroll no, employee number, employee no, employee id, shoulder number, shoulder no,"
                    + " epaulette number, pin, force no, force id, officer number, badge number, volunteer number,"
                    + " volunteer no, volunteer id, id number, reference number"),
    FULL_NAME(
            "Full name",
            "The whole name in one column",
            "full name, name, fullname, volunteer name, applicant name, officer name, candidate name, person, volunteer,"
                    + " applicant, candidate, display name"),
    FIRST_NAME(
            "First names",
            "Joined with the last name",
            "first name, first names, forename, forenames, given name, given names, christian name, firstname"),
    MIDDLE_NAMES(
            "Middle names", "Joined between first and last", "middle name, middle names, other names, second name"),
    LAST_NAME("Last name", "Joined with the first names", "last name, surname, family name, lastname, second surname"),
    KNOWN_AS(
            "Known as",
            "What to call the person, if not by the full name",
            "known as, preferred name, knownas, called, nickname, preferred first name"),
    BIRTH_DATE(
            "Birth date", "Day first", "birth date, date of birth, dob, birthdate, born, birthday, d o b, date birth"),
    EMAIL(
            "Email address",
            "Finds people Attest has already",
            "email, e mail, email address, e mail address, mail, personal email, contact email, home email, email 1,"
                    + " primary email, work email"),
    PHONE(
            "Telephone",
            "Kept with its leading zeros",
            "phone, telephone, tel, mobile, phone number, telephone number, tel no, telephone no, mobile number, mobile no,"
                    + " contact number, contact no, mobile phone, cell, tel number, phone no"),
    EMERGENCY_NAME(
            "Emergency contact: name",
            "",
            "emergency contact, emergency contact name, next of kin, nok, next of kin name, nok name, ice, ice name,"
                    + " emergency name"),
    EMERGENCY_PHONE(
            "Emergency contact: telephone",
            "",
            "emergency contact number, emergency contact phone, emergency contact telephone, emergency phone, emergency"
                    + " number, emergency telephone, next of kin phone, next of kin number, next of kin telephone, nok"
                    + " phone, nok number, nok tel, ice number, ice phone, emergency contact no, emergency tel"),
    APPOINTMENT_TYPE(
            "Appointment",
            "Special constable, designated volunteer or support volunteer",
            "appointment type, appointment, role type, volunteer type, type, type of volunteer, capacity, role, category"),
    STAGE(
            "Stage",
            "Where a new person stands. Nobody is moved by a file",
            "stage, status, pipeline stage, recruitment stage, current stage, progress, application status,"
                    + " application stage"),
    STAGE_SINCE(
            "In that stage since",
            "",
            "stage since, in stage since, since, stage date, status date, date of stage, stage started, status since"),
    APPLIED_ON(
            "Applied on",
            "",
            "applied on, date applied, application date, date of application, applied, application received, app date"),
    COHORT(
            "Cohort",
            "By name; make the cohort first",
            "cohort, intake, course intake, class, cohort name, intake name, batch"),
    APPOINTED_ON(
            "Appointed on",
            "",
            "appointed on, appointment date, date of appointment, date appointed, appointed, start date, joined, date joined,"
                    + " joining date, joined on, date of joining"),
    ATTESTED_ON(
            "Attested on",
            "",
            "attested on, attestation date, date of attestation, date attested, attested, attestation, sworn in,"
                    + " sworn in on, swearing in date"),
    MAGISTRATE(
            "Attested before", "The magistrate", "magistrate, attested before, attested by, justice of the peace, jp"),
    ATTESTED_AT(
            "Attested at",
            "The place",
            "attested at, place of attestation, attestation place, court, attestation court"),
    RIGHT_TO_REMAIN(
            "Right to remain",
            "UK or EEA national, indefinite leave or limited leave",
            "right to remain, nationality status, immigration status, right to reside, leave to remain, residence status,"
                    + " right to work"),
    RESIDENT_SINCE(
            "Resident in the UK since",
            "",
            "resident since, uk resident since, resident in the uk since, resident in uk since, in the uk since,"
                    + " uk residence since, residency since, lived in uk since"),
    OCCUPATION(
            "Occupation",
            "",
            "occupation, job, day job, employment, profession, job title, current occupation, employer");

    private final String label;
    private final String hint;
    private final List<String> headings;

    Field(String label, String hint, String headings) {
        this.label = label;
        this.hint = hint;
        this.headings = Stream.concat(Stream.of(Mapping.folded(label)), Stream.of(headings.split(",\\s*")))
                .distinct()
                .toList();
    }

    String label() {
        return label;
    }

    String hint() {
        return hint;
    }

    /** Headings that mean this, folded, the surest first. */
    List<String> headings() {
        return headings;
    }

    boolean isName() {
        return this == FULL_NAME || this == FIRST_NAME || this == MIDDLE_NAMES || this == LAST_NAME;
    }

    boolean isDay() {
        return switch (this) {
            case BIRTH_DATE, STAGE_SINCE, APPLIED_ON, APPOINTED_ON, ATTESTED_ON, RESIDENT_SINCE -> true;
            default -> false;
        };
    }

    /** Most characters; 0 where the value is a day or a word from a list. */
    int longest() {
        return switch (this) {
            case FORCE_NUMBER -> Details.LONGEST_FORCE_NUMBER;
            case FULL_NAME, FIRST_NAME, MIDDLE_NAMES, LAST_NAME, EMERGENCY_NAME -> Details.LONGEST_NAME;
            case KNOWN_AS -> Details.LONGEST_KNOWN_AS;
            case EMAIL -> Details.LONGEST_EMAIL;
            case PHONE, EMERGENCY_PHONE -> Details.LONGEST_PHONE;
            case MAGISTRATE, ATTESTED_AT, OCCUPATION -> 200;
            default -> 0;
        };
    }
}
