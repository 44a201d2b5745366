package org.attest.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.attest.force.Reference;
import org.attest.recruitment.application.Answer;
import org.attest.recruitment.application.Application;
import org.attest.recruitment.application.DigitalSkill;
import org.attest.recruitment.application.KnownFor;
import org.attest.recruitment.application.Opinion;
import org.attest.recruitment.application.Question;
import org.attest.recruitment.application.Referee;
import org.attest.recruitment.application.ReferenceRequest;
import org.attest.recruitment.application.SkillArea;
import org.attest.recruitment.application.SkillLevel;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * What the people of a force can do, and what those wrote who applied in the last months: applications begun and sent,
 * referees who have replied, who have not, and who should be asked again.
 */
final class ApplicationsStory {

    private static final Duration MONTHS = Duration.ofDays(120);

    private final Instant now;
    private final Random random;
    private final String coordinator;
    private final List<Application> applications = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<DigitalSkill> skills = new ArrayList<>();
    private final List<Referee> referees = new ArrayList<>();
    private final List<ReferenceRequest> requests = new ArrayList<>();

    private record Known(SkillArea area, String detail, String evidence) {}

    private static final List<Known> KNOWN = List.of(
            new Known(SkillArea.PROGRAMMING, "Python", "Eight years in a software house; can show things made."),
            new Known(SkillArea.PROGRAMMING, "Java and SQL", "Works as a developer for an insurer."),
            new Known(SkillArea.DATA_ANALYSIS, "Finding patterns in large tables", "Statistician; master’s degree."),
            new Known(SkillArea.NETWORKS, "Reading what passes through a network", "Network engineer, certified."),
            new Known(SkillArea.SECURITY, "Testing systems for holes", "Certified penetration tester since 2021."),
            new Known(SkillArea.FORENSICS, "Recovering deleted pictures", "Did it for a company of auditors."),
            new Known(SkillArea.OPEN_SOURCES, "Finding people from few traces", "Journalist; took two courses."),
            new Known(SkillArea.MOBILE_DEVICES, "Taking data off telephones", "Runs a repair shop."),
            new Known(SkillArea.CLOUD, "Logs of the large cloud platforms", "Operates them every day at work."),
            new Known(SkillArea.CRYPTOCURRENCY, "Following payments along a chain", "Compliance officer at a bank."),
            new Known(SkillArea.ARTIFICIAL_INTELLIGENCE, "Telling made pictures from taken ones", "Doctoral work."),
            new Known(SkillArea.GAMING_AND_CHAT, "How chat platforms are used", "Moderates a large community."));

    private static final List<String> WHY = List.of(
            "I know how these platforms work, and I want that to be of use to somebody.",
            "My children are online. I would rather do something than worry.",
            "I have worked with data for ten years and have two evenings a week to give.",
            "A friend serves and told me what it needs: patience, and knowing where to look.");

    private ApplicationsStory(Instant now, Random random, String coordinator) {
        this.now = now;
        this.random = random;
        this.coordinator = coordinator;
    }

    /** The rows of one force, to be stored in this order. */
    static List<List<?>> of(Batch batch, String coordinator, Instant now, Random random) {
        var story = new ApplicationsStory(now, random, coordinator);
        for (var person : batch.people) story.tell(person, batch);
        return List.of(story.applications, story.answers, story.skills, story.referees, story.requests);
    }

    private void tell(Volunteer person, Batch batch) {
        if (person.stage == Stage.LEFT) return;
        boolean enquires = person.stage == Stage.ENQUIRY;
        if (!enquires || chance(30)) skills(person);
        if (enquires) {
            if (chance(35)) begun(person, since(person, batch));
        } else if (person.stage.compareTo(Stage.VETTING) <= 0) {
            var applied = person.appliedOn == null ? person.stageSince : person.appliedOn;
            var at = evening(applied);
            if (Duration.between(at, now).compareTo(MONTHS) < 0) sent(person, at, batch);
        }
    }

    private static LocalDate since(Volunteer person, Batch batch) {
        return batch.stages.stream()
                .filter(s -> s.volunteer == person)
                .map((StageChange s) -> s.onDay)
                .findFirst()
                .orElse(person.stageSince);
    }

    private void begun(Volunteer person, LocalDate day) {
        var application = application(person, evening(day));
        boolean own = person.accountId != null;
        answer(application, Question.FULL_NAME, person.fullName, own);
        if (person.birthDate != null) answer(application, Question.BIRTH_DATE, person.birthDate.toString(), own);
        if (chance(60)) answer(application, Question.PHONE, person.phone, own);
        if (chance(40)) answer(application, Question.WHY, Names.one(WHY, random), own);
    }

    private void sent(Volunteer person, Instant at, Batch batch) {
        var application = application(person, at.minus(Duration.ofDays(1 + random.nextInt(9))));
        application.sentAt = at;
        answer(application, Question.FULL_NAME, person.fullName, true);
        if (person.birthDate != null) answer(application, Question.BIRTH_DATE, person.birthDate.toString(), true);
        answer(application, Question.PHONE, person.phone, true);
        batch.eligibility.stream()
                .filter(e -> e.volunteer == person)
                .findFirst()
                .ifPresent(found -> eligibility(application, found));
        answer(application, Question.POLITICS, "no", true);
        answer(application, Question.WHY, Names.one(WHY, random), true);
        answer(application, Question.HOURS, String.valueOf(16 + 2 * random.nextInt(9)), true);
        answer(application, Question.CONSENT_DATA, "yes", true);
        answer(application, Question.CONSENT_VETTING, "yes", true);
        answer(application, Question.CONSENT_REFERENCES, "yes", true);
        for (int i = 0; i < 2; i++) referee(person, at);
    }

