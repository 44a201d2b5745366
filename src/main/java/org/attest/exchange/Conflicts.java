package org.attest.exchange;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import org.attest.web.Refused;
import org.attest.web.Stale;
import org.hibernate.exception.ConstraintViolationException;

/** What another person's work, or a rule of a record, did to an act on many people: the causes behind what a transaction throws. */
final class Conflicts {

    private Conflicts() {}

    /** The refusal of a rule behind it; null for everything else. */
    static Refused refusal(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) if (cause instanceof Refused r) return r;
        return null;
    }

    /** What was seen is not so any more; null for everything else. */
    static Stale stale(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) if (cause instanceof Stale s) return s;
        return null;
    }

    /** Whether somebody else was at the same records at the same moment. */
    static boolean isClash(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException
                    || cause instanceof ConstraintViolationException
                    || cause instanceof org.hibernate.PessimisticLockException
                    || cause instanceof org.hibernate.StaleStateException) {
                return true;
            }
        }
        return false;
    }
}
