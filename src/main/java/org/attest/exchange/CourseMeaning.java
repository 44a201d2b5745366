package org.attest.exchange;

import java.util.Collection;
import java.util.Map;
import org.attest.training.LearnedElsewhere.Taught;
import org.attest.volunteer.FileColumn;

/**
 * What a course of another system is here.
 *
 * @param module code of the module; null where the course is left out
 * @param passes whether a plain “completed” there means that the pass mark was reached
 */
record CourseMeaning(String module, boolean passes) {

    static final CourseMeaning LEFT_OUT = new CourseMeaning(null, false);

    private static final String NONE = "-";
    private static final String PASSES = "+";

    static CourseMeaning of(String written) {
        if (written.equals(NONE)) return LEFT_OUT;
        boolean passes = written.endsWith(PASSES);
        return new CourseMeaning(passes ? written.substring(0, written.length() - 1) : written, passes);
    }

    /** As it is kept. */
    String written() {
        return module == null ? NONE : module + (passes ? PASSES : "");
    }

    boolean isLeftOut() {
        return module == null;
    }

    /** The module whose code stands in the name, or whose title is the name; null for none. */
    static CourseMeaning guess(String course, Collection<Taught> modules) {
        var name = " " + FileColumn.folded(course) + " ";
        var joined = name.replace(" ", "");
        for (var module : modules) {
            var code = FileColumn.folded(module.code());
            if (name.contains(" " + code + " ") || name.contains(" " + code.replace(" ", "") + " ")) {
                return new CourseMeaning(module.code(), false);
            }
        }
        for (var module : modules) {
            if (joined.equals(FileColumn.folded(module.title()).replace(" ", ""))) {
                return new CourseMeaning(module.code(), false);
            }
        }
        return null;
    }

    /** What is known of the course; null where nothing is. */
    static CourseMeaning in(Map<String, String> courses, String key) {
        var written = courses == null ? null : courses.get(key);
        return written == null ? null : of(written);
    }
}
