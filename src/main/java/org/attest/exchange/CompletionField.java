package org.attest.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attest.volunteer.FileColumn;

/** The columns of a file of completed training: whom a row is about, which course, and what came of it. */
final class CompletionField {

    static final FileColumn USERNAME = FileColumn.text("USERNAME", "Username", 320)
            .hint("In the other system. Read as an email address, a force number or an Attest reference")
            .called("user name, user, login, learner, learner id");

    static final FileColumn COURSE = FileColumn.text("COURSE", "Course or module", 300)
            .hint("Not in the activity completion of Moodle, where each activity has a column of its own")
            .called("course name, coursename, courseshortname, course short name, course fullname, course full name,"
                    + " course, module, module name, certification name, certificationshortname, activity, training");

    static final FileColumn COURSE_NUMBER = FileColumn.text("COURSE_NUMBER", "Course number", 300)
            .called("courseidnumber, course id number, courseid, course id, course code, module code,"
                    + " certificationidnumber, certification id number");

    static final FileColumn COMPLETED_ON = FileColumn.day("COMPLETED_ON", "Completed on")
            .hint("The day, with or without a time")
            .called("completion date, completiondate, timecompleted, time completed, date completed, completed date,"
                    + " passed on, date passed, day passed");

    static final FileColumn RESULT = FileColumn.of("RESULT", "Result", CompletionState.WORDS)
            .hint("Passed, completed, failed or not completed. A day alone says completed")
            .called("completion state, completion status, status, state, outcome, completionstatus");

    static final FileColumn MARK = FileColumn.text("MARK", "Mark", 20)
            .hint("Of a hundred, with or without %")
            .called("grade, score, final score, finalscore, percentage, mark percent, final grade, finalgrade");

    static final FileColumn ASSESSOR = FileColumn.text("ASSESSOR", "Assessor", 320)
            .hint("Name or email address of an assessor of the force. Needed for modules that are signed")
            .called("assessed by, signed by, assessor name, assessor email, signed off by");

    static final Columns ALL = Columns.only(List.of(
            Field.REFERENCE,
            Field.FORCE_NUMBER,
            Field.EMAIL,
            USERNAME,
            Field.FULL_NAME,
            COURSE,
            COURSE_NUMBER,
            COMPLETED_ON,
            RESULT,
            MARK,
            ASSESSOR));

    private CompletionField() {}

    /** Whether the rows name their course; else each activity has a column of its own. */
    static boolean inRows(Mapping mapping) {
        return mapping.has(COURSE) || mapping.has(COURSE_NUMBER);
    }

    /** What is missing, by the field to mend; empty when the file can be read. */
    static Map<String, String> faults(Mapping mapping, Sheet sheet) {
        var faults = new TreeMap<String, String>();
        boolean finds = mapping.has(Field.REFERENCE)
                || mapping.has(Field.FORCE_NUMBER)
                || mapping.has(Field.EMAIL)
                || mapping.has(USERNAME);
        if (!finds) {
            faults.put(
                    Field.EMAIL.name(),
                    "Choose the column that says who it is: reference, force number, email address or username. A name"
                            + " alone never does");
        }
        if (inRows(mapping) && !mapping.has(COMPLETED_ON)) {
            faults.put(COMPLETED_ON.name(), "Choose the column of the day");
        } else if (!inRows(mapping) && Activity.of(sheet, mapping).isEmpty()) {
            faults.put(
                    COURSE.name(),
                    "Choose the column of the course: the file has no columns of activities as Moodle writes them");
        }
        return faults;
    }
}
