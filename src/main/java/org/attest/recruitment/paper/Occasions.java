package org.attest.recruitment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.attest.recruitment.application.DigitalSkill;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.Paper;
import org.attest.volunteer.PaperPurpose;
import org.attest.volunteer.RequestedItem;
import org.attest.volunteer.Volunteer;
import org.attest.web.Wording;

/** What somebody could send a paper for now: what they are asked for, what waits for approval, what is not verified. */
@ApplicationScoped
class Occasions {

    /** The choice that is always there. */
    static final String OTHER = PaperPurpose.OTHER.name();

    @Inject
    Wording wording;

    /**
     * One of them.
     *
     * @param value as the form sends it
     * @param label as the person reads it
     * @param item what a request asks for and the paper answers; null for none
     */
    record Occasion(String value, String label, Paper.Matter matter, RequestedItem item) {}

    List<Occasion> of(Volunteer person) {
        var occasions = new LinkedHashMap<String, Occasion>();
        InformationRequest.openFor(person).map(RequestedItem::of).orElse(List.of()).stream()
                .filter(item -> !item.isAnswered())
                .flatMap(item -> asked(item).stream())
                .forEach(o -> occasions.put(o.value, o));
        var found = Eligibility.newest(person).map(Eligibility::answers).orElse(EligibilityAnswers.NOTHING);
        if (Boolean.TRUE.equals(found.longAbroad()) && !found.goodConductSeen())
            occasions.computeIfAbsent(PaperPurpose.GOOD_CONDUCT.name(), v -> standing(PaperPurpose.GOOD_CONDUCT));
        if (found.occupationFinding() == OccupationFinding.PERMISSION_NEEDED)
            occasions.computeIfAbsent(PaperPurpose.PERMISSION.name(), v -> standing(PaperPurpose.PERMISSION));
        var all = new ArrayList<>(occasions.values());
        KeyChange.of(person).stream()
                .filter(KeyChange::isOpen)
                .map(change -> occasion(
                        "change-" + change.ref,
                        PaperPurpose.DETAIL_CHANGE,
                        wording.keyField(change.field.name()),
                        change.ref))
                .forEach(all::add);
        DigitalSkill.of(person).stream()
                .filter(skill -> skill.verifiedAt == null)
                .map(skill -> occasion("skill-" + skill.ref, PaperPurpose.SKILL, skill.detail, skill.ref))
                .forEach(all::add);
        return all;
    }

    /** What a value of the form stands for; {@code words} count where it is something else. */
    Optional<Occasion> chosen(Volunteer person, String value, String words) {
        return OTHER.equals(value)
                ? Optional.of(occasion(OTHER, PaperPurpose.OTHER, words, null))
                : of(person).stream().filter(o -> o.value.equals(value)).findFirst();
    }

    private Optional<Occasion> asked(RequestedItem item) {
        return switch (item.what) {
            case GOOD_CONDUCT -> Optional.of(asked(item, PaperPurpose.GOOD_CONDUCT, null));
            case PERMISSION -> Optional.of(asked(item, PaperPurpose.PERMISSION, null));
            case OTHER -> Optional.of(asked(item, PaperPurpose.REQUESTED, item.words));
            default -> Optional.empty();
        };
    }

    private Occasion asked(RequestedItem item, PaperPurpose purpose, String words) {
        var plain = occasion(words == null ? purpose.name() : "item-" + item.place, purpose, words, item.request.ref);
        return new Occasion(plain.value, plain.label, plain.matter, item);
    }

    private Occasion standing(PaperPurpose purpose) {
        return occasion(purpose.name(), purpose, null, null);
    }

    private Occasion occasion(String value, PaperPurpose purpose, String words, String aboutRef) {
        var label = wording.paperPurpose(purpose.name());
        return new Occasion(
                value,
                words == null || purpose == PaperPurpose.OTHER ? label : label + ": " + words,
                new Paper.Matter(purpose, words, aboutRef),
                null);
    }
}
