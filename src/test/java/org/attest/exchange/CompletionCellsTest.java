package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.attest.training.LearnedElsewhere.Taught;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, results and names of courses as learning systems write them. */
class CompletionCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thursday, 4 June 2026, 9:32 AM",
                "4 June 2026, 21:32",
                "2026-06-04",
                "2026-06-04 23:59:59",
                "2026-06-04T09:32:11Z",
                "2026-06-04T09:32:11.123+01:00",
                "04/06/2026 09:32",
                "4/6/2026",
                "46177"
            })
    void aDayIsReadWithoutItsTime(String typed) {
        assertEquals(LocalDate.of(2026, 6, 4), CompletionDay.of(typed));
    }

    @Test
    void aTimeFromElsewhereIsADayInLondon() {
        assertEquals(LocalDate.of(2026, 6, 5), CompletionDay.of("2026-06-04T23:30:00Z"), "summer time");
        assertEquals(LocalDate.of(2026, 12, 4), CompletionDay.of("2026-12-04T23:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-31T09:32:11Z", "31/06/2012", "31 June 2026, 9:32 AM", "06/25/2026 10:00", "1780570331"})
    void whatIsNoDayIsRefused(String typed) {
        assertThrows(Refused.class, () -> CompletionDay.of(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "Completed (achieved pass grade), PASSED",
        "Completed (did not achieve pass grade), FAILED",
        "Completed, COMPLETED",
        "Completed (set by Ann Lee), COMPLETED",
        "Not completed, NOT_COMPLETED",
        "Not completed (set by Ann Lee), NOT_COMPLETED",
        "Complete via rpl, COMPLETED",
        "In progress, NOT_COMPLETED"
    })
    void aResultIsReadInTheWordsOfTheSystem(String typed, CompletionState state) {
        assertEquals(state, CompletionState.of(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "DSC-101, DSC-101",
        "dsc101 – Role and ethics (2026), DSC-101",
        "Role ethics and conduct, DSC-101",
        "DSC-1011, ",
        "Yoga, "
    })
    void aCourseIsKnownByTheCodeInItsNameOrByTheTitle(String course, String code) {
        var modules = List.of(new Taught("DSC-101", "Role, ethics and conduct", "DSC-101 Role, ethics and conduct"));
        var meaning = CourseMeaning.guess(course, modules);
        if (code == null) assertNull(meaning);
        else assertEquals(code, meaning.module());
    }
}
