package org.attest.vetting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.attest.volunteer.Texts;
import org.attest.web.Form;
import org.attest.web.Refused;

/** What is typed into the forms of a case, and the deeds that are done with it. */
final class Typed {

    private Typed() {}

    /** Several lines, or null where there are none; what is wrong with them stands beside the field. */
    static String lines(Form form, String field, int longest) {
        var text = Texts.lines(form.typed(field));
        var fault = Texts.fault(text, longest, true);
        if (fault != null) form.refuse(field, fault);
        return fault == null ? text : null;
    }

    /** {@link #lines} that must be there. */
    static String needed(Form form, String field, String whatToEnter, int longest) {
        var text = lines(form, field, longest);
        if (text == null) form.refuse(field, whatToEnter);
        return text;
    }

    /** No or yes; null where nothing is chosen. */
    static Boolean yesNo(Form form, String field) {
        return switch (form.typed(field)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** {@code yes}, {@code no}, or null for neither. */
    static String yesNo(Boolean answer) {
        return answer == null ? null : answer ? "yes" : "no";
    }

    /** Does it, unless something is wrong already; a refusal goes beside the field, and null comes back. */
    static <T> T attempt(Form form, String field, Supplier<T> doing) {
        if (!form.isSound()) return null;
        try {
            var done = doing.get();
            VettingCase.flush();
            return done;
        } catch (Refused refused) {
            form.refuse(field, sentence(refused));
            QuarkusTransaction.setRollbackOnly();
            return null;
        }
    }

    /** The page again, of the case as it stands without what was refused: in a transaction of its own, so that the look counts. */
    static Response again(int status, Supplier<TemplateInstance> page) {
        return Response.status(status)
                .entity(QuarkusTransaction.requiringNew().call(page::get))
                .build();
    }

    /** The sentence, and the rule it comes from. */
    static String sentence(Refused refused) {
        return refused.rule().isEmpty() ? refused.sentence() : refused.sentence() + " (" + refused.rule() + ")";
    }
}
