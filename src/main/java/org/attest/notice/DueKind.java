package org.attest.notice;

import java.util.List;

/**
 * A kind of dated thing that people are reminded of.
 *
 * @param code stays the same for good: {@code hold-review}
 * @param words what it is, to begin a line with: {@code Review of an absence}
 * @param leadDays days before the day on which its owner is reminded, where a force sets nothing else
 * @param coordinatorAfter days after the day on which the coordinators are told that it is still open
 * @param leadAfter days after the day on which the force's lead is told; -1 for both where it cannot be overdue
 */
public record DueKind(String code, String words, List<Integer> leadDays, int coordinatorAfter, int leadAfter) {

    public DueKind {
        leadDays = List.copyOf(leadDays);
    }

    /** One that is over when its day has passed. */
    public static DueKind passing(String code, String words, List<Integer> leadDays) {
        return new DueKind(code, words, leadDays, -1, -1);
    }

    /** Whether it stays open, and is escalated, when its day has passed. */
    public boolean canBeOverdue() {
        return coordinatorAfter >= 0;
    }
}
