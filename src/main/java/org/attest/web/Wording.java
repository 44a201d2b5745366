package org.attest.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words that stand on several pages: statuses, verdicts, kinds. A Welsh edition is a file of the same messages.
 *
 * <p>One pattern. The web package knows no room's types, so a message about an enumeration takes the constant's
 * <em>name</em>: a template writes {@code {wording:stage(person.stage.name)}}, Java writes {@code
 * wording.stage(stage.name())} on the injected bundle, and a list of choices is {@code Option.of(Stage.class, s ->
 * wording.stage(s.name()))}. A name without words reads as nothing; {@code WordingTest} asks for the words of every
 * constant, so add both when you add an enumeration.
 */
@MessageBundle("wording")
public interface Wording {

    /** {@code volunteer.Stage}. */
    @Message("""
            {#when name}\
            {#is 'ENQUIRY'}Enquiry\
            {#is 'APPLIED'}Applied\
            {#is 'INTERVIEW'}Interview\
            {#is 'VETTING'}Vetting\
            {#is 'TRAINING'}Training\
            {#is 'ATTESTATION'}Attestation\
            {#is 'SERVICE'}In service\
            {#is 'LEFT'}Left\
            {/when}""")
    String stage(String name);

    /** {@code volunteer.AppointmentType}. */
    @Message("""
            {#when name}\
            {#is 'SPECIAL_CONSTABLE'}Special constable\
            {#is 'DESIGNATED_VOLUNTEER'}Designated volunteer\
            {#is 'SUPPORT_VOLUNTEER'}Support volunteer\
            {/when}""")
    String appointmentType(String name);

    /** {@code volunteer.EquipmentKind}. */
    @Message("""
            {#when name}\
            {#is 'WARRANT_CARD'}Warrant card\
            {#is 'FORCE_LAPTOP'}Force laptop\
            {#is 'FORCE_ACCOUNT'}Force account\
            {/when}""")
    String equipmentKind(String name);

    /** {@code volunteer.HoldCause}, for those entitled to know it; everybody else reads {@link #notAvailable}. */
    @Message("""
            {#when name}\
            {#is 'CONDUCT'}Conduct\
            {#is 'ADMINISTRATION'}Administration\
            {#is 'LEAVE'}Leave\
            {#is 'WELFARE'}Welfare\
            {/when}""")
    String holdCause(String name);

    /** What those read who may not know a hold's cause: the same whatever it is. */
    @Message("Not available")
    String notAvailable();

    /** {@code volunteer.RightToRemain}. */
    @Message("""
            {#when name}\
            {#is 'UK_OR_EEA_NATIONAL'}National of the United Kingdom or the European Economic Area\
            {#is 'INDEFINITE_LEAVE'}Leave to enter or remain without limit, settled status included\
            {#is 'LIMITED_LEAVE'}Leave to remain for a limited time\
            {/when}""")
    String rightToRemain(String name);

    /** {@code volunteer.OccupationFinding}. */
    @Message("""
            {#when name}\
            {#is 'NO_CONFLICT'}No conflict\
            {#is 'PERMISSION_NEEDED'}Permission is needed\
            {#is 'PERMISSION_GIVEN'}Permission is given\
            {#is 'BARRED'}Barred\
            {/when}""")
    String occupationFinding(String name);

    /** {@code volunteer.LeavingReason}. */
    @Message("""
            {#when name}\
            {#is 'WITHDREW'}Withdrew the application\
            {#is 'NOT_ELIGIBLE'}Not eligible\
            {#is 'NOT_SELECTED'}Not selected\
            {#is 'NO_CLEARANCE'}No vetting clearance\
            {#is 'TRAINING_NOT_COMPLETED'}Did not complete training\
            {#is 'RESIGNED'}Resigned\
            {#is 'RETIRED'}Retired\
            {#is 'MOVED_FORCE'}Moved to another force\
            {#is 'APPOINTMENT_ENDED'}The force ended the appointment\
            {#is 'NO_CONTACT'}No longer answers\
            {#is 'DIED'}Died\
            {#is 'OTHER'}Another reason\
            {/when}""")
    String leavingReason(String name);

