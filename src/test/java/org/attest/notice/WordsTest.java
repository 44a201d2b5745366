package org.attest.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words with fields: each in its place, none unknown, none missing. */
class WordsTest {

    @ParameterizedTest
    @EnumSource(Template.class)
    void nationalWordsAreSoundAndFitTheirLimits(Template template) {
        var words = template.national();
        assertEquals(List.of(), words.faults(template));
        assertTrue(words.subject().length() <= Words.LONGEST_SUBJECT);
        assertTrue(words.body().length() <= Words.LONGEST_BODY);
        var example = template.allowed().stream().collect(Collectors.toMap(Field::key, Field::example));
        var merged = words.merged(example);
        assertFalse((merged.subject() + merged.body()).matches("(?s).*[{}].*"), merged.toString());
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        var faults = new Words("Hello", "{nmae} {link}").faults(Template.NEWS);
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).startsWith("{nmae} is no field of this template"), faults.get(0));
    }

    @Test
    void aMissingFieldIsRefusedByName() {
        var faults = new Words("Hello", "Dear {name}, open {link}").faults(Template.PASSWORD_LINK);
        assertEquals(List.of("{until} is missing: without it nobody learns until when the link works"), faults);
    }

    @Test
    void aBraceThatBelongsToNoFieldIsRefused() {
        assertEquals(
                List.of("There is a brace that belongs to no field. Write fields as {name}"),
                new Words("Hello", "{link} {name").faults(Template.NEWS));
    }

    @Test
    void aValueIsTextAndNothingElse() {
        var words = new Words("For {name}", "Dear {name}, {link}");
        var merged = words.merged(Map.of("name", "{link} $1 \\ O’Neill\r\nBcc: x@y.example", "link", "L"));
        assertEquals("For {link} $1 \\ O’Neill Bcc: x@y.example", merged.subject());
        assertEquals("Dear {link} $1 \\ O’Neill\r\nBcc: x@y.example, L", merged.body());
    }
}
