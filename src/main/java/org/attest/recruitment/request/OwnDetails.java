package org.attest.recruitment.request;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.DetailsForm;
import org.attest.recruitment.Own;
import org.attest.security.Permission;
import org.attest.volunteer.Details;
import org.attest.volunteer.JoiningRule;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Wording;

/** One's own details: contact, emergency contact and adjustments are changed at once, what says who somebody is with approval. */
@Path("/me/details")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnDetails {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("knownAs", "Known as");
        LABELS.put("phone", "Telephone");
        LABELS.put("emergencyName", "Emergency contact");
        LABELS.put("emergencyPhone", "Emergency telephone");
        LABELS.put("adjustments", "Adjustments");
    }

    @Inject
    Own own;

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** A field that reads otherwise in the record than in the form. */
    record Difference(String field, String stored, String typed) {}

    /** A key field as it stands, with what waits for a decision; null where nothing does. */
    record Key(KeyField field, String label, String value, KeyChange open, String wanted) {}

    record edit(
            Volunteer person,
            Form form,
            List<Key> keys,
            List<KeyChange> declined,
            boolean stale,
            List<Difference> differences,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance show() {
        var person = own.record().orElseThrow(NotFoundException::new);
        own.shown(person, "own details");
        Map<String, Object> values = new HashMap<>(person.details().fields());
        values.put("version", person.version);
        return page(person, Form.showing(values), false, List.of());
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> typed) {
        var person = own.held();
        var form = Form.of(typed);
        var now = person.details();
        var wanted = new Details(
                now.fullName(),
                form.typed("knownAs"),
                now.birthDate(),
                now.email(),
                form.typed("phone"),
                form.typed("emergencyName"),
                form.typed("emergencyPhone"),
                form.typed("adjustments"),
                now.appointmentType(),
                now.forceNumber());
        if (!form.typed("version").equals(String.valueOf(person.version))) {
            typed.putSingle("version", String.valueOf(person.version));
            return Response.status(409)
                    .entity(page(person, form, true, differences(now, wanted)))
                    .build();
        }
        var faults = wanted.faults(JoiningRule.in(person.force), null, LocalDate.now(clock)).stream()
                .filter(f -> LABELS.containsKey(f.field()))
                .toList();
        DetailsForm.refuse(form, faults);
        boolean same = wanted.differencesFrom(now).isEmpty();
        if (!same) atHand.attempt(form, "phone", () -> person.changeDetails(wanted, own.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(page(person, form, false, List.of()))
                    .build();
        }
        flash.say(same ? "Nothing was different, so nothing changed." : "Your details are saved.");
        return Response.seeOther(URI.create("/me/details")).build();
    }

    private TemplateInstance page(Volunteer person, Form form, boolean stale, List<Difference> differences) {
        var changes = KeyChange.of(person);
        var keys = new ArrayList<Key>();
        for (var field : KeyField.values()) {
            var open = changes.stream()
                    .filter(c -> c.isOpen() && c.field == field)
                    .findFirst()
                    .orElse(null);
            keys.add(new Key(
                    field,
                    wording.keyField(field.name()),
                    KeyValues.words(field, field.of(person.details())),
                    open,
                    open == null ? null : KeyValues.words(field, open.wanted)));
        }
        var declined = changes.stream()
                .filter(c -> c.decision == KeyChange.Decision.DECLINED)
                .toList();
        return new edit(person, form, keys, declined, stale, differences, own.next(person));
    }

    private static List<Difference> differences(Details stored, Details typed) {
        var before = stored.fields();
        var differences = new ArrayList<Difference>();
        typed.differencesFrom(stored).forEach((field, value) -> {
            if (LABELS.containsKey(field)) {
                differences.add(new Difference(
                        LABELS.get(field), KeyValues.orNothing(before.get(field)), KeyValues.orNothing(value)));
            }
        });
        return differences;
    }
}
