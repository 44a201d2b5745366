package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.Routes;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.notice.OutboxTexts;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * The vetting compartment holds (vetting section 5, vetting rule 38): a text of its own stands in every confidential field of
 * two cases; the case team reads each of them, and nobody else meets one on any page, in any file, notice, mail, log or in the
 * files of the database. A sealed field that no text is planted in fails the test.
 */
@QuarkusTest
class CompartmentHoldsTest {

    /** Answers from a list and no text; and a key. */
    private static final Set<String> NO_TEXT = Set.of("EqualityReply.sealed", "VettingCase.sealedKey");

    private static final Set<Role> TEAM = Set.of(Role.VETTING_OFFICER, Role.VETTING_MANAGER, Role.APPEALS_CHAIR);

    @Inject
    EntityManager em;

    @Inject
    EntityManagerFactory entities;

    @ConfigProperty(name = "attest.data")
    String data;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    /** Sealed field to what is planted in it. */
    private static final int PIECE = 4 << 20;

    private final Map<String, List<String>> planted = new TreeMap<>();
    /** What the person may read of their own case. */
    private final Set<String> theirs = new HashSet<>();

    /** What the authors of what is half-written read again, and nobody else. */
    private final StringBuilder readByAuthors = new StringBuilder();

    private final List<String> log = new ArrayList<>();

    private String plant(String field, String what) {
        var canary = "canary" + Reference.random().toLowerCase() + what.replace(" ", "");
        planted.computeIfAbsent(field, f -> new ArrayList<>()).add(canary);
        return canary;
    }

    private String plantTheirs(String field, String what) {
        var canary = plant(field, what);
        theirs.add(canary);
        return canary;
    }

