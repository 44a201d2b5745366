package org.attest.web;

import io.quarkus.qute.TemplateInstance;

/**
 * A page for what cannot be answered: what happened, in plain words, and what to do now. It repeats nothing of the
 * request, so that a record one may not know of looks exactly like one that does not exist.
 */
record Problem(Kind kind, String sentence, String rule, String reference) {

    enum Kind {
        /** Not sent from one of our pages, or from one that is too old. */
        FOREIGN_FORM(400, "This form could not be taken"),
        UNREADABLE(400, "We could not read what was sent"),
        SIGN_IN_FIRST(401, "Sign in first"),
        NOT_ALLOWED(403, "Your role does not include this page"),
        NOT_FOUND(404, "Page not found"),
        WRONG_METHOD(405, "That cannot be done here"),
        NO_SUCH_FORM(406, "This comes only as a page"),
        STALE(409, "Somebody else was quicker"),
        TOO_LARGE(413, "That is too large"),
        WRONG_TYPE(415, "We cannot take that kind of file"),
        REFUSED(422, "This cannot be done"),
        TOO_MANY(429, "Too many tries"),
        FAILED(500, "Something went wrong here"),
        BUSY(503, "Attest cannot answer just now");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }
    }

    record page(Problem problem) implements TemplateInstance {}

    /** The page for a status that came without words of its own. */
    static Problem of(int status) {
        for (var kind : Kind.values()) {
            if (kind.status == status && kind != Kind.FOREIGN_FORM) return new Problem(kind, null, null, null);
        }
        return new Problem(status >= 500 ? Kind.BUSY : Kind.UNREADABLE, null, null, null);
    }

    static Problem foreignForm() {
        return new Problem(Kind.FOREIGN_FORM, null, null, null);
    }

    static Problem of(Refused refused) {
        return new Problem(Kind.REFUSED, refused.sentence(), refused.rule(), null);
    }

    /** @param sentence what changed; null where nobody can say */
    static Problem stale(String sentence) {
        return new Problem(Kind.STALE, sentence, null, null);
    }

    /** @param reference leads to the entry in the log */
    static Problem failed(String reference) {
        return new Problem(Kind.FAILED, null, null, reference);
    }

    public int status() {
        return kind.status;
    }

    public String title() {
        return kind.title;
    }

    String html() {
        return new page(this).render();
    }
}
