package org.attest.exchange;

import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.FileWords;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.web.Refused;

/** The words forces use for the lists of ours. */
final class Words {

    /** “SC” means special constable only in this column; as a clearance it means security check and is never read. */
    static final FileWords<AppointmentType> APPOINTMENTS =
            new FileWords<AppointmentType>("an appointment Attest knows") {
                @Override
                public AppointmentType of(String typed) {
                    var folded = FileColumn.folded(typed);
                    if (folded.contains("clear") || folded.contains("security") || folded.contains("vetting")) {
                        throw new Refused(
                                "this reads like a clearance, not an appointment (“SC” is a special constable here,"
                                        + " never a security check). Write Special constable, Designated volunteer or"
                                        + " Support volunteer",
                                "");
                    }
                    return super.of(typed);
                }
            }.with(
                            AppointmentType.SPECIAL_CONSTABLE,
                            "Special constable",
                            "special constable, special, specials, sc, spc, special const, digital special constable,"
                                    + " digital special, dsc, digital sc, special constabulary, sp con, s c")
                    .with(
                            AppointmentType.DESIGNATED_VOLUNTEER,
                            "Designated volunteer",
                            "designated volunteer, volunteer with powers, pcsv, community support volunteer, police"
                                    + " community support volunteer, policing support volunteer with powers, designated"
                                    + " police volunteer")
                    .with(
                            AppointmentType.SUPPORT_VOLUNTEER,
                            "Support volunteer",
                            "support volunteer, police support volunteer, psv, volunteer, police volunteer, policing"
                                    + " support volunteer, cyber volunteer, police cyber volunteer, pcv, support vol");

    static final FileWords<Stage> STAGES = new FileWords<Stage>("a stage Attest knows")
            .with(
                    Stage.ENQUIRY,
                    "Enquiry",
                    "enquiry, enquirer, enquired, interest, interested, expression of interest, lead")
            .with(
                    Stage.APPLIED,
                    "Applied",
                    "applied, application, applicant, application received, new application, applying, application"
                            + " submitted")
            .with(
                    Stage.INTERVIEW,
                    "Interview",
                    "interview, interviewing, interviewed, assessment, at interview, assessment centre, interview"
                            + " stage")
            .with(
                    Stage.VETTING,
                    "Vetting",
                    "vetting, in vetting, vetting in progress, awaiting vetting, at vetting, vetting stage")
            .with(
                    Stage.TRAINING,
                    "Training",
                    "training, in training, trainee, student, initial training, training stage")
            .with(
                    Stage.ATTESTATION,
                    "Attestation",
                    "attestation, awaiting attestation, ready for attestation, to be attested")
            .with(
                    Stage.SERVICE,
                    "In service",
                    "service, in service, serving, active, operational, current, in post, live")
            .unlisted(Stage.LEFT, "Left", "left, leaver, resigned, retired, ended, former, inactive, left the force");

    static final FileWords<RightToRemain> RIGHTS = new FileWords<RightToRemain>("a right to remain Attest knows")
            .with(
                    RightToRemain.UK_OR_EEA_NATIONAL,
                    "UK or EEA national",
                    "uk or eea national, uk, british, british citizen, uk national, uk citizen, gb, united kingdom,"
                            + " irish, ireland, eea, eea national, eu, eu national, british national")
            .with(
                    RightToRemain.INDEFINITE_LEAVE,
                    "Indefinite leave",
                    "indefinite leave, indefinite leave to remain, ilr,"
                            + " indefinite leave to enter, settled, settled status, permanent residence")
            .with(
                    RightToRemain.LIMITED_LEAVE,
                    "Limited leave",
                    "limited leave, limited leave to remain, pre settled, pre settled status,"
                            + " visa, work visa, student visa, skilled worker visa, temporary leave");

    static final FileWords<OccupationFinding> FINDINGS = new FileWords<OccupationFinding>("a finding Attest knows")
            .with(
                    OccupationFinding.NO_CONFLICT,
                    "No conflict",
                    "none, no, ok, clear, allowed, yes, no conflict of interest")
            .with(
                    OccupationFinding.PERMISSION_NEEDED,
                    "Permission needed",
                    "needs permission, pending, awaiting permission")
            .with(
                    OccupationFinding.PERMISSION_GIVEN,
                    "Permission given",
                    "permission, permitted, approved, authorised, permission granted")
            .with(OccupationFinding.BARRED, "Barred", "not allowed, conflict, refused, prohibited");

    private Words() {}

    static String of(AppointmentType type) {
        return APPOINTMENTS.inWords(type);
    }

    static String of(Stage stage) {
        return STAGES.inWords(stage);
    }

    /** A value that was read from a cell, for a page. */
    static String inWords(FileColumn column, Object value) {
        if (value instanceof Cohort cohort) return cohort.name;
        return Visible.of(column.inWords(value));
    }
}
