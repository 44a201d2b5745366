package org.attest.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.attest.audit.Deed;
import org.attest.audit.Heads;
import org.attest.audit.TrailEntry;
import org.attest.audit.TrailHead;
import org.attest.audit.Verification;
import org.attest.audit.VerifyTrail;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.ClockOfAttest;
import org.attest.web.Csv;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Paging;

/**
 * The trail for those entitled: every chain for the auditor, that of their own force for a data protection lead. Looking
 * is a deed itself.
 */
@Path("/trail")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class TrailEntries {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 500;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 200;
    private static final List<String> ASKED = List.of(
            "chain", "from-day", "from-month", "from-year", "to-day", "to-month", "to-year", "who", "action", "object");
    private static final List<String> HEADINGS = List.of(
            "chain", "number", "time (UTC)", "who", "account", "role", "action", "object", "fields", "reason", "hash");

    @Inject
    CurrentUser currentUser;

    @Inject
    Event<Deed> deeds;

    @Inject
    Heads heads;

    @Inject
    Verification verification;

    @Inject
    Clock clock;

    /** One entry in words. {@code fields} names what was touched, never a value; {@code reason} may be null. */
    record Row(
            long number,
            String chain,
            Instant at,
            String who,
            String role,
            String what,
            String object,
            String fields,
            String reason) {}

    /**
     * {@code chains} are those to choose from; with one there is no choice. {@code place} says whose trail this is, {@code
     * shown} what is filtered, {@code query} and {@code address}
     * repeat the filter in links.
     */
    record list(
            Form form,
            String place,
            List<Option> chains,
            Paging paging,
            List<Row> rows,
            String shown,
            boolean filtered,
            String published,
            String verified,
            boolean damaged,
            String query,
            String address)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.SEE_TRAIL, Permission.SEE_EVERY_TRAIL})
    public Response list(@Context UriInfo address) {
        var typed = address.getQueryParameters();
        var form = Form.of(typed);
        var chains = chains();
        var chain = chosen(form, chains);
        var search = search(form, chain);
        long total = form.isSound() ? search.count() : 0;
        var paging = Paging.of(form.isSound() ? form.text("page") : null, total, PAGE);
        var rows = form.isSound()
                ? search.newest(paging.offset(), PAGE).stream()
                        .map(e -> row(e, chains))
                        .toList()
                : List.<Row>of();
        deeds.fire(new TrailViewed(by(chain), chainOrNational(chain), object(chain), looked(form)));
        var verified = verified(chain);
        var page = new list(
                form,
                chain == null ? "Every force" : chains.get(chain),
                chains.size() == 1
                        ? List.of()
                        : chains.entrySet().stream()
                                .map(c -> new Option(c.getKey(), c.getValue()))
                                .toList(),
                paging,
                rows,
                shown(form, chains),
                ASKED.stream().anyMatch(f -> !form.typed(f).isBlank()),
                published(chain),
                verified.words,
                verified.damaged,
                query(typed),
                "/trail" + query(typed));
        return Response.status(form.isSound() ? 200 : UNPROCESSABLE)
                .entity(page)
                .build();
    }

    /** The same entries as on the pages, all of them. */
    @GET
    @Path("/entries.csv")
    @Produces("text/csv")
    @PermissionsAllowed({Permission.SEE_TRAIL, Permission.SEE_EVERY_TRAIL})
    public Response download(@Context UriInfo address) {
        var form = Form.of(address.getQueryParameters());
        var chain = chosen(form, chains());
        var search = search(form, chain);
        if (!form.isSound()) throw new NotFoundException();
        deeds.fire(new TrailExported(by(chain), chainOrNational(chain), object(chain), looked(form)));
        return Csv.file("trail" + (chain == null ? "" : "-" + chain) + ".csv", HEADINGS, () -> new Rows(search));
    }

    // --- whose trail

    /** Chains that may be looked into, with the names of their forces. */
    private Map<String, String> chains() {
        var chains = new LinkedHashMap<String, String>();
        boolean every = currentUser.may(Permission.SEE_EVERY_TRAIL);
        var written = every ? TrailHead.all().stream().map(TrailHead::chain).toList() : List.<String>of();
        if (every) chains.put(Deed.NATIONAL, "National");
        for (var force : Force.all())
            if (every ? written.contains(force.slug) : currentUser.may(Permission.SEE_TRAIL, force))
                chains.put(force.slug, force.name);
        return chains;
    }

    /** The chain asked for; null for every one. What may not be seen is not found. */
    private String chosen(Form form, Map<String, String> chains) {
        var asked = form.text("chain");
        if (asked != null && !chains.containsKey(asked)) throw new NotFoundException();
        if (asked == null && !currentUser.may(Permission.SEE_EVERY_TRAIL))
            return chains.keySet().stream().findFirst().orElseThrow(NotFoundException::new);
        return asked;
    }

    private org.attest.audit.Actor by(String chain) {
        return currentUser.actorIn(chain == null ? null : Force.bySlug(chain).orElse(null));
    }

    private static String chainOrNational(String chain) {
        return chain == null ? Deed.NATIONAL : chain;
    }

    private static String object(String chain) {
        return "trail of " + (chain == null ? "every force" : chain);
    }

    // --- what they look for

    private static TrailEntry.Search search(Form form, String chain) {
        var from = form.day("from", "From day");
        var to = form.day("to", "To day");
        if (from != null && to != null && to.isBefore(from))
            form.refuse("to", "To day: enter a day after the from day");
        return new TrailEntry.Search(
                chain,
                from == null ? null : beginning(from),
                to == null ? null : beginning(to.plusDays(1)),
                form.optional("who", LONGEST),
                form.optional("action", LONGEST),
                form.optional("object", LONGEST));
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ClockOfAttest.LONDON).toInstant();
    }

    /** For the entry of this look: what was typed, by field. */
    private static Map<String, String> looked(Form form) {
        var looked = new LinkedHashMap<String, String>();
        for (var field : ASKED) if (!form.typed(field).isBlank()) looked.put(field, form.typed(field));
        return looked;
    }

    private static String shown(Form form, Map<String, String> chains) {
        var parts = new ArrayList<String>();
        var from = form.day("from", "");
        var to = form.day("to", "");
        if (form.text("chain") != null) parts.add(chains.get(form.text("chain")));
        if (from != null) parts.add("from " + Formats.inWords(from));
        if (to != null) parts.add("to " + Formats.inWords(to));
        if (form.text("who") != null) parts.add("done by “" + form.text("who") + "”");
        if (form.text("action") != null) parts.add("deed “" + form.text("action") + "”");
        if (form.text("object") != null) parts.add("to “" + form.text("object") + "”");
        return parts.isEmpty() ? "Everything" : String.join(", ", parts);
    }

    private static String query(MultivaluedMap<String, String> typed) {
        var query = new StringBuilder();
        for (var field : ASKED) {
            var value = typed.getFirst(field);
            if (value == null || value.isBlank()) continue;
            query.append(query.isEmpty() ? "?" : "&")
                    .append(field)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    // --- what they see

    private static Row row(TrailEntry entry, Map<String, String> chains) {
        var action = entry.action();
        return new Row(
                entry.number(),
                chains.getOrDefault(entry.chain(), entry.chain()),
                entry.enteredAt(),
                entry.actor().name(),
                entry.actor().role(),
                Character.toUpperCase(action.charAt(0)) + action.substring(1),
                entry.object(),
                String.join(", ", entry.fieldNames()),
                entry.reason());
    }

    private String published(String chain) {
        if (chain != null)
            return heads.last(chain)
                    .map(h -> "Last head published: entry " + Formats.withCommas(h.number()) + ", "
                            + Formats.inWords(Instant.parse(h.time())) + ".")
                    .orElse("No head published yet.");
        var published = heads.published();
        return published.values().stream()
                .map(h -> h.get(h.size() - 1))
                .map(VerifyTrail.Head::time)
                .max(String::compareTo)
                .map(t -> "Heads of " + Formats.of(published.size(), "chain", "chains") + " published, the last "
                        + Formats.inWords(Instant.parse(t)) + ".")
                .orElse("No head published yet.");
    }

    private record Verified(String words, boolean damaged) {}

    private Verified verified(String chain) {
        var last = verification.last();
        if (last.isEmpty()) return new Verified("Not verified yet since Attest started.", false);
        var at = Formats.inWords(last.get().at());
        var fault = last.get().fault();
        if (fault.isPresent() && (chain == null || chain.equals(fault.get().chain())))
            return new Verified("Verified " + at + " and found damaged. " + fault.get(), true);
        if (chain == null || last.get().entries().containsKey(chain) || fault.isEmpty())
            return new Verified("Verified " + at + ": all sound.", false);
        return new Verified("Verification stopped " + at + " at another chain; the auditor knows more.", true);
    }

    /** Everything that is looked for, some hundred at a time, while it is sent. */
    private static final class Rows implements Iterator<List<?>> {

        private final TrailEntry.Search search;
        private Iterator<TrailEntry> some = List.<TrailEntry>of().iterator();
        private TrailEntry last;
        private boolean ended;

        Rows(TrailEntry.Search search) {
            this.search = search;
        }

        @Override
        public boolean hasNext() {
            if (some.hasNext()) return true;
            if (ended) return false;
            var before = last;
            var loaded = QuarkusTransaction.requiringNew().call(() -> search.olderThan(before, AT_ONCE));
            ended = loaded.size() < AT_ONCE;
            some = loaded.iterator();
            return some.hasNext();
        }

        @Override
        public List<?> next() {
            if (!hasNext()) throw new NoSuchElementException();
            last = some.next();
            var entry = last.plain();
            return java.util.Arrays.asList(
                    entry.chain(),
                    entry.number(),
                    entry.time(),
                    entry.actorName(),
                    entry.actorRef(),
                    entry.actorRole(),
                    entry.action(),
                    entry.object(),
                    String.join(", ", last.fieldNames()),
                    entry.reason(),
                    entry.hash());
        }
    }
}
