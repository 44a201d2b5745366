package org.attest.notice;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.web.Pdf;

/** Letters as PDF, in the force's words or the national ones. */
@ApplicationScoped
public class Letters {

    /** @param paragraphs the text, parted where it had an empty line */
    record page(Force force, LocalDate day, String name, String subject, List<String> paragraphs)
            implements TemplateInstance {}

    /**
     * The letter, dated the day.
     *
     * @param fields a value for every field of the template, {@code name} among them
     */
    public byte[] pdf(Force force, Template template, Map<String, String> fields, LocalDate day) {
        if (template.kind() != Template.Kind.LETTER) throw new IllegalArgumentException(template + " is no letter");
        for (var field : template.required())
            if (!fields.containsKey(field.key()))
                throw new IllegalArgumentException(template + " needs the field " + field.key());
        var words = TemplateWording.inUse(force, template).merged(fields);
        return pdf(force, fields.get(Field.NAME.key()), words, day);
    }

    /** A letter whose words stand already: as it was recorded, dated the day. */
    public byte[] pdf(Force force, String name, Words words, LocalDate day) {
        return Pdf.of(new page(
                        force,
                        day,
                        name,
                        words.subject(),
                        Arrays.stream(words.body().split("\n\\s*\n"))
                                .map(String::strip)
                                .filter(p -> !p.isEmpty())
                                .toList())
                .render());
    }

    /** Version of the force's words it is written in; 0 for the national ones. */
    public int versionInUse(Force force, Template template) {
        return TemplateWording.newest(force, template)
                .filter(TemplateWording::isUsable)
                .map(w -> w.number)
                .orElse(0);
    }
}
