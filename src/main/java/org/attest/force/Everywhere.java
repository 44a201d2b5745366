package org.attest.force;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Work that Attest does for all forces without a person: the daily sweep, demonstration data, a program. The only way
 * past the row filter, so that a search for this name finds every such place.
 */
public final class Everywhere {

    private static final ThreadLocal<Boolean> ON = ThreadLocal.withInitial(() -> false);

    private Everywhere() {}

    /** Runs the work with every force in scope, also one founded meanwhile, on this thread only. */
    public static <T> T call(Callable<T> work) {
        boolean before = ON.get();
        ON.set(true);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            if (before) ON.set(true);
            else ON.remove();
        }
    }

    /** Runs the work with every force in scope, on this thread only. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    static boolean isOn() {
        return ON.get();
    }

    /** Tells the row filter, at every query anew. */
    public static class Resolver implements Supplier<Boolean> {

        @Override
        public Boolean get() {
            return isOn();
        }
    }
}
