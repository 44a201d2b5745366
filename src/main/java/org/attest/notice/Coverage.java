package org.attest.notice;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.security.Role;
import org.attest.web.Paging;

/**
 * The proof that nothing dated is forgotten: for everything that is due within a year, who is reminded and when next. What
 * nobody hears of stands first, with what to do about it.
 */
@Path("/forces/{slug}/coverage")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.MANAGE_NOTICES)
@Transactional
public class Coverage {

    private static final int DAYS_AHEAD = 365;

    /** Roles that reminders and escalation go to; somebody must hold each. */
    private static final List<Role> NEEDED =
            List.of(Role.COORDINATOR, Role.VETTING_MANAGER, Role.INSPECTOR, Role.WELFARE_OFFICER, Role.FORCE_LEAD);

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    @All
    List<DueSource> sources;

    /**
     * @param who names of who is reminded, or in words where that is nobody's to know; null for nobody
     * @param next day of the next reminder; null where none is to come
     * @param todo what is wrong and what helps; null where all is well
     */
    record Row(DueKind kind, LocalDate day, String what, String address, String who, LocalDate next, String todo) {

        public boolean covered() {
            return who != null;
        }
    }

    /** @param vacant roles nobody holds, to begin a line with */
    record list(
            Force force,
            List<Row> rows,
            Paging paging,
            long uncovered,
            long doubtful,
            List<String> vacant,
            LocalDate today,
            LocalDate until)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@PathParam("slug") String slug, @QueryParam("page") String page) {
        var force = user.force(slug, Permission.MANAGE_NOTICES);
        var today = LocalDate.now(clock);
        var plans = ReminderPlan.newest(force);
        var rows = new ArrayList<Row>();
        var open = new ArrayList<Due>();
        for (var source : sources) {
            var kind = source.kind();
            var plan = plans.containsKey(kind.code()) ? plans.get(kind.code()).of(kind) : kind;
            for (var due : source.open(force, today.plusDays(DAYS_AHEAD), today)) {
                open.add(due);
                rows.add(new Row(plan, due.day(), due.what(), due.address(), null, null, null));
            }
        }
        var recipients = Recipients.in(force, open);
        var unreached = Unreached.in(force);
        for (int i = 0; i < rows.size(); i++)
            rows.set(i, covered(rows.get(i), open.get(i), recipients, unreached, today));
        rows.sort(Comparator.comparing(Row::covered)
                .thenComparing(row -> row.todo() == null)
                .thenComparing(Row::day)
                .thenComparing(Row::what));
        var paging = Paging.of(page, rows.size());
        return new list(
                force,
                rows.subList(paging.offset(), (int) paging.last()),
                paging,
                rows.stream().filter(r -> !r.covered()).count(),
                rows.stream().filter(r -> r.covered() && r.todo() != null).count(),
                NEEDED.stream()
                        .filter(role -> recipients.holding(role).isEmpty())
                        .map(Role::title)
                        .toList(),
                today,
                today.plusDays(DAYS_AHEAD));
    }

    private static Row covered(Row row, Due due, Recipients recipients, Unreached unreached, LocalDate today) {
        var next = ReminderPlan.next(row.kind(), due.day(), today)
                .map(ReminderPlan.Step::day)
                .orElse(null);
        if (due.secretOwners())
            return new Row(row.kind(), row.day(), row.what(), row.address(), "Whoever decides it", next, null);
        var told = new ArrayList<Account>(recipients.ownersOrCoordinators(due));
        var person = recipients.person(due);
        if (person != null) told.add(0, person);
        var email = Recipients.email(due);
        var names = new LinkedHashSet<String>();
        if (email != null) names.add(email.name() + ", by email");
        told.forEach(account -> names.add(account.name));
        var who = names.isEmpty() ? null : String.join(", ", names);
        String todo = null;
        if (who == null) todo = "Nobody hears of it. Ask an administrator to make somebody coordinator";
        else if (unreached.are(told, email))
            todo = told.isEmpty()
                    ? "Email to them does not arrive. Put the address right"
                    : "Email to them does not arrive. Ask an administrator to put the address right";
        else if (due.isThePersons() && !recipients.reachPerson(due))
            todo = "The person has neither an account nor an email address: the coordinators hear of it instead";
        else if (!due.isThePersons() && recipients.owners(due).isEmpty() && person == null)
            todo = "Nobody is " + due.owners().stream().map(Role::words).collect(Collectors.joining(" or "))
                    + ": the coordinators hear of it instead";
        else if (due.own() != null && !recipients.reachPerson(due))
            todo = "The person has no account to be reminded in: invite them";
        return new Row(row.kind(), row.day(), row.what(), row.address(), who, next, todo);
    }
}