    private void eligibility(Application application, Eligibility found) {
        if (found.rightToRemain != null) {
            answer(application, Question.RIGHT_TO_REMAIN, found.rightToRemain.name(), true);
        }
        if (found.residentSince != null) {
            answer(application, Question.RESIDENT_SINCE, found.residentSince.toString(), true);
        }
        if (found.longAbroad != null) answer(application, Question.LONG_ABROAD, found.longAbroad ? "yes" : "no", true);
        if (found.occupation != null) answer(application, Question.OCCUPATION, found.occupation, true);
    }

    private Application application(Volunteer person, Instant at) {
        var application = new Application();
        application.force = person.force;
        application.volunteer = person;
        application.begunAt = at;
        application.begunBy = person.accountId == null && person.stage == Stage.ENQUIRY ? coordinator : person.fullName;
        applications.add(application);
        return application;
    }

    private void answer(Application application, Question question, String text, boolean own) {
        if (text == null) return;
        var answer = new Answer();
        answer.force = application.force;
        answer.application = application;
        answer.question = question;
        answer.answer = text;
        answer.typedAt = application.begunAt;
        answer.typedBy = own ? application.volunteer.fullName : coordinator;
        answer.own = own;
        answers.add(answer);
    }

    private void skills(Volunteer person) {
        int count = 1 + random.nextInt(3);
        int first = random.nextInt(KNOWN.size());
        for (int i = 0; i < count; i++) {
            var known = KNOWN.get((first + 5 * i) % KNOWN.size());
            var skill = new DigitalSkill();
            skill.force = person.force;
            skill.ref = Reference.from(random);
            skill.volunteer = person;
            skill.area = known.area;
            skill.detail = known.detail;
            skill.level = SkillLevel.values()[1 + random.nextInt(3)];
            skill.evidence = known.evidence;
            skill.claimedAt = evening(person.appliedOn == null ? person.stageSince : person.appliedOn);
            skill.claimedBy = person.fullName;
            if (person.stage.compareTo(Stage.INTERVIEW) > 0 && chance(70)) {
                skill.verifiedLevel = chance(75) ? skill.level : SkillLevel.WORKING;
                skill.verifiedHow = "A task done in the interview";
                skill.verifiedAt = earlier(skill.claimedAt.plus(Duration.ofDays(30)));
                skill.verifiedBy = coordinator;
            }
            skills.add(skill);
        }
    }

    private static final List<String> RELATIONS =
            List.of("Manager since 2022", "Taught me at college", "We volunteer together", "Neighbour for ten years");

    private void referee(Volunteer person, Instant at) {
        var name = new Names(person.force.region == null ? "" : person.force.region).draw(random);
        var referee = new Referee();
        referee.force = person.force;
        referee.ref = Reference.from(random);
        referee.volunteer = person;
        referee.fullName = name.full();
        referee.relation = Names.one(RELATIONS, random);
        referee.email = name.spelled() + "." + referee.ref.substring(8).toLowerCase(Locale.ROOT) + "@referees.example";
        referee.namedAt = at;
        referee.namedBy = person.fullName;
        referees.add(referee);
        ask(referee, at, person.fullName);
        var days = Duration.between(at, now).toDays();
        if (days > 5 && chance(days > 21 ? 88 : 55)) reply(referee, at.plus(Duration.ofDays(2 + random.nextInt(4))));
        else if (days > 21 && chance(60)) ask(referee, at.plus(Duration.ofDays(16)), coordinator);
    }

    private void ask(Referee referee, Instant at, String by) {
        var request = new ReferenceRequest();
        request.force = referee.force;
        request.referee = referee;
        // of no secret: nobody holds this link
        request.tokenHash = "demonstration-" + referee.ref + "-" + requests.size();
        request.askedAt = at;
        request.askedBy = by;
        request.expiresAt = at.plus(Duration.ofDays(30));
        requests.add(request);
    }

    private void reply(Referee referee, Instant at) {
        referee.repliedAt = at;
        referee.takenBy = chance(15) ? coordinator : null;
        referee.knownFor = KnownFor.values()[1 + random.nextInt(2)];
        referee.reliable = chance(85) ? Opinion.YES : Opinion.WITH_RESERVATIONS;
        referee.discreet = Opinion.YES;
        referee.steady = chance(70) ? Opinion.YES : Opinion.CANNOT_SAY;
        referee.recommended = chance(85) ? Opinion.YES : Opinion.WITH_RESERVATIONS;
        referee.remarks = chance(30) ? "Quiet at first. Once they have begun something it is finished." : null;
    }

    /** Half past seven in the evening of the day, or now where that is still to come. */
    private Instant evening(LocalDate day) {
        return earlier(day.atTime(19, 30).atZone(ClockOfAttest.LONDON).toInstant());
    }

    private Instant earlier(Instant at) {
        return at.isAfter(now) ? now : at;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
