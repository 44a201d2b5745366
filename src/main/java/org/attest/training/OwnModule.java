package org.attest.training;

/**
 * A module as the learner sees it: how it stands, and what they can do about it.
 *
 * @param step what they do next, in words that lead there; null where nothing is theirs to do
 * @param address where it leads; null where it leads nowhere
 */
record OwnModule(ModuleStanding standing, String step, String address) {

    private static final String SESSIONS = "Take a place in a session";

    static OwnModule of(TrainingRecord training, ModuleDocument module) {
        var standing = training.standing(module);
        var step = step(training, module, standing.state());
        var address = step == null ? null : step.equals(SESSIONS) ? SessionNews.OWN_PAGE : Studies.path(module.code());
        return new OwnModule(standing, step, address);
    }

    private static String step(TrainingRecord training, ModuleDocument module, ModuleStanding.State state) {
        return switch (state) {
            case OVERDUE, TO_REPEAT, ENDS_SOON -> again(training, module);
            case READY -> "Begin";
            case UNDER_WAY ->
                training.open(module.code()).isPresent()
                        ? "Go on with the questions"
                        : training.isRead(module) ? "Answer the questions" : "Read on";
            case WAITS_FOR_DAY -> module.isLearnedHere() ? "Read it again meanwhile" : null;
            case TAUGHT -> module.isRecordedByHand() ? SESSIONS : null;
            case WITH_COORDINATOR, WAITING, PASSED -> null;
        };
    }

    /** Of what has ended or ends soon. */
    private static String again(TrainingRecord training, ModuleDocument module) {
        if (!training.missing(module).isEmpty()) return null;
        if (!module.isLearnedHere()
                || training.passedAttempt(module.code(), training.day()).isPresent()) {
            return module.isRecordedByHand() ? SESSIONS : null;
        }
        return training.isReassessed(module.code()) || training.isRead(module)
                ? "Answer the questions"
                : "Read it again";
    }

    public ModuleDocument module() {
        return standing.module();
    }

    public ModuleStanding.State state() {
        return standing.state();
    }

    /** What its standing means, with its day. */
    public String sentence() {
        return standing.sentence();
    }
}