    /** {@code volunteer.ReopeningReason}. */
    @Message("""
            {#when name}\
            {#is 'APPLIES_AGAIN'}Applies again\
            {#is 'APPEAL_UPHELD'}An appeal was upheld\
            {#is 'CIRCUMSTANCES_CHANGED'}What stood in the way has changed\
            {#is 'LEFT_BY_MISTAKE'}The leaving was recorded by mistake\
            {/when}""")
    String reopeningReason(String name);

    /** {@code volunteer.PauseReason}. */
    @Message("""
            {#when name}\
            {#is 'ASKED_BY_APPLICANT'}The applicant asked for it\
            {#is 'WAITING_FOR_DOCUMENTS'}Waiting for documents from elsewhere\
            {#is 'WAITING_FOR_A_DATE'}Cannot go on before a day\
            {#is 'AWAY'}Away\
            {#is 'FORCE_NOT_READY'}The force is not ready\
            {#is 'OTHER'}Another reason\
            {/when}""")
    String pauseReason(String name);

    /** {@code volunteer.Waiver.State}. */
    @Message("""
            {#when name}\
            {#is 'ASKED'}Waits for a decision\
            {#is 'GRANTED'}Granted\
            {#is 'EXPIRED'}Expired\
            {#is 'DECLINED'}Declined\
            {#is 'REVOKED'}Revoked\
            {/when}""")
    String waiver(String name);
    /** {@code recruitment.meeting.MeetingKind}. */
    @Message("""
            {#when name}\
            {#is 'INTERVIEW'}Interview\
            {#is 'MEDICAL'}Medical\
            {#is 'FITNESS_TEST'}Fitness test\
            {#is 'FINGERPRINTS'}Fingerprints\
            {#is 'ATTESTATION_CEREMONY'}Attestation ceremony\
            {/when}""")
    String meetingKind(String name);

    /** {@code recruitment.meeting.MeetingOutcome}. */
    @Message("""
            {#when name}\
            {#is 'PASSED'}Passed\
            {#is 'NOT_PASSED'}Not passed\
            {#is 'ATTENDED'}Attended\
            {#is 'NOT_ATTENDED'}Did not attend\
            {/when}""")
    String meetingOutcome(String name);

    /** {@code volunteer.KeyField}. */
    @Message("""
            {#when name}\
            {#is 'FULL_NAME'}Full name\
            {#is 'BIRTH_DATE'}Birth date\
            {#is 'EMAIL'}Email address\
            {#is 'FORCE_NUMBER'}Force number\
            {/when}""")
    String keyField(String name);

    /** {@code volunteer.Criterion.State}, as the kind of its mark. */
    @Message("""
            {#when name}\
            {#is 'MET'}met\
            {#is 'WAIVED'}soon\
            {#is 'UNMET'}unmet\
            {#else}unknown\
            {/when}""")
    String markOfCriterion(String name);

    /** {@code vetting.ClearanceStanding}. */
    @Message("""
            {#when name}\
            {#is 'LIVE'}Valid\
            {#is 'EXPIRED'}Expired\
            {#is 'TERMINATED'}Ended\
            {/when}""")
    String clearance(String name);

    /** {@code volunteer.Criterion.State}. */
    @Message("""
            {#when name}\
            {#is 'MET'}Met\
            {#is 'WAIVED'}Waived\
            {#is 'UNMET'}Not met\
            {#is 'CANNOT_DECIDE'}Cannot be decided\
            {/when}""")
    String criterion(String name);

    /** {@code readiness.Answer}. */
    @Message("""
            {#when name}\
            {#is 'DEPLOYABLE'}Deployable\
            {#is 'WITH_LIMITS'}Deployable with limits\
            {#is 'NOT_DEPLOYABLE'}Not deployable\
            {#is 'CANNOT_DECIDE'}Cannot decide\
            {/when}""")
    String answer(String name);

    /** {@code readiness.Standing}. */
    @Message("""
            {#when name}\
            {#is 'UNMET'}Not met\
            {#is 'CANNOT_DECIDE'}Cannot be decided\
            {#is 'DUE_SOON'}Due soon\
            {#is 'MET'}Met\
            {/when}""")
    String standing(String name);

