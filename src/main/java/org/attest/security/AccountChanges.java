package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import org.attest.audit.Actor;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;
import org.attest.web.Stale;

/**
 * What an administrator does to one account. Each in a transaction of its own: what is refused in the middle is undone,
 * and the page is shown again with the reason.
 */
@Path("/accounts/{ref}")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.MANAGE_ACCOUNTS)
public class AccountChanges {

    private static final int LONGEST_NAME = 200;

    @Inject
    CurrentUser currentUser;

    @Inject
    Accounts accounts;

    @Inject
    AccountAdministration administration;

    @Inject
    Flash flash;

    /** Shown once, in answer to making it. */
    record link(String name, String ref, String address, boolean invitation, Instant expiresAt)
            implements TemplateInstance {}

    @POST
    @Path("roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveRole(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        return change(ref, Form.of(typed), "role", (account, form) -> {
            var chosen = new ArrayList<AccountAdministration.Chosen>();
            Accounts.chosen(form, "role", "force", chosen);
            if (!form.isSound()) return null;
            if (chosen.isEmpty()) throw new Refused("Choose the role to give", "");
            administration.give(account, chosen.get(0), by());
            flash.say(account.name + " is now " + chosen.get(0).role().words());
            return back(account);
        });
    }

    @POST
    @Path("roles/{grant}/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endRole(
            @PathParam("ref") String ref, @PathParam("grant") String grant, MultivaluedMap<String, String> typed) {
        return change(ref, Form.of(typed), "roles", (account, form) -> {
            var held = account.roles().stream()
                    .filter(g -> g.id.toString().equals(grant))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            administration.end(account, held, by());
            flash.say(account.name + " is no longer " + held.words());
            return back(account);
        });
    }

    @POST
    @Path("records")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response link(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        return change(ref, Form.of(typed), "record", (account, form) -> {
            var record = form.required("record", "Enter the reference of the record", LONGEST_NAME);
            if (!form.isSound()) return null;
            administration.link(account, record, by());
            flash.say(account.name + " opens the record from now on");
            return back(account);
        });
    }

    @POST
    @Path("records/{record}/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unlink(
            @PathParam("ref") String ref, @PathParam("record") String record, MultivaluedMap<String, String> typed) {
        return change(ref, Form.of(typed), "record", (account, form) -> {
            administration.unlink(account, record, by());
            flash.say(account.name + " does not open the record any more");
            return back(account);
        });
    }

    @POST
    @Path("disabling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response disable(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        return change(ref, Form.of(typed), "access", (account, form) -> {
            administration.disable(account, by());
            flash.say(account.name + " can no longer sign in");
            return back(account);
        });
    }

    @POST
    @Path("enabling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enable(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        return change(ref, Form.of(typed), "access", (account, form) -> {
            administration.enable(account, by());
            flash.say(account.name + " can sign in again");
            return back(account);
        });
    }

    @POST
    @Path("sign-outs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endSessions(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        return change(ref, Form.of(typed), "access", (account, form) -> {
            administration.endSessions(account, by());
            flash.say(account.name + " is signed out everywhere");
            return back(account);
        });
    }

    @POST
    @Path("links")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response makeLink(
            @PathParam("ref") String ref, MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        return change(ref, Form.of(typed), "access", (account, form) -> {
            var made = administration.makeLink(account, by());
            if (made.isEmpty()) {
                flash.say("The link is on its way to " + account.email);
                return back(account);
            }
            var host = request.authority() == null ? "" : request.scheme() + "://" + request.authority();
            return Response.status(Response.Status.CREATED)
                    .entity(new link(
                            account.name,
                            account.ref,
                            host + made.get().path(),
                            made.get().purpose() == SingleUseLink.Purpose.INVITATION,
                            made.get().expiresAt()))
                    .build();
        });
    }

    @POST
    @Path("details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        return change(ref, Form.of(typed), "name", (account, form) -> {
            var name = form.required("name", "Enter the person’s name", LONGEST_NAME);
            var email = EmailAddress.required(form, "email");
            if (!form.isSound()) return null;
            try {
                administration.correct(account, name, email, by());
            } catch (AccountAdministration.AddressTaken e) {
                form.refuse("email", "There is already an account with this address");
                return null;
            }
            flash.say("The name and address are saved");
            return back(account);
        });
    }

    /** What is done to an account that is held for it; null when the form has become unsound. */
    private interface Act {
        Response done(Account account, Form form);
    }

    private Response change(String ref, Form form, String field, Act act) {
        Response answer = null;
        int status = 422;
        try {
            answer = QuarkusTransaction.requiringNew().call(() -> {
                var account = Account.byRef(ref).orElseThrow(NotFoundException::new);
                account.holdForChange(form.typed("version"));
                return act.done(account, form);
            });
        } catch (Refused e) {
            form.refuse(field, e.sentence());
        } catch (Stale e) {
            form.refuse("state", e.getMessage());
            status = 409;
        } catch (RuntimeException e) {
            if (!isStale(e)) throw e;
            form.refuse("state", "Somebody else changed this account at the same moment. Nothing of yours was saved.");
            status = 409;
        }
        if (answer != null) return answer;
        Function<Account, TemplateInstance> page = account -> accounts.page(account, form);
        int code = status;
        return QuarkusTransaction.requiringNew().call(() -> Response.status(code)
                .entity(page.apply(Account.byRef(ref).orElseThrow(NotFoundException::new)))
                .build());
    }

    private static boolean isStale(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof OptimisticLockException || cause instanceof org.hibernate.StaleStateException)
                return true;
        return false;
    }

    private Actor by() {
        return currentUser.actorIn(null);
    }

    private static Response back(Account account) {
        return Response.seeOther(URI.create("/accounts/" + account.ref)).build();
    }
}
