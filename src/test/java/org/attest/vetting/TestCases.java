package org.attest.vetting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.IncomingFile;
import org.attest.web.PaperType;

/**
 * Vetting cases for tests, worked by the rules and by invented people, each step in a transaction of its own:
 * {@code TestCases.of(person).upTo(CaseState.ASSESSMENT)}.
 */
public final class TestCases {

    static final Assessment.Text CLEAN = new Assessment.Text(
            "Nothing was found", null, null, null, "Grant", null, null, null, null, null, null, null);
    static final Assessment.Text WEIGHED = new Assessment.Text(
            "One matter was found",
            "Low",
            "The Code",
            "Grant or refuse",
            "Decide",
            true,
            "An observer would suspect it",
            true,
            "It is recent",
            "None",
            null,
            null);
    static final Assessment.Text REBUTTED = new Assessment.Text(
            "A caution was found",
            "Low",
            "The Code",
            "Grant or refuse",
            "Grant",
            true,
            "It is recorded",
            false,
            "It was once, and long ago",
            "Young at the time",
            "It was once, and long ago",
            null);
    static final Decision.Draft REASONS = new Decision.Draft("Reasons for you", "Reasons in full", true, List.of());

    private final String ref;

    private TestCases(String ref) {
        this.ref = ref;
    }

    public static Worker coordinator() {
        return worker("coordinator", Hand.COORDINATOR);
    }

    static Worker officer() {
        return worker("officer", Hand.OFFICER);
    }

    static Worker manager() {
        return worker("manager", Hand.OFFICER, Hand.MANAGER);
    }

    static Worker applicant() {
        return worker("applicant", Hand.APPLICANT);
    }

    static Worker chair() {
        return worker("chair", Hand.CHAIR);
    }

    static Worker worker(String ref, Hand... hands) {
        var all = EnumSet.noneOf(Hand.class);
        all.addAll(List.of(hands));
        return new Worker(new Actor(ref, "Test " + ref, ref), all);
    }

    static Compartment compartment() {
        return CDI.current().select(Compartment.class).get();
    }

    static Clock clock() {
        return CDI.current().select(Clock.class).get();
    }

    /** Somebody in the vetting stage of Kent who is to become a special constable, invited for recruitment vetting. */
    public static TestCases invited() {
        return of(People.special().in("kent").inStage(Stage.VETTING).eligible().saved());
    }

    /** The same in another force. */
    public static TestCases in(String slug) {
        return of(People.special().in(slug).inStage(Stage.VETTING).eligible().saved());
    }

    /** A case of Kent with a caution and an adverse check, assessed with both stages and the rebuttal, to be decided by a second person. */
    public static TestCases adverse() {
        return adverse(
                People.special().in("kent").inStage(Stage.VETTING).eligible().saved());
    }

    static TestCases adverse(Volunteer person) {
        return of(person)
                .upTo(CaseState.ASSESSMENT)
                .matter(MatterKind.CAUTION, officer())
                .check("C4", CheckResult.ADVERSE, officer())
                .does(c -> Assessment.assess(c, Outcome.GRANTED, REBUTTED, officer(), compartment(), clock()));
    }

    /** The person is invited at the first level of their post. */
    public static TestCases of(Volunteer person) {
        return of(person, Posts.levels(person.appointmentType).get(0));
    }

    static TestCases of(Volunteer person, ClearanceLevel level) {
        return inTransaction(() -> {
            var found = Volunteer.byRef(person.ref).orElseThrow();
            var moved = VettingCase.invite(
                    found, level, VettingSettings.of(found.force), coordinator(), compartment(), clock());
            fire(moved);
            return new TestCases(moved.vettingCase().ref);
        });
    }

    /** The applicant withdraws. */
    public TestCases withdrawn() {
        return does(c -> c.withdraw(applicant(), clock()));
    }

    /** The unit begins the renewal of what came of the case. */
    static TestCases renewalOf(TestCases before) {
        return inTransaction(() -> {
            var old = VettingCase.byRef(before.ref).orElseThrow();
            var moved = old.renew(VettingSettings.of(old.force), officer(), compartment(), clock());
            fire(moved);
            return new TestCases(moved.vettingCase().ref);
        });
    }

    public String ref() {
        return ref;
    }

    /** On the usual way, as far as this: checks clear, nothing adverse. */
    public TestCases upTo(CaseState state) {
        return onFrom(CaseState.INVITED, state);
    }

    /** {@link #upTo} for a case that stands where this very way has led it: invited, or in its checks. */
    public TestCases onFrom(CaseState from, CaseState state) {
        return from == CaseState.CHECKS ? fromChecksTo(state) : fromInvitationTo(state);
    }

    private TestCases fromInvitationTo(CaseState state) {
        if (state == CaseState.INVITED) return this;
        livedHere();
        does(c -> c.submit(VettingSettings.of(c.force), applicant(), clock()));
        if (state == CaseState.SUBMITTED) return this;
        if (state == CaseState.RETURNED) {
            return does(c -> c.returnForm("An address is missing", officer(), compartment(), clock()));
        }
        for (var code : List.of("C1", "C2")) check(code, CheckResult.CLEAR, officer());
        does(c -> c.authenticate(officer(), clock()));
        if (state == CaseState.AUTHENTICATED) return this;
        does(c -> c.beginChecks(CheckSettings.of(c.force), officer(), clock()));
        return fromChecksTo(state);
    }

