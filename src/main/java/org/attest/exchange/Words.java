package org.attest.exchange;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** The words forces use for what Attest has a list of. An unknown word is refused with the list, never guessed. */
final class Words {

    private static final Map<String, AppointmentType> APPOINTMENTS = new HashMap<>();
    private static final Map<String, Stage> STAGES = new HashMap<>();
    private static final Map<String, RightToRemain> RIGHTS = new HashMap<>();

    static {
        // "SC" means special constable only in this column; as a clearance it means security check and is never read
        put(
                APPOINTMENTS,
                AppointmentType.SPECIAL_CONSTABLE,
                "special constable, special, specials, sc, spc, special const,"
                        + " digital special constable, digital special, dsc, digital sc, special constabulary, sp con, s c");
        put(
                APPOINTMENTS,
                AppointmentType.DESIGNATED_VOLUNTEER,
                "designated volunteer, volunteer with powers, pcsv,"
                        + " community support volunteer, police community support volunteer, policing support volunteer with powers,"
                        + " designated police volunteer");
        put(
                APPOINTMENTS,
                AppointmentType.SUPPORT_VOLUNTEER,
                "support volunteer, police support volunteer, psv, volunteer,"
                        + " police volunteer, policing support volunteer, cyber volunteer, police cyber volunteer, pcv, support vol");

        put(STAGES, Stage.ENQUIRY, "enquiry, enquirer, enquired, interest, interested, expression of interest, lead");
        put(
                STAGES,
                Stage.APPLIED,
                "applied, application, applicant, application received, new application, applying, application submitted");
        put(
                STAGES,
                Stage.INTERVIEW,
                "interview, interviewing, interviewed, assessment, at interview, assessment centre, interview stage");
        put(
                STAGES,
                Stage.VETTING,
                "vetting, in vetting, vetting in progress, awaiting vetting, at vetting, vetting stage");
        put(STAGES, Stage.TRAINING, "training, in training, trainee, student, initial training, training stage");
        put(STAGES, Stage.ATTESTATION, "attestation, awaiting attestation, ready for attestation, to be attested");
        put(STAGES, Stage.SERVICE, "service, in service, serving, active, operational, current, in post, live");
        put(STAGES, Stage.LEFT, "left, leaver, resigned, retired, ended, former, inactive, left the force");

        put(
                RIGHTS,
                RightToRemain.UK_OR_EEA_NATIONAL,
                "uk or eea national, uk, british, british citizen, uk national,"
                        + " uk citizen, gb, united kingdom, irish, ireland, eea, eea national, eu, eu national, british national");
        put(
                RIGHTS,
                RightToRemain.INDEFINITE_LEAVE,
                "indefinite leave, indefinite leave to remain, ilr,"
                        + " indefinite leave to enter, settled, settled status, permanent residence");
        put(
                RIGHTS,
                RightToRemain.LIMITED_LEAVE,
                "limited leave, limited leave to remain, pre settled, pre settled status,"
                        + " visa, work visa, student visa, skilled worker visa, temporary leave");
    }

    private Words() {}

    static AppointmentType appointment(String typed) {
        var folded = Mapping.folded(typed);
        if (folded.contains("clear") || folded.contains("security") || folded.contains("vetting")) {
            throw unknown(
                    "this reads like a clearance, not an appointment (“SC” is a special constable here, never a security check)",
                    "Write Special constable, Designated volunteer or Support volunteer");
        }
        return Optional.ofNullable(APPOINTMENTS.get(folded))
                .orElseThrow(() -> unknown(
                        "this is not an appointment Attest knows",
                        "Write Special constable, Designated volunteer or Support volunteer"));
    }

    static Stage stage(String typed) {
        return Optional.ofNullable(STAGES.get(Mapping.folded(typed)))
                .orElseThrow(() -> unknown(
                        "this is not a stage Attest knows",
                        "Write Enquiry, Applied, Interview, Vetting, Training, Attestation or Service"));
    }

    static RightToRemain right(String typed) {
        return Optional.ofNullable(RIGHTS.get(Mapping.folded(typed)))
                .orElseThrow(() -> unknown(
                        "this is not a right to remain Attest knows",
                        "Write UK or EEA national, Indefinite leave or Limited leave"));
    }

    static String of(AppointmentType type) {
        return switch (type) {
            case SPECIAL_CONSTABLE -> "Special constable";
            case DESIGNATED_VOLUNTEER -> "Designated volunteer";
            case SUPPORT_VOLUNTEER -> "Support volunteer";
        };
    }

    static String of(Stage stage) {
        return stage == Stage.SERVICE
                ? "In service"
                : stage.name().charAt(0) + stage.slug().substring(1);
    }

    static String of(RightToRemain right) {
        return switch (right) {
            case UK_OR_EEA_NATIONAL -> "UK or EEA national";
            case INDEFINITE_LEAVE -> "Indefinite leave";
            case LIMITED_LEAVE -> "Limited leave";
        };
    }

    /** A value that was read from a cell, for a page. */
    static String inWords(Object value) {
        if (value instanceof LocalDate day) return Formats.inWords(day);
        if (value instanceof AppointmentType type) return of(type);
        if (value instanceof Stage stage) return of(stage);
        if (value instanceof RightToRemain right) return of(right);
        if (value instanceof Cohort cohort) return cohort.name;
        return Visible.of(value.toString());
    }

    private static <T> void put(Map<String, T> words, T meaning, String all) {
        for (var word : all.split(",\\s*")) words.put(word, meaning);
    }

    private static Refused unknown(String reason, String mend) {
        return new Refused(reason + ". " + mend, "");
    }
}