    private Set<String> canaries() {
        return planted.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Somebody with an account, and their case. */
    private record Planted(As browser, Volunteer person, TestCases vetting) {

        static Planted begun(String name) {
            var browser = As.role(Role.APPLICANT, "kent");
            var person = People.special()
                    .in("kent")
                    .named(name)
                    .inStage(Stage.VETTING)
                    .eligible()
                    .withAccount(browser.accountId())
                    .saved();
            return new Planted(browser, person, TestCases.of(person));
        }
    }

    private boolean knows(String entity) {
        return entities.getMetamodel().getEntities().stream()
                .anyMatch(e -> e.getJavaType().getSimpleName().equals(entity));
    }

    private Set<String> sealedFields() {
        var fields = new TreeSet<String>();
        for (var entity : entities.getMetamodel().getEntities()) {
            var type = entity.getJavaType();
            if (!type.getPackageName().startsWith("org.attest.vetting")) continue;
            for (var field : type.getDeclaredFields()) {
                if (field.getType() == byte[].class && field.getName().startsWith("sealed"))
                    fields.add(type.getSimpleName() + "." + field.getName());
            }
        }
        fields.removeAll(NO_TEXT);
        return fields;
    }

    private Assessment.Text assessment() {
        var texts = Stream.of("1", "2", "3", "4", "5", "why1", "why2", "mitigation", "rebuttal", "advisory")
                .map(t -> plant("Assessment.sealed", t))
                .toList();
        return new Assessment.Text(
                texts.get(0),
                texts.get(1),
                texts.get(2),
                texts.get(3),
                texts.get(4),
                true,
                texts.get(5),
                true,
                texts.get(6),
                texts.get(7),
                texts.get(8),
                texts.get(9));
    }

    private void writeForm(Planted one) {
        if (!knows("FormSheet")) return;
        var parts = "/me/vetting/form/parts/work";
        var page = one.browser.get(parts).extract().asString();
        var typed = new LinkedHashMap<String, String>();
        typed.put("stamp", page.replaceAll("(?s).*name=\"stamp\" value=\"([^\"]*)\".*", "$1"));
        typed.put("occupation", plantTheirs("FormSheet.sealed", "occupation"));
        typed.put("forces", "no");
        typed.put("none", "yes");
        one.browser.post(parts, typed).statusCode(303);
    }

    /** The unit lets them be invited again, and they begin with the form they sent: its texts stand in another case too. */
    private void carryOver(Planted one) {
        one.vetting.does(c -> c.finalise(TestClock.TODAY, TestCases.officer(), TestCases.clock()));
        TestCases.of(one.person);
        one.browser.post("/me/vetting/form/start", Map.of("begin", "carry")).statusCode(303);
        var carried = one.browser.get("/me/vetting/form/parts/work").extract().asString();
        assertTrue(
                planted.get("FormSheet.sealed").stream().anyMatch(carried::contains), "their own form is carried over");
    }

    private void addFile(Planted one, As officer) {
        if (!knows("CaseFile")) return;
        var files = "/vetting-cases/" + one.vetting.ref() + "/files";
        var content = "%PDF-1.4\n% " + plant("CaseFileContent.sealed", "content") + "\n%%EOF\n";
        officer.withToken()
                .multiPart(
                        "file",
                        plant("CaseFile.sealedName", "name") + ".pdf",
                        content.getBytes(StandardCharsets.UTF_8),
                        "application/pdf")
                .post(files)
                .then()
                .statusCode(303);
        var list = officer.get(files).extract().asString();
        var file = list.replaceAll("(?s).*href=\"" + files + "/(\\w+)/striking\".*", "$1");
        officer.post(files + "/" + file + "/striking", Map.of("why", plant("CaseFile.sealedWhyStruck", "struck")))
                .statusCode(303);
    }

    /** Somebody of the case team begins to write and comes back to it. */
    private void halfWritten(Planted one, As author, String page, String form, String field) {
        var path = "/vetting-cases/" + one.vetting.ref() + "/";
        author.post(path + form + "/draft", Map.of(field, plant("HalfWritten.sealed", page)))
                .statusCode(303);
        readByAuthors.append(author.get(path + page).extract().asString());
    }

    private Planted refused() {
        var one = Planted.begun("Robin Compartment");
        var vetting = one.vetting;
        var sealing = TestCases.compartment();
        var clock = TestCases.clock();
        var officer = TestCases.officer();
        writeForm(one);
        vetting.upTo(CaseState.SUBMITTED);
        vetting.does(c -> c.returnForm(plantTheirs("CaseStep.sealedNote", "return"), officer, sealing, clock));
        vetting.does(c -> c.submit(VettingSettings.of(c.force), TestCases.applicant(), clock));
        vetting.check("C1", CheckResult.CLEAR, officer).check("C2", CheckResult.CLEAR, officer);
        vetting.does(c -> c.authenticate(officer, clock));
        vetting.does(c -> c.beginChecks(CheckSettings.of(c.force), officer, clock));
        addFile(one, As.role(Role.VETTING_OFFICER, "kent"));
        vetting.does(c -> Question.ask(
                c,
                plantTheirs("Question.sealedAsked", "asked"),
                LocalDate.now(clock).plusDays(9),
                officer,
                sealing,
                clock));
        vetting.does(c -> Question.waiting(c)
                .orElseThrow()
                .answer(plantTheirs("Question.sealedAnswer", "answer"), TestCases.applicant(), sealing, clock));
        vetting.does(c -> matter(c, MatterKind.CAUTION));
        vetting.does(c -> matter(c, MatterKind.INTELLIGENCE));
        vetting.does(c ->
                Matter.standing(c).get(1).strike(plant("Matter.sealedWhyStruck", "struck"), officer, sealing, clock));
        for (var code : vetting.read(
                c -> Check.openMandatory(c).stream().map(k -> k.code).toList())) {
            vetting.does(c -> Check.of(c, code)
                    .orElseThrow()
                    .record(
                            code.equals("C4") ? CheckResult.ADVERSE : CheckResult.TRACE_NOT_RELEVANT,
                            "The bureau",
                            LocalDate.now(clock),
                            plant("CheckEntry.sealedNote", code),
                            officer,
                            sealing,
                            clock));
        }
        vetting.does(c -> c.interview(plant("CaseStep.sealedNote", "interview"), officer, sealing, clock));
        vetting.does(c -> c.endInterview(officer, clock));
        vetting.does(c -> c.endChecks(officer, clock));
        var text = assessment();
        vetting.does(c -> Assessment.assess(c, Outcome.REFUSED, text, officer, sealing, clock));
        vetting.decided(
                Outcome.REFUSED,
                new Decision.Draft(
                        plantTheirs("Decision.sealedForPerson", "forperson"),
                        plant("Decision.sealedInFull", "infull"),
                        true,
                        List.of()),
                TestCases.manager());
        vetting.does(c ->
                Appeal.lodge(c, plantTheirs("Appeal.sealedGrounds", "grounds"), TestCases.applicant(), sealing, clock));
        halfWritten(one, As.role(Role.APPEALS_CHAIR, "kent"), "appeal", "appeal", "reasons");
        vetting.doesAll(c -> List.copyOf(Appeal.waiting(c)
                .orElseThrow()
                .hear(
                        new Appeal.Hearing(
                                Appeal.Result.DISMISS,
                                plant("Appeal.sealedReasons", "panel"),
                                List.of(new Appeal.Member(null, plant("Appeal.sealedReasons", "member"))),
                                new Decision.Draft(
                                        plantTheirs("Appeal.sealedReasons", "forperson"),
                                        "In full",
                                        true,
                                        List.of(),
                                        plant("Appeal.sealedReasons", "rebuttal"),
                                        plant("Appeal.sealedReasons", "advisory"))),
                        VettingSettings.of(c.force),
                        TestCases.chair(),
                        sealing,
                        clock)
                .moved()));
        return one;
    }

    private CaseWorkedOn matter(VettingCase one, MatterKind kind) {
        return Matter.record(
                one,
                kind,
                Matter.Grading.CREDIBLE,
                new Matter.Text(plant("Matter.sealed", kind + "what"), plant("Matter.sealed", kind + "source")),
                TestCases.officer(),
                TestCases.compartment(),
                TestCases.clock());
    }

    private Planted granted() {
        var one = Planted.begun("Robin Compartment");
        one.vetting.upTo(CaseState.ASSESSMENT).matter(MatterKind.FINANCE, TestCases.officer());
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        halfWritten(one, manager, "assessment", "assessment", "threat");
        var text = assessment();
        one.vetting.does(c -> Assessment.assess(
                c, Outcome.GRANTED, text, TestCases.officer(), TestCases.compartment(), TestCases.clock()));
        halfWritten(one, manager, "decision", "decision", "inFull");
        var condition = new Restriction.Draft(
                RestrictionCode.NO_LIVE_CONTACT,
                LocalDate.of(2027, 1, 1),
                plantTheirs("Restriction.sealed", "text"),
                plant("Restriction.sealed", "why"),
                plant("Restriction.sealed", "told"));
        one.vetting.decided(
                Outcome.GRANTED_WITH_RESTRICTIONS,
                new Decision.Draft(
                        plantTheirs("Decision.sealedForPerson", "conditions"),
                        plant("Decision.sealedInFull", "conditions"),
                        true,
                        List.of(condition)),
                TestCases.manager());
        one.vetting.does(c -> c.review(
                plant("CaseStep.sealedNote", "review"),
                TestCases.manager(),
                TestCases.compartment(),
                TestCases.clock()));
        halfWritten(one, manager, "review", "review/conditions", "inFull");
        return one;
    }

    @Test
    void nobodyOutsideTheCaseTeamMeetsWhatIsConfidential() throws Exception {
        var ear = listening();
        try {
            var control = "control" + Reference.random().toLowerCase();
            People.special().in("kent").knownAs(control).saved();
            var one = refused();
            var other = granted();
            assertEquals(sealedFields(), planted.keySet(), "plant a text in each sealed field");

            carryOver(one);
            var read = readByTheTeam(one) + readByTheTeam(other);
            for (var half : planted.get("HalfWritten.sealed")) {
                assertFalse(read.contains(half), "what is half-written is its author's alone: " + half);
            }
            read += readByAuthors;
            for (var field : planted.entrySet()) {
                for (var canary : field.getValue()) {
                    assertTrue(
                            read.contains(canary),
                            "the case team reads nowhere what is in " + field.getKey() + ": " + canary);
                }
            }
            var met = new ArrayList<String>();
            for (var role : Role.values()) {
                if (role.isNational()) walk(As.national(role), role + "", one, other, met);
                else if (!TEAM.contains(role)) walk(As.role(role, "kent"), role + " of the force", one, other, met);
            }
            for (var role :
                    List.of(Role.COORDINATOR, Role.VETTING_MANAGER, Role.APPEALS_CHAIR, Role.DATA_PROTECTION_LEAD)) {
                walk(As.role(role, "gwent"), role + " of another force", one, other, met);
            }
            walk(
                    As.role(Role.VETTING_OFFICER, "kent").and(Role.COORDINATOR, "kent"),
                    "who recruits too",
                    one,
                    other,
                    met);
            walk(As.stranger(), "a stranger", one, other, met);
            walkOwn(one, met);
            walkOwn(other, met);
            assertEquals(List.of(), met, "met outside of the case team");

            find("a notice", String.join("\n", sentences()), met);
            find("a mail", String.join("\n", OutboxTexts.all()), met);
            find("the log", String.join("\n", log), met);
            assertEquals(List.of(), met);
            assertTrue(inFiles(Set.of(control)).contains(control), "the files of the database are looked at");
            assertEquals(Set.of(), inFiles(canaries()), "in clear in the files of the database");
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
    }

    private void find(String where, String text, List<String> met) {
        for (var canary : canaries()) if (text.contains(canary)) met.add(canary + " in " + where);
    }

    private Handler listening() {
        var ear = new Handler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                log.add(entry.getMessage() + " " + Arrays.toString(entry.getParameters()) + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(ear);
        return ear;
    }

    private List<String> sentences() {
        return Rows.of(() ->
                em.createQuery("select n.sentence from Notice n", String.class).getResultList());
    }

    // --- reading

    /** Every page of the case that its team has a link or a route to, and the files. */
    private String readByTheTeam(Planted one) {
        var base = "/vetting-cases/" + one.vetting.ref();
        var read = new StringBuilder();
        for (var role : List.of(Role.VETTING_MANAGER, Role.APPEALS_CHAIR)) {
            var reader = As.role(role, "kent");
            var open = new TreeSet<String>();
            open.add(base);
            Routes.all().stream()
                    .filter(r -> r.matches("GET /vetting-cases/\\{ref}(/[^{]*)?"))
                    .forEach(r -> open.add(r.substring(4).replace("{ref}", one.vetting.ref())));
            var done = new HashSet<String>();
            while (!open.isEmpty()) {
                var path = open.pollFirst();
                if (!done.add(path)) continue;
                var text = text(reader.get(path).extract());
                read.append(text).append('\n');
                var link = Pattern.compile("href=\"(" + base + "/[^\"#?]*)\"").matcher(text);
                while (link.find()) open.add(link.group(1));
            }
        }
        return read.toString();
    }

    /** Every address there is, with what is known of the two people in it. */
    private void walk(As who, String name, Planted one, Planted other, List<String> met) {
        for (var route : Routes.all()) {
            if (!route.startsWith("GET ")) continue;
            for (var about : route.contains("{ref}") ? List.of(one, other) : List.of(one)) {
                var path = address(route.substring(4), about);
                find(name + " at " + path, text(who.get(path).extract()), met);
            }
        }
        for (var page : List.of("", "/decision", "/assessment", "/appeal", "/review")) {
            var path = "/vetting-cases/" + one.vetting.ref() + page;
            find(
                    name + " posting to " + path,
                    text(who.post(path, Map.of("why", "x")).extract()),
                    met);
        }
        find(name, text(who.get("/forces/kent/volunteers?q=Robin+Compartment").extract()), met);
    }

    /** What is theirs they may read; all else not. */
    private void walkOwn(Planted own, List<String> met) {
        var found = new ArrayList<String>();
        for (var route : Routes.all()) {
            if (!route.startsWith("GET /me")) continue;
            var path = address(route.substring(4), own);
            find("their own " + path, text(own.browser.get(path).extract()), found);
        }
        found.stream().filter(f -> theirs.stream().noneMatch(f::startsWith)).forEach(met::add);
    }

    private static String address(String route, Planted about) {
        var ref = route.startsWith("/vetting-cases") || route.startsWith("/me/vetting")
                ? about.vetting.ref()
                : about.person.ref;
        return route.replace("{ref}", ref)
                .replace("{slug}", "kent")
                .replace("{code}", "C4")
                .replace("{part}", "work")
                .replace("{issuer}/{number}", "national/1")
                .replace("{template}", "letter-refusal")
                .replaceAll("\\{\\w+}", "NNNNNNNNNNNN");
    }

    private static String text(ExtractableResponse<Response> answer) {
        var type = String.valueOf(answer.contentType());
        var bytes = answer.asByteArray();
        var plain = new String(bytes, StandardCharsets.UTF_8) + answer.headers();
        try {
            if (type.startsWith("application/pdf") && !plain.startsWith("%PDF-1.4\n% canary")) {
                try (var document = Loader.loadPDF(bytes)) {
                    return plain + new PDFTextStripper().getText(document).replaceAll("\\s+", "");
                }
            }
            if (type.contains("spreadsheet")) return plain + unzipped(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return plain;
    }

    private static String unzipped(byte[] bytes) throws IOException {
        var text = new StringBuilder();
        var file = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    // --- the files of the database

    private Set<String> inFiles(Set<String> texts) throws IOException {
        boolean postgres = database.startsWith("postgres");
        Rows.in(() -> em.createNativeQuery(postgres ? "checkpoint" : "checkpoint sync")
                .executeUpdate());
        var root = postgres
                ? Path.of((String) Rows.of(() -> em.createNativeQuery("show data_directory", String.class)
                        .getSingleResult()))
                : Path.of(data);
        List<Path> files;
        try (var all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile)
                    .filter(f -> postgres || f.getFileName().toString().startsWith("attest"))
                    .toList();
        }
        var found = new TreeSet<String>();
        for (var file : files) {
            try (var in = Files.newInputStream(file)) {
                find(texts, in, found);
            } catch (NoSuchFileException gone) {
                // the database tidied it away meanwhile
            }
        }
        return found;
    }

    /** Piece by piece, each with the end of the one before: a database grows larger than the memory of a test. */
    private static void find(Set<String> texts, InputStream in, Set<String> found) throws IOException {
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        var end = "";
        for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            var content = end + new String(piece, StandardCharsets.ISO_8859_1);
            for (var text : texts) if (content.contains(text)) found.add(text);
            end = content.substring(Math.max(0, content.length() - longest));
        }
    }

    // --- the coordinator's view

    @Test
    void twoPeopleWhoDifferOnlyInsideLookTheSameToACoordinator() {
        var clean = Planted.begun("Robin Alike");
        var adverse = Planted.begun("Robin Alike");
        for (var one : List.of(clean, adverse)) one.vetting.upTo(CaseState.CHECKS);
        adverse.vetting.matter(MatterKind.BARRED_LIST, TestCases.officer());
        adverse.vetting.check("C4", CheckResult.ADVERSE, TestCases.officer());
        clean.vetting.check("C4", CheckResult.CLEAR, TestCases.officer());
        var coordinator = As.coordinatorOf("kent");
        for (var route : Routes.all()) {
            if (!route.matches("GET /volunteers/\\{ref}.*") || route.endsWith(".pdf")) continue;
            assertEquals(seen(coordinator, route, clean, adverse), seen(coordinator, route, adverse, clean), route);
        }
        for (var page :
                List.of("/forces/kent/volunteers?q=", "/forces/kent/volunteers.csv?q=", "/forces/kent/board?q=")) {
            assertEquals(
                    seen(coordinator, page + clean.person.email, clean, adverse),
                    seen(coordinator, page + adverse.person.email, adverse, clean),
                    page);
        }
    }

    private static String seen(As coordinator, String route, Planted one, Planted alike) {
        var path = address(route.replace("GET ", ""), one);
        var answer = coordinator.get(path).extract();
        var ref = one.person.ref;
        return answer.statusCode() + "\n"
                + As.withoutToken(answer.asString())
                        .replace(one.person.email, "EMAIL")
                        .replace(Reference.grouped(ref), "REFERENCE")
                        .replace(ref.toLowerCase(), "REF")
                        .replace(ref, "REF")
                        .replace(Reference.grouped(alike.person.ref), "THE OTHER")
                        .replace(alike.person.ref, "THE OTHER")
                        .replace(one.vetting.ref(), "CASE")
                        .replaceAll("\\?v=\\w+", "");
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgCompartmentHoldsTest extends CompartmentHoldsTest {}
