package org.attest.volunteer;

import java.time.LocalDate;
import java.time.Year;

/** On which day somebody reaches an age. Born on 29 February, in a common year on 1 March. */
public final class Ages {

    /** Vetting rule 16: nobody is appointed before this birthday, in any force. */
    public static final int APPOINTMENT = 18;

    private static final int OLDEST = 110;

    private Ages() {}

    /** The birthday on which the age is reached: the first day of that age. */
    public static LocalDate birthday(LocalDate born, int age) {
        int year = born.getYear() + age;
        boolean leapling = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        return leapling && !Year.isLeap(year) ? LocalDate.of(year, 3, 1) : born.plusYears(age);
    }

    /** Whether the age is reached on the day. */
    public static boolean reached(LocalDate born, int age, LocalDate day) {
        return !day.isBefore(birthday(born, age));
    }

    /** What is wrong with a birth date, as a sentence, or null. */
    static String fault(LocalDate born, LocalDate today) {
        if (born.isAfter(today)) return "The birth date is in the future";
        if (reached(born, OLDEST, today)) return "The birth date makes the person older than " + (OLDEST - 1);
        return null;
    }
}