    private TestCases fromChecksTo(CaseState state) {
        if (state == CaseState.CHECKS) return this;
        for (var code :
                read(c -> Check.openMandatory(c).stream().map(k -> k.code).toList())) {
            check(code, CheckResult.CLEAR, officer());
        }
        if (state == CaseState.INTERVIEW) {
            return does(c -> c.interview("A gap in the addresses", officer(), compartment(), clock()));
        }
        does(c -> c.endChecks(officer(), clock()));
        if (state == CaseState.ASSESSMENT) return this;
        if (state == CaseState.GRANTED) {
            does(c -> Assessment.assess(c, Outcome.GRANTED, CLEAN, officer(), compartment(), clock()));
            return decided(Outcome.GRANTED, officer());
        }
        does(c -> Assessment.assess(c, Outcome.REFUSED, WEIGHED, officer(), compartment(), clock()));
        decided(Outcome.REFUSED, manager());
        if (state == CaseState.REFUSED) return this;
        does(c -> Appeal.lodge(c, "It was not me", applicant(), compartment(), clock()));
        if (state == CaseState.APPEALED) return this;
        throw new IllegalArgumentException("No usual way leads to " + state);
    }

    /** Unless the form says where they lived, it says that they have lived in Maidstone for many years. */
    TestCases livedHere() {
        return does(c -> {
            var written = VettingForm.written(c, compartment()).of(FormPart.ADDRESSES);
            var home = Map.of("address", "7 Mill Lane, Maidstone", "uk", "yes", "from", "1990-01-01");
            return FormSheet.write(
                    c,
                    FormPart.ADDRESSES,
                    written.blank() ? new FormAnswers(Map.of(), List.of(home)) : written,
                    applicant(),
                    compartment(),
                    clock());
        });
    }

    public TestCases check(String code, CheckResult result, Worker by) {
        return does(c -> Check.of(c, code)
                .orElseThrow()
                .record(result, "The bureau", LocalDate.now(clock()), "Note of " + code, by, compartment(), clock()));
    }

    public TestCases matter(MatterKind kind, Worker by) {
        return does(c -> Matter.record(
                c,
                kind,
                Matter.Grading.CONFIRMED,
                new Matter.Text("What it was", "Where it came from"),
                by,
                compartment(),
                clock()));
    }

    public CaseState state() {
        return read(c -> c.state);
    }

    /** Codes of the mandatory checks that are open. */
    public List<String> openMandatory() {
        return read(c -> Check.openMandatory(c).stream().map(k -> k.code).toList());
    }

    /** Something was found that has to be weighed. */
    public TestCases matter() {
        return matter(MatterKind.FINANCE, officer());
    }

    /** A piece of evidence. */
    public TestCases file() {
        return file(null);
    }

    /** A piece of evidence of the check with the code. */
    TestCases file(String code) {
        var pdf = new IncomingFile(PaperType.PDF, "evidence.pdf", "%PDF-1.4 evidence".getBytes(), true);
        return does(c -> CaseFile.add(c, pdf, code, officer(), compartment(), clock()));
    }

    /** Reference of the first file; empty without one. */
    public String files() {
        return read(c -> CaseFile.of(c).stream().findFirst().map(f -> f.ref).orElse(""));
    }

    /** Reference of the first matter; empty without one. */
    public String matters() {
        return read(c -> Matter.of(c).stream().findFirst().map(m -> m.ref).orElse(""));
    }

    /** The unit asks for what is missing. */
    public TestCases asked(String what) {
        return does(c -> Question.ask(c, what, LocalDate.now(clock()).plusDays(10), officer(), compartment(), clock()));
    }

    public TestCases decided(Outcome outcome, Worker by) {
        return decided(outcome, REASONS, by);
    }

    public TestCases decided(Outcome outcome, Decision.Draft draft, Worker by) {
        inTransaction(() -> {
            var decided = Decision.decide(
                    VettingCase.byRef(ref).orElseThrow().held(),
                    outcome,
                    draft,
                    VettingSettings.of(VettingCase.byRef(ref).orElseThrow().force),
                    by,
                    compartment(),
                    clock());
            fire(decided.moved());
            if (decided.clearance() != null) fire(decided.clearance());
            return null;
        });
        return this;
    }

    /** One deed, done to the case and told. */
    public TestCases does(Function<VettingCase, Deed> deed) {
        inTransaction(() -> {
            fire(deed.apply(VettingCase.byRef(ref).orElseThrow().held()));
            return null;
        });
        return this;
    }

    /** Several deeds of one act, done to the case and told. */
    TestCases doesAll(Function<VettingCase, List<Deed>> deeds) {
        inTransaction(() -> {
            deeds.apply(VettingCase.byRef(ref).orElseThrow().held()).forEach(TestCases::fire);
            return null;
        });
        return this;
    }

    /** Something read of the case. */
    public <T> T read(Function<VettingCase, T> reading) {
        return inTransaction(() -> reading.apply(VettingCase.byRef(ref).orElseThrow()));
    }

    private static void fire(Deed deed) {
        CDI.current().getBeanManager().getEvent().select(Deed.class).fire(deed);
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
        return Everywhere.call(() -> QuarkusTransaction.requiringNew().call(work));
    }
}
