package org.attest.vetting;

/** What calls for another look at a clearance (vetting section 1.4). */
enum ReviewTrigger {
    YEARLY("The yearly integrity and vetting review"),
    RANDOM("The random sample for vetting again"),
    ADVERSE_INFORMATION("Adverse information"),
    MISCONDUCT("A misconduct outcome short of dismissal"),
    OWN_NOTIFICATION("The person reported a change"),
    MOVE("A move: a designated post, a new role, a transfer or a return"),
    RENEWAL("The renewal comes nearer");

    private final String words;

    ReviewTrigger(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
