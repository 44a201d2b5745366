package org.attest.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** How often somebody wants e-mail. Who never chose gets one a day. What they are told in Attest stays the same. */
@Entity
public class EmailPreference extends PanacheEntityBase {

    /** How often. */
    public enum When {
        NEVER("No email", "You read your notices in Attest"),
        DAILY("One email a day", "It says how much is new; on a day without news there is none"),
        URGENT("One email a day, and one at once when something is urgent", "Urgent is what needs you today");

        private final String words;
        private final String hint;

        When(String words, String hint) {
            this.words = words;
            this.hint = hint;
        }

        public String words() {
            return words;
        }

        public String hint() {
            return hint;
        }
    }

    @Id
    @Column(name = "account_id")
    public Long accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public When wanted;

    static When of(Long account) {
        return EmailPreference.<EmailPreference>findByIdOptional(account)
                .map(p -> p.wanted)
                .orElse(When.DAILY);
    }

    static void choose(Long account, When wanted) {
        var preference =
                EmailPreference.<EmailPreference>findByIdOptional(account).orElseGet(EmailPreference::new);
        preference.accountId = account;
        preference.wanted = wanted;
        preference.persist();
    }
}
