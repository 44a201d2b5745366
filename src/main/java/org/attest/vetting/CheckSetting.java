package org.attest.vetting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.attest.force.Force;
import org.attest.force.ForceOwned;

/** How a force wants a check at a level, where it wants it otherwise than proposed. Rows are added; the newest applies. */
@Entity
@Table(name = "vetting_check_setting")
public class CheckSetting extends ForceOwned {

    /** Whether a case of the level opens the check. */
    public enum Asked {
        MANDATORY("Mandatory"),
        OPTIONAL("When it is needed"),
        NOT_ASKED("Not asked");

        private final String words;

        Asked(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_check_setting_seq")
    @SequenceGenerator(
            name = "vetting_check_setting_seq",
            sequenceName = "vetting_check_setting_seq",
            allocationSize = 50)
    public Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public ClearanceLevel level;

    @Column(nullable = false, updatable = false)
    public String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Asked asked;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    static List<CheckSetting> of(Force force) {
        return list("force = ?1 order by recordedAt, id", force);
    }
}
