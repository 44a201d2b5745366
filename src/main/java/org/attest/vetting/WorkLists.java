package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Paging;

/** The cases of a force as its vetting unit works them, oldest promise first; for the panel, the appeals that wait. */
@Path("/vetting")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class WorkLists {

    @Inject
    CurrentUser user;

    @Inject
    CaseTeam team;

    @Inject
    Clock clock;

    /** A part of the list, with its address. */
    record Tab(CaseView view, String address, boolean current) {}

    /** One case. */
    record Line(String ref, String name, String level, String state, String stateKind, Promise promise, NextMove move) {

        /** Address of the case. */
        public String path() {
            return "/vetting-cases/" + ref;
        }
    }

    /**
     * @param forces the others in which the reader works on vetting
     * @param heading count and what is counted
     * @param shut the reader recruits in the force, so that no case of it is theirs (vetting rule 27)
     * @param filtered whether more is asked than the view
     */
    record list(
            Force force,
            List<Force> forces,
            String heading,
            List<Tab> tabs,
            CaseView view,
            Form form,
            List<Option> states,
            List<Option> levels,
            List<Line> lines,
            Paging paging,
            String path,
            boolean filtered,
            boolean shut,
            boolean runs,
            boolean decides)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.RUN_VETTING, Permission.HEAR_APPEALS})
    public TemplateInstance list(
            @QueryParam("force") String slug,
            @QueryParam("view") String viewTyped,
            @QueryParam("state") String stateTyped,
            @QueryParam("level") String levelTyped,
            @QueryParam("q") String q,
            @QueryParam("page") String page) {
        var today = LocalDate.now(clock);
        var forces = forces();
        var force = forces.stream()
                .filter(f -> slug == null || slug.isEmpty() || f.slug.equals(slug))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var views = CaseView.of(user.may(Permission.RUN_VETTING, force), user.may(Permission.HEAR_APPEALS, force));
        var view = views.stream()
                .filter(v -> v.slug().equals(viewTyped))
                .findFirst()
                .orElse(views.get(0));
        var state = constant(CaseState.class, stateTyped);
        var level = constant(ClearanceLevel.class, levelTyped);
        var name = q == null ? "" : Texts.folded(q);
        var cases = new ArrayList<>(theirs(force, view, today));
        cases.removeIf(c -> state != null && c.stateOn(today) != state);
        cases.removeIf(c -> level != null && c.level != level);
        cases.removeIf(c -> !Texts.folded(c.volunteer.fullName).contains(name) && !c.ref.equalsIgnoreCase(q));
        cases.sort(view.order(today));
        var paging = Paging.of(page, cases.size());
        var shown = cases.subList(paging.offset(), (int) paging.last());
        var typed = new HashMap<String, Object>();
        typed.put("view", view.slug());
        typed.put("force", force.slug);
        typed.put("state", stateTyped);
        typed.put("level", levelTyped);
        typed.put("q", q);
        return new list(
                force,
                forces.stream().filter(f -> !f.equals(force)).toList(),
                Formats.of(cases.size(), view.one(), view.many()),
                views.stream()
                        .map(v -> new Tab(v, address(force, v, null, null, null), v == view))
                        .toList(),
                view,
                Form.showing(typed),
                view.states().stream().map(s -> new Option(s.name(), s.words())).toList(),
                Arrays.stream(ClearanceLevel.values())
                        .filter(ClearanceLevel::isForceVetting)
                        .map(l -> new Option(l.name(), l.label()))
                        .toList(),
                lines(force, shown, today),
                paging,
                address(force, view, stateTyped, levelTyped, q),
                state != null || level != null || !name.isEmpty(),
                user.may(Permission.MANAGE_PEOPLE, force),
                user.may(Permission.RUN_VETTING, force),
                user.may(Permission.DECIDE_VETTING, force));
    }

    private List<Force> forces() {
        var forces = new LinkedHashSet<Force>();
        for (var held : user.held()) {
            if (held.forceSlug() == null) continue;
            var force = Force.bySlug(held.forceSlug()).orElseThrow();
            if (user.may(Permission.RUN_VETTING, force) || user.may(Permission.HEAR_APPEALS, force)) forces.add(force);
        }
        return List.copyOf(forces);
    }

    private List<VettingCase> theirs(Force force, CaseView view, LocalDate today) {
        var cases = VettingCase.in(force, view.stored());
        var theirs = view == CaseView.APPEALS ? team.toHear(force, cases) : team.theirs(force, cases);
        return theirs.stream().filter(c -> view.shows(c, today)).toList();
    }

    private List<Line> lines(Force force, List<VettingCase> cases, LocalDate today) {
        var hands = team.handsIn(force);
        var standings = Standings.of(cases, user.actorIn(force).ref(), today);
        return cases.stream().map(c -> line(c, standings, hands, today)).toList();
    }

    private static Line line(VettingCase one, Standings standings, Set<Hand> hands, LocalDate today) {
        var state = one.stateOn(today);
        return new Line(
                one.ref,
                one.volunteer.fullName,
                one.level.label(),
                state.words(),
                state.mark(),
                standings.promise(one),
                NextMove.of(standings.standing(one), hands));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String typed) {
        for (E constant : type.getEnumConstants()) if (constant.name().equals(typed)) return constant;
        return null;
    }

    private static String address(Force force, CaseView view, String state, String level, String q) {
        var address = new StringBuilder("/vetting?force=" + force.slug + "&view=" + view.slug());
        add(address, "state", state);
        add(address, "level", level);
        add(address, "q", q);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (value == null || value.isEmpty()) return;
        address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
