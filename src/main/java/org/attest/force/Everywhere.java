package org.attest.force;

import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Work that Attest does for all forces without a person: the daily sweep, demonstration data, a program. The only way
 * past the row filter, so that a search for this name finds every such place.
 */
public final class Everywhere {

    private static final ThreadLocal<Set<Long>> FORCES = new ThreadLocal<>();

    private Everywhere() {}

    /** Runs the work with every force in scope, on this thread only. */
    public static <T> T call(Callable<T> work) {
        var before = FORCES.get();
        FORCES.set(Force.allIds());
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            if (before == null) FORCES.remove();
            else FORCES.set(before);
        }
    }

    /** Runs the work with every force in scope, on this thread only. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    static Set<Long> forceIds() {
        return FORCES.get();
    }
}
