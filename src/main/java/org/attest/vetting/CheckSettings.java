package org.attest.vetting;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.vetting.CheckSetting.Asked;
import org.attest.web.Refused;

/** Which checks a force asks for at each level: the proposal of vetting section 2, and where the force wants it otherwise. */
final class CheckSettings {

    private record Place(ClearanceLevel level, String code) {}

    private final Map<Place, Asked> own = new HashMap<>();

    private CheckSettings() {}

    static CheckSettings of(Force force) {
        var settings = new CheckSettings();
        for (var row : CheckSetting.of(force)) settings.own.put(new Place(row.level, row.code), row.asked);
        return settings;
    }

    /** What is asked where no force says otherwise: an interview and a service record only when they are needed. */
    static Asked proposed(CheckKind kind, ClearanceLevel level) {
        if (kind.mark(level) == CheckKind.Mark.NOT_ASKED) return Asked.NOT_ASKED;
        return switch (kind.code()) {
            case "C11", "C16", "C21" -> Asked.OPTIONAL;
            default -> Asked.MANDATORY;
        };
    }

    Asked asked(CheckKind kind, ClearanceLevel level) {
        return own.getOrDefault(new Place(level, kind.code()), proposed(kind, level));
    }

    /** The force wants the check otherwise from now on; cases whose checks are open stay as they are. Authentication is always mandatory (vetting rule 23). */
    static CheckSettingSet set(Force force, ClearanceLevel level, CheckKind kind, Asked asked, Actor by, Clock clock) {
        if (CheckKind.AUTHENTICATION.contains(kind.code()) && asked != Asked.MANDATORY) {
            throw new Refused(kind.label() + " is part of the authentication and always mandatory", "vetting rule 23");
        }
        var row = new CheckSetting();
        row.force = force;
        row.level = level;
        row.code = kind.code();
        row.asked = asked;
        row.recordedAt = clock.instant();
        row.recordedBy = by.name();
        row.persist();
        return new CheckSettingSet(by, force, level, kind.code(), asked);
    }
}
