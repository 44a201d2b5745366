package org.attest.exchange;

import java.util.List;
import org.attest.volunteer.Details;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.FileWords;

/** The columns of who a person is and how they came to the force: what every file can say. Rooms add their own. */
final class Field {

    static final FileColumn REFERENCE = FileColumn.text("REFERENCE", "Attest reference", 40)
            .hint("As Attest shows it; finds the person before anything else")
            .called("attest ref, attest id, attest no");

    static final FileColumn FORCE_NUMBER = FileColumn.text("FORCE_NUMBER", "Force number", Details.LONGEST_FORCE_NUMBER)
            .hint("Collar or staff number, kept with its leading zeros. Tells people of the same name apart")
            .called("force number, collar number, collar no, collar, warrant number, warrant no, staff number, staff"
                    + " no, staff id, payroll number, payroll no, employee number, employee no, employee id,"
                    + " shoulder number, shoulder no, epaulette number, pin, force no, force id, officer number,"
                    + " badge number, volunteer number, volunteer no, volunteer id, id number, reference number");

    static final FileColumn FULL_NAME = FileColumn.text("FULL_NAME", "Full name", Details.LONGEST_NAME)
            .hint("The whole name in one column")
            .called("full name, name, fullname, volunteer name, applicant name, officer name, candidate name, person,"
                    + " volunteer, applicant, candidate, display name");

    static final FileColumn FIRST_NAME = FileColumn.text("FIRST_NAME", "First names", Details.LONGEST_NAME)
            .hint("Joined with the last name")
            .called("first name, first names, forename, forenames, given name, given names, christian name, firstname");

    static final FileColumn MIDDLE_NAMES = FileColumn.text("MIDDLE_NAMES", "Middle names", Details.LONGEST_NAME)
            .hint("Joined between first and last")
            .called("middle name, middle names, other names, second name");

    static final FileColumn LAST_NAME = FileColumn.text("LAST_NAME", "Last name", Details.LONGEST_NAME)
            .hint("Joined with the first names")
            .called("last name, surname, family name, lastname, second surname");

    static final FileColumn KNOWN_AS = FileColumn.text("KNOWN_AS", "Known as", Details.LONGEST_KNOWN_AS)
            .hint("What to call the person, if not by the full name")
            .called("known as, preferred name, knownas, called, nickname, preferred first name");

    static final FileColumn BIRTH_DATE = FileColumn.day("BIRTH_DATE", "Birth date")
            .hint("Day first")
            .called("birth date, date of birth, dob, birthdate, born, birthday, d o b, date birth")
            .settles("age", "appointed");

    static final FileColumn EMAIL = FileColumn.text("EMAIL", "Email address", Details.LONGEST_EMAIL, Details::email)
            .hint("Finds people Attest has already")
            .called("email, e mail, email address, e mail address, mail, personal email, contact email, home email,"
                    + " email 1, primary email, work email");

    static final FileColumn PHONE = FileColumn.text("PHONE", "Telephone", Details.LONGEST_PHONE)
            .hint("Kept with its leading zeros")
            .called("phone, telephone, tel, mobile, phone number, telephone number, tel no, telephone no, mobile"
                    + " number, mobile no, contact number, contact no, mobile phone, cell, tel number, phone no");

    static final FileColumn EMERGENCY_NAME = FileColumn.text(
                    "EMERGENCY_NAME", "Emergency contact: name", Details.LONGEST_NAME)
            .called("emergency contact, emergency contact name, next of kin, nok, next of kin name, nok name, ice, ice"
                    + " name, emergency name");

    static final FileColumn EMERGENCY_PHONE = FileColumn.text(
                    "EMERGENCY_PHONE", "Emergency contact: telephone", Details.LONGEST_PHONE)
            .called("emergency contact number, emergency contact phone, emergency contact telephone, emergency phone,"
                    + " emergency number, emergency telephone, next of kin phone, next of kin number, next of kin"
                    + " telephone, nok phone, nok number, nok tel, ice number, ice phone, emergency contact no,"
                    + " emergency tel");

    static final FileColumn APPOINTMENT_TYPE = FileColumn.of("APPOINTMENT_TYPE", "Appointment", Words.APPOINTMENTS)
            .hint("Special constable, designated volunteer or support volunteer")
            .called("appointment type, appointment, role type, volunteer type, type, type of volunteer, capacity,"
                    + " role, category");

    static final FileColumn STAGE = FileColumn.of("STAGE", "Stage", Words.STAGES)
            .hint("Where a new person stands. Nobody is moved by a file")
            .called("stage, status, pipeline stage, recruitment stage, current stage, progress, application status,"
                    + " application stage");

