package org.attest.security;

import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.NotFoundException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.web.Form;

/**
 * Which accounts the list shows. Empty fields do not filter.
 *
 * @param q part of a name or of an address
 * @param force slug of a force in which a role is held
 */
record AccountFilter(String q, String force, Role role, State state) {

    /** What can be said of an account as a whole. */
    enum State {
        ENABLED("Can sign in", "a.enabled and a.passwordHash is not null"),
        INVITED("Invited, no password yet", "a.enabled and a.passwordHash is null"),
        ASKED(
                "Asks for a new password",
                "a.enabled and exists (select 1 from PasswordRequest r where r.email = a.email)"),
        DISABLED("Disabled", "not a.enabled");

        private final String words;
        private final String condition;

        State(String words, String condition) {
            this.words = words;
            this.condition = condition;
        }

        String words() {
            return words;
        }
    }

    /** As it stands in the address; a role or state that does not exist is not found. */
    static AccountFilter of(String q, String force, String role, String state) {
        return new AccountFilter(text(q), text(force), constant(Role.class, role), constant(State.class, state));
    }

    Form asForm() {
        var values = new LinkedHashMap<String, Object>();
        values.put("q", q);
        values.put("force", force);
        values.put("role", role);
        values.put("state", state);
        return Form.showing(values);
    }

    public boolean isEmpty() {
        return q == null && force == null && role == null && state == null;
    }

    /** The address of the list as filtered, without page. */
    public String address() {
        var set = new LinkedHashMap<String, Object>();
        if (q != null) set.put("q", q);
        if (force != null) set.put("force", force);
        if (role != null) set.put("role", role);
        if (state != null) set.put("state", state);
        if (set.isEmpty()) return "/accounts";
        return "/accounts?"
                + set.entrySet().stream()
                        .map(e -> e.getKey() + "="
                                + URLEncoder.encode(e.getValue().toString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    <T> TypedQuery<T> query(String select, String order, Class<T> type) {
        var hql = new StringBuilder(select).append(" from Account a where 1 = 1");
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (q != null) {
            hql.append(" and (lower(a.name) like :q escape '!' or a.email like :q escape '!')");
            parameters.put("q", "%" + q.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        if (force != null || role != null) {
            hql.append(" and exists (select 1 from RoleGrant g where g.account = a and g.endedAt is null");
            if (force != null) {
                hql.append(" and g.force.slug = :force");
                parameters.put("force", force);
            }
            if (role != null) {
                hql.append(" and g.role = :role");
                parameters.put("role", role);
            }
            hql.append(")");
        }
        if (state != null) hql.append(" and ").append(state.condition);
        var query = Account.getEntityManager().createQuery(hql.append(order).toString(), type);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String typed) {
        if (text(typed) == null) return null;
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(typed))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
