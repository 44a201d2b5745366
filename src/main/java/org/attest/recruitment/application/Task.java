package org.attest.recruitment.application;

/**
 * A line of the list of tasks.
 *
 * @param kind of its mark: met when done, soon when begun, vacant when not
 * @param state the same in words
 * @param detail what is open, or what is there; may be null
 */
public record Task(String title, String address, String kind, String state, String detail) {

    static Task of(String title, String address, boolean done, boolean begun, String detail) {
        return new Task(
                title,
                address,
                done ? "met" : begun ? "soon" : "vacant",
                done ? "Done" : begun ? "Begun" : "Not begun",
                detail);
    }

    public boolean isDone() {
        return kind.equals("met");
    }
}
