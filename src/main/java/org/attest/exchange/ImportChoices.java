package org.attest.exchange;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;

/** Which of the rows on a page are to come in. */
@Path("/imports/{ref}/choice")
@Transactional
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class ImportChoices {

    @Inject
    OpenImports imports;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @PathParam("ref") String ref,
            @QueryParam("show") String show,
            @QueryParam("page") String page,
            MultivaluedMap<String, String> typed) {
        var batch = imports.batch(ref).locked();
        if (!batch.isChecked() || ImportProgress.isGoingOn(batch, clock.instant())) return imports.already(batch);
        choose(batch, Form.of(typed));
        flash.say("Your choice is kept. Nothing is brought in yet.");
        return Response.seeOther(URI.create("/imports/" + batch.ref + address(show, page)))
                .build();
    }

    private static String address(String show, String page) {
        var tab = show != null && show.matches("[a-z]{3,8}") ? show : "new";
        return "?show=" + tab + (page != null && page.matches("[1-9]\\d{0,6}") ? "&page=" + page : "");
    }

    /** Of the rows on the page, those without a tick stay out. */
    static void choose(ImportBatch batch, Form form) {
        batch.choose(numbers(form.all("row")), numbers(form.all("take")));
    }

    private static List<Integer> numbers(List<String> typed) {
        if (!typed.stream().allMatch(n -> n.matches("[1-9]\\d{0,7}"))) {
            throw new Refused("The request names rows that are not in the file. Nothing was changed", "");
        }
        return typed.stream().map(Integer::valueOf).toList();
    }
}
