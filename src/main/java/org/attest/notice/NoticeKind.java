package org.attest.notice;

/** How much a notice wants of its reader. */
public enum NoticeKind {
    /** Something happened that the reader should know. */
    NEWS("News", false),
    /** Something waits for the reader. */
    TASK("To do", false),
    /** A day comes nearer. */
    REMINDER("Reminder", false),
    /** A day has passed and the matter is still open. */
    OVERDUE("Overdue", false),
    /** Somebody has to act today. */
    URGENT("Urgent", true);

    private final String words;
    private final boolean urgent;

    NoticeKind(String words, boolean urgent) {
        this.words = words;
        this.urgent = urgent;
    }

    public String words() {
        return words;
    }

    /** Whether it may go out at once, by e-mail to who wants that and through the force's web hook. */
    public boolean isUrgent() {
        return urgent;
    }
}
