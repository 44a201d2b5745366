package org.attest.exchange;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.exchange.CompletionReading.Course;
import org.attest.exchange.OpenImports.Where;
import org.attest.security.Permission;
import org.attest.training.LearnedElsewhere;
import org.attest.web.Form;
import org.attest.web.Option;

/** Which module each course of another system is: remembered for the force, and offered again. */
@Path("/imports/{ref}/courses")
@Transactional
@TransactionConfiguration(timeout = Imports.LONGEST_SECONDS)
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class ImportCourses {

    private static final String LEFT_OUT = "-";

    @Inject
    OpenImports imports;

    @Inject
    Completions completions;

    @Inject
    Limits limits;

    @Inject
    Clock clock;

    /** @param name of the select; the box beside it has the same with “-passes” */
    record Line(String name, String course, int rows) {
        public String passes() {
            return name + "-passes";
        }
    }

    record courses(Where force, ImportBatch batch, Form form, List<Line> lines, List<Option> modules)
            implements TemplateInstance {}

    /** To the page on which the courses of the file are named. */
    static Response see(ImportBatch batch) {
        return Response.seeOther(URI.create("/imports/" + batch.ref + "/courses"))
                .build();
    }

    @GET
    public Response page(@PathParam("ref") String ref) {
        var batch = imports.batch(ref);
        if (!batch.isOpen() || !batch.isCompletions() || !isMapped(batch)) return OpenImports.see(batch);
        imports.look(batch);
        var all = inFile(batch);
        var elsewhere = LearnedElsewhere.in(batch.force, imports.actorIn(batch.force), clock);
        var known = completions.known(batch.force, all, elsewhere);
        if (batch.courses != null) known.putAll(batch.courses);
        var values = new HashMap<String, String>();
        for (int i = 0; i < all.size(); i++) {
            var meaning = CourseMeaning.in(known, all.get(i).key());
            if (meaning == null) continue;
            values.put(name(i), meaning.isLeftOut() ? LEFT_OUT : meaning.module());
            if (meaning.passes()) values.put(name(i) + "-passes", "yes");
        }
        return Response.ok(page(batch, Form.showing(values), all, elsewhere)).build();
    }

    private boolean isMapped(ImportBatch batch) {
        return CompletionField.faults(batch.mapping(CompletionField.ALL), batch.sheet(limits))
                .isEmpty();
    }

    private List<Course> inFile(ImportBatch batch) {
        return new CompletionReading(batch.sheet(limits), batch.mapping(CompletionField.ALL)).courses();
    }

    private static String name(int index) {
        return "course-" + index;
    }

    private static courses page(ImportBatch batch, Form form, List<Course> all, LearnedElsewhere elsewhere) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(new Line(name(i), all.get(i).name(), all.get(i).rows()));
        }
        var modules = new ArrayList<Option>();
        elsewhere.modules().forEach(m -> modules.add(new Option(m.code(), m.label())));
        modules.add(new Option(LEFT_OUT, "None of them: leave this course out"));
        return new courses(Where.of(batch), batch, form, lines, modules);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var batch = imports.batch(ref).locked();
        if (!batch.isOpen() || !batch.isCompletions() || !isMapped(batch)) return imports.already(batch);
        var by = imports.actorIn(batch.force);
        var form = Form.of(typed);
        var all = inFile(batch);
        var elsewhere = LearnedElsewhere.in(batch.force, by, clock);
        var chosen = chosen(form, all, elsewhere);
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(page(batch, form, all, elsewhere))
                    .build();
        }
        RememberedCourse.remember(batch.force, chosen, by, clock);
        var mapping = batch.mapping(CompletionField.ALL);
        var run = completions.look(batch.force, batch.sheet(limits), mapping, chosen, batch.fileName, by);
        batch.means(
                chosen,
                run.checked().stream()
                        .filter(CheckedCompletion::needsTick)
                        .map(CheckedCompletion::number)
                        .toList());
        batch.found(run.counts());
        return OpenImports.see(batch);
    }

    private static Map<String, String> chosen(Form form, List<Course> all, LearnedElsewhere elsewhere) {
        var codes = elsewhere.modules().stream().map(m -> m.code()).toList();
        var chosen = new LinkedHashMap<String, String>();
        for (int i = 0; i < all.size(); i++) {
            var code = form.typed(name(i));
            if (code.equals(LEFT_OUT)) {
                chosen.put(all.get(i).key(), CourseMeaning.LEFT_OUT.written());
            } else if (codes.contains(code)) {
                var meaning = new CourseMeaning(code, form.ticked(name(i) + "-passes", "yes"));
                chosen.put(all.get(i).key(), meaning.written());
            } else {
                form.refuse(name(i), "Choose the module that “" + all.get(i).name() + "” is, or leave it out");
            }
        }
        return chosen;
    }
}
