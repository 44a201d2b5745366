package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;

/** The catalogue: every module, what it needs, what needs it, and which tiers ask for it. The same for every force. */
@Path("/training")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_CURRICULUM)
public class Modules {

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** A force whose training the reader sees. */
    record Place(String slug, String name) {}

    /** @param neededBy the modules that ask for it */
    record Line(ModuleDocument module, String term, List<String> neededBy, List<String> tiers) {}

    record Group(TrainingStage stage, List<Line> lines) {}

    /**
     * @param hours of the modules that tier 1 asks for
     * @param writes whether the reader is an author
     * @param drafts that are being written, for authors
     * @param places where the reader runs training, or sees it
     */
    record list(
            List<Group> groups, int modules, int hours, boolean writes, List<ModuleDraft> drafts, List<Place> places)
            implements TemplateInstance {}

    record show(
            ModuleDocument module,
            int number,
            String term,
            String example,
            List<ModuleDocument> needs,
            List<ModuleDocument> neededBy,
            List<String> tiers,
            boolean writes,
            boolean drafted)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        var curriculum = Curriculum.current();
        var taught = curriculum.modules().stream().filter(m -> !m.isRetired()).toList();
        var groups = Arrays.stream(TrainingStage.values())
                .map(stage -> new Group(
                        stage,
                        taught.stream()
                                .filter(m -> m.stage() == stage)
                                .map(m -> line(curriculum, m))
                                .toList()))
                .filter(group -> !group.lines.isEmpty())
                .toList();
        var first = curriculum.tiers().tiers().get("T1");
        int hours = first == null
                ? 0
                : taught.stream()
                        .filter(m -> first.modules().contains(m.code()) && m.hours() != null)
                        .mapToInt(ModuleDocument::hours)
                        .sum();
        boolean writes = user.may(Permission.WRITE_MODULES);
        return new list(groups, taught.size(), hours, writes, writes ? ModuleDraft.all() : List.of(), places());
    }

    private List<Place> places() {
        return user.held().stream()
                .filter(held -> held.forceSlug() != null && held.role().allows(Permission.SEE_TRAINING))
                .map(held -> new Place(held.forceSlug(), held.forceName()))
                .distinct()
                .toList();
    }

    @GET
    @Path("{code}")
    public TemplateInstance show(@PathParam("code") String typed) {
        var code = typed.toUpperCase(Locale.ROOT);
        var versions = ModuleVersion.newest();
        var version =
                versions.stream().filter(v -> v.code().equals(code)).findFirst().orElseThrow(NotFoundException::new);
        var curriculum = Curriculum.of(versions);
        var module = version.document();
        return new show(
                module,
                version.number,
                module.term().words(),
                module.term().example(LocalDate.now(clock)),
                module.prerequisites().stream()
                        .flatMap(needed -> curriculum.module(needed).stream())
                        .toList(),
                curriculum.neededBy(code),
                curriculum.tiers().asking(code),
                user.may(Permission.WRITE_MODULES),
                user.may(Permission.WRITE_MODULES) && ModuleDraft.of(code).isPresent());
    }

    private static Line line(Curriculum curriculum, ModuleDocument module) {
        return new Line(
                module,
                module.term().words(),
                curriculum.neededBy(module.code()).stream()
                        .map(ModuleDocument::code)
                        .toList(),
                curriculum.tiers().asking(module.code()));
    }
}
