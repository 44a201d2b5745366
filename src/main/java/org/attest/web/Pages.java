package org.attest.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The pages that anybody may read, signed in or not: the foot of every other page leads to them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class Pages {

    record help() implements TemplateInstance {}

    record accessibility() implements TemplateInstance {}

    record privacy() implements TemplateInstance {}

    record howAnswersAreDecided() implements TemplateInstance {}

    @GET
    @Path("help")
    public TemplateInstance showHelp() {
        return new help();
    }

    @GET
    @Path("accessibility")
    public TemplateInstance showAccessibility() {
        return new accessibility();
    }

    @GET
    @Path("privacy")
    public TemplateInstance showPrivacy() {
        return new privacy();
    }

    @GET
    @Path("how-answers-are-decided")
    public TemplateInstance showHowAnswersAreDecided() {
        return new howAnswersAreDecided();
    }
}