    /** Which mark goes with a {@code readiness.Answer} or {@code readiness.Standing}; no words, but decided once, here. */
    @Message("""
            {#when name}\
            {#is in 'DEPLOYABLE' 'MET'}met\
            {#is in 'WITH_LIMITS' 'DUE_SOON'}soon\
            {#is in 'NOT_DEPLOYABLE' 'UNMET'}unmet\
            {#is 'CANNOT_DECIDE'}unknown\
            {#else}closed\
            {/when}""")
    String markOf(String name);

    /** {@code recruitment.application.SkillArea}. */
    @Message("""
            {#when name}\
            {#is 'PROGRAMMING'}Programming\
            {#is 'DATA_ANALYSIS'}Data analysis\
            {#is 'NETWORKS'}Networks\
            {#is 'SECURITY'}Computer security\
            {#is 'FORENSICS'}Digital forensics\
            {#is 'OPEN_SOURCES'}Finding out from open sources\
            {#is 'MOBILE_DEVICES'}Telephones and other devices\
            {#is 'CLOUD'}Cloud\
            {#is 'CRYPTOCURRENCY'}Cryptocurrency\
            {#is 'ARTIFICIAL_INTELLIGENCE'}Artificial intelligence\
            {#is 'GAMING_AND_CHAT'}Gaming and chat platforms\
            {#is 'OTHER'}Another field\
            {/when}""")
    String skillArea(String name);

    /** {@code recruitment.application.SkillLevel}. */
    @Message("""
            {#when name}\
            {#is 'BASIC'}Basic\
            {#is 'WORKING'}Working\
            {#is 'ADVANCED'}Advanced\
            {#is 'EXPERT'}Expert\
            {/when}""")
    String skillLevel(String name);

    /** What a {@code recruitment.application.SkillLevel} means, so that everybody reads it alike. */
    @Message("""
            {#when name}\
            {#is 'BASIC'}knows the ideas, works with help\
            {#is 'WORKING'}does usual tasks alone\
            {#is 'ADVANCED'}solves what is new, helps others\
            {#is 'EXPERT'}leads or teaches it, others come to ask\
            {/when}""")
    String skillLevelMeaning(String name);

    /** {@code recruitment.application.KnownFor}. */
    @Message("""
            {#when name}\
            {#is 'UNDER_A_YEAR'}Less than a year\
            {#is 'ONE_TO_THREE'}One to three years\
            {#is 'OVER_THREE'}More than three years\
            {/when}""")
    String knownFor(String name);

    /** {@code recruitment.application.Opinion}. */
    @Message("""
            {#when name}\
            {#is 'YES'}Yes\
            {#is 'WITH_RESERVATIONS'}Yes, with reservations\
            {#is 'NO'}No\
            {#is 'CANNOT_SAY'}I cannot say\
            {/when}""")
    String opinion(String name);

    /** {@code volunteer.PaperPurpose}. */
    @Message("""
            {#when name}\
            {#is 'GOOD_CONDUCT'}Certificate of good conduct from abroad\
            {#is 'PERMISSION'}Permission for your day job\
            {#is 'REQUESTED'}What you were asked for\
            {#is 'DETAIL_CHANGE'}Change of your details\
            {#is 'SKILL'}Digital skill\
            {#is 'OTHER'}Something else\
            {/when}""")
    String paperPurpose(String name);

    /** {@code volunteer.PaperPurpose}, as those of the force read it. */
    @Message("""
            {#when name}\
            {#is 'GOOD_CONDUCT'}Certificate of good conduct from abroad\
            {#is 'PERMISSION'}Permission for the day job\
            {#is 'REQUESTED'}What was asked for\
            {#is 'DETAIL_CHANGE'}Change of details\
            {#is 'SKILL'}Digital skill\
            {#is 'OTHER'}Something else\
            {/when}""")
    String paperToForce(String name);

    /** {@code volunteer.Paper.Decision}. */
    @Message("""
            {#when name}\
            {#is 'VERIFIED'}Verified\
            {#is 'RETURNED'}Returned\
            {#is 'WITHDRAWN'}Taken back\
            {/when}""")
    String paperDecision(String name);
}