    static final FileColumn STAGE_SINCE = FileColumn.day("STAGE_SINCE", "In that stage since")
            .called("stage since, in stage since, since, stage date, status date, date of stage, stage started, status"
                    + " since");

    static final FileColumn APPLIED_ON = FileColumn.day("APPLIED_ON", "Applied on")
            .called("applied on, date applied, application date, date of application, applied, application received,"
                    + " app date")
            .settles("resident");

    static final FileColumn COHORT = FileColumn.text("COHORT", "Cohort", 200)
            .hint("By name; make the cohort first")
            .called("cohort, intake, course intake, class, cohort name, intake name, batch");

    static final FileColumn APPOINTED_ON = FileColumn.day("APPOINTED_ON", "Appointed on")
            .called("appointed on, appointment date, date of appointment, date appointed, appointed, start date,"
                    + " joined, date joined, joining date, joined on, date of joining")
            .settles("appointed")
            .ofService();

    static final FileColumn ATTESTED_ON = FileColumn.day("ATTESTED_ON", "Attested on")
            .called("attested on, attestation date, date of attestation, date attested, attested, attestation, sworn"
                    + " in, sworn in on, swearing in date")
            .settles("attested")
            .ofService();

    static final FileColumn MAGISTRATE = FileColumn.text("MAGISTRATE", "Attested before", 200)
            .hint("The magistrate")
            .called("magistrate, attested before, attested by, justice of the peace, jp")
            .ofService();

    static final FileColumn ATTESTED_AT = FileColumn.text("ATTESTED_AT", "Attested at", 200)
            .hint("The place")
            .called("attested at, place of attestation, attestation place, court, attestation court")
            .ofService();

    static final FileColumn RIGHT_TO_REMAIN = FileColumn.of("RIGHT_TO_REMAIN", "Right to remain", Words.RIGHTS)
            .hint("UK or EEA national, indefinite leave or limited leave")
            .called("right to remain, nationality status, immigration status, right to reside, leave to remain,"
                    + " residence status, right to work")
            .settles("remain");

    static final FileColumn RESIDENT_SINCE = FileColumn.day("RESIDENT_SINCE", "Resident in the UK since")
            .hint("Unbroken; service abroad for the Crown counts")
            .called("resident since, uk resident since, resident in the uk since, resident in uk since, in the uk"
                    + " since, uk residence since, residency since, lived in uk since")
            .settles("resident");

    static final FileColumn LONG_ABROAD = FileColumn.of(
                    "LONG_ABROAD", "More than 12 months in one foreign country", FileWords.YES_OR_NO)
            .hint("Vetting rule 14")
            .called("long stay abroad, lived abroad, time abroad, abroad")
            .settles("conduct-abroad");

    static final FileColumn GOOD_CONDUCT = FileColumn.of(
                    "GOOD_CONDUCT", "Certificate of good conduct seen", FileWords.YES_OR_NO)
            .hint("Only after a long stay abroad")
            .called("good conduct certificate, certificate of good conduct, good conduct");

    static final FileColumn OCCUPATION = FileColumn.text("OCCUPATION", "Occupation", 200)
            .hint("As the person calls it")
            .called("occupation, job, day job, employment, profession, job title, current occupation, employer")
            .settles("occupation");

    static final FileColumn OCCUPATION_FINDING = FileColumn.of(
                    "OCCUPATION_FINDING", "Does the occupation allow it", Words.FINDINGS)
            .hint("What the force found about the occupation")
            .called("occupation finding, occupation allowed, occupation check, business interest, business interest"
                    + " decision")
            .settles("occupation");

    private static final List<FileColumn> ALL = List.of(
            REFERENCE,
            FORCE_NUMBER,
            FULL_NAME,
            FIRST_NAME,
            MIDDLE_NAMES,
            LAST_NAME,
            KNOWN_AS,
            BIRTH_DATE,
            EMAIL,
            PHONE,
            EMERGENCY_NAME,
            EMERGENCY_PHONE,
            APPOINTMENT_TYPE,
            STAGE,
            STAGE_SINCE,
            APPLIED_ON,
            COHORT,
            APPOINTED_ON,
            ATTESTED_ON,
            MAGISTRATE,
            ATTESTED_AT,
            RIGHT_TO_REMAIN,
            RESIDENT_SINCE,
            LONG_ABROAD,
            GOOD_CONDUCT,
            OCCUPATION,
            OCCUPATION_FINDING);

    private Field() {}

    /** All of them, in the order of the page. */
    static List<FileColumn> values() {
        return ALL;
    }

    /** Whether it holds a name or a part of one. */
    static boolean isName(FileColumn column) {
        return column == FULL_NAME || column == FIRST_NAME || column == MIDDLE_NAMES || column == LAST_NAME;
    }
}
