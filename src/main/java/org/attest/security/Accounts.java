package org.attest.security;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Paging;
import org.attest.web.Refused;
import org.attest.web.TimelineEntry;

/** Who may sign in, for the administrator: found, added, looked at. What is done to one is {@link AccountChanges}. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class Accounts {

    /** Roles that the form for a new account offers to give at once. */
    private static final List<Integer> ROLES_AT_ONCE = List.of(1, 2, 3);

    private static final int LONGEST_NAME = 200;

    @Inject
    CurrentUser currentUser;

    @Inject
    AccountAdministration administration;

    @Inject
    Flash flash;

    /** One line of the list. {@code lastBegun} is null for who never signed in. */
    record Row(
            String ref, String name, String email, List<String> roles, AccountFilter.State state, Instant lastBegun) {}

    record list(
            List<Row> rows,
            Paging paging,
            AccountFilter filter,
            Form form,
            List<Option> forces,
            List<Option> roles,
            List<Option> states,
            long asking)
            implements TemplateInstance {}

    record add(Form form, List<Integer> lines, List<Option> roles, List<Option> forces) implements TemplateInstance {}

    /** A role held now. */
    record HeldRole(Long id, String words, Instant since, String givenBy) {}

    record show(
            Account account,
            Form form,
            Form details,
            boolean own,
            AccountFilter.State state,
            Instant asked,
            int sessions,
            List<HeldRole> held,
            List<AccountRecords.Opened> records,
            List<TimelineEntry> history,
            List<Option> roles,
            List<Option> forces)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_ACCOUNTS)
    public TemplateInstance list(
            @QueryParam("q") String q,
            @QueryParam("force") String force,
            @QueryParam("role") String role,
            @QueryParam("state") String state,
            @QueryParam("page") String page) {
        var filter = AccountFilter.of(q, force, role, state);
        var paging = Paging.of(page, Account.countMatching(filter));
        var accounts = Account.matching(filter, paging);
        var roles = RoleGrant.heldByAny(accounts).stream()
                .collect(Collectors.groupingBy(
                        g -> g.account.id, Collectors.mapping(RoleGrant::title, Collectors.toList())));
        var lastBegun = Session.lastBegun(accounts);
        var asking = PasswordRequest.askingAmong(accounts);
        var rows = accounts.stream()
                .map(a -> new Row(
                        a.ref,
                        a.name,
                        a.email,
                        roles.getOrDefault(a.id, List.of()),
                        stateOf(a, asking.contains(a.email)),
                        lastBegun.get(a.id)))
                .toList();
        return new list(
                rows,
                paging,
                filter,
                filter.asForm(),
                forces(),
                roles(),
                Option.of(AccountFilter.State.class, AccountFilter.State::words),
                Account.countMatching(new AccountFilter(null, null, null, AccountFilter.State.ASKED)));
    }

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.MANAGE_ACCOUNTS)
    public TemplateInstance add() {
        return new add(Form.blank(), ROLES_AT_ONCE, roles(), forces());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_ACCOUNTS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var name = form.required("name", "Enter the person’s name", LONGEST_NAME);
        var email = EmailAddress.required(form, "email");
        var chosen = new ArrayList<AccountAdministration.Chosen>();
        for (int line : ROLES_AT_ONCE) chosen(form, "role-" + line, "force-" + line, chosen);
        if (form.isSound()) {
            try {
                var ref = administration.open(email, name, chosen, form.text("record"), currentUser.actorIn(null));
                flash.say(name + " has an account. Make an invitation and hand it over.");
                return Response.seeOther(URI.create("/accounts/" + ref)).build();
            } catch (AccountAdministration.AddressTaken e) {
                form.refuse("email", "There is already an account with this address. Search for it in the list");
            } catch (AccountAdministration.RecordRefused e) {
                form.refuse("record", e.sentence());
            } catch (Refused e) {
                form.refuse("role-1", e.sentence());
            }
        }
        return Response.status(422)
                .entity(new add(form, ROLES_AT_ONCE, roles(), forces()))
                .build();
    }

    @GET
    @Path("{ref}")
    @PermissionsAllowed(Permission.MANAGE_ACCOUNTS)
    public TemplateInstance show(@PathParam("ref") String ref) {
        return page(Account.byRef(ref).orElseThrow(NotFoundException::new), Form.blank());
    }

    /** The page of one account, with what was refused last. */
    show page(Account account, Form form) {
        var asked = PasswordRequest.of(account).map(r -> r.askedAt).orElse(null);
        return new show(
                account,
                form,
                form.has("about", "details")
                        ? form
                        : Form.showing(Map.of("name", account.name, "email", account.email)),
                account.id.equals(currentUser.accountId()),
                stateOf(account, asked != null),
                asked,
                administration.openSessionsOf(account),
                account.roles().stream()
                        .map(g -> new HeldRole(g.id, g.title(), g.since, g.givenBy))
                        .toList(),
                administration.recordsOf(account),
                historyOf(account),
                roles(),
                forces());
    }

    /** A role and a force chosen together, or a refusal beside them; nothing where neither was chosen. */
    static void chosen(Form form, String roleField, String forceField, List<AccountAdministration.Chosen> into) {
        if (form.text(roleField) == null) {
            if (form.text(forceField) != null) form.refuse(roleField, "Choose the role for this force");
            return;
        }
        var role = form.choice(roleField, Role.class, "Choose a role from the list");
        if (role == null) return;
        var slug = form.text(forceField);
        if (role.isNational()) {
            if (slug != null) form.refuse(forceField, "The role " + role.words() + " is national: choose no force");
            else into.add(new AccountAdministration.Chosen(role, null));
            return;
        }
        var force = slug == null ? null : Force.bySlug(slug).orElse(null);
        if (force == null) form.refuse(forceField, "Choose the force in which the role " + role.words() + " is held");
        else into.add(new AccountAdministration.Chosen(role, force));
    }

    private static AccountFilter.State stateOf(Account account, boolean asked) {
        if (!account.enabled) return AccountFilter.State.DISABLED;
        if (asked) return AccountFilter.State.ASKED;
        return account.isInvited() ? AccountFilter.State.INVITED : AccountFilter.State.ENABLED;
    }

    private static List<TimelineEntry> historyOf(Account account) {
        var history = new ArrayList<TimelineEntry>();
        for (var entry : AccountEntry.of(account))
            history.add(new TimelineEntry(entry.what.words(), entry.by, entry.at, null));
        for (var grant : RoleGrant.everHeldBy(account)) {
            history.add(new TimelineEntry("Role given: " + grant.words(), grant.givenBy, grant.since, null));
            if (grant.endedAt != null)
                history.add(new TimelineEntry("Role ended: " + grant.words(), grant.endedBy, grant.endedAt, null));
        }
        history.sort(java.util.Comparator.comparing(TimelineEntry::when).reversed());
        return history;
    }

    private static List<Option> roles() {
        return Option.of(Role.class, r -> {
            var words = r.words().substring(0, 1).toUpperCase(java.util.Locale.UK)
                    + r.words().substring(1);
            return r.isNational() ? words + " (national)" : words;
        });
    }

    private static List<Option> forces() {
        return Force.all().stream().map(f -> new Option(f.slug, f.name)).toList();
    }
}
