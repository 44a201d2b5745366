package org.attest.web;

import java.util.List;

/**
 * A command of the same jar, such as {@code verify-trail}. A bean of this type is found by its name; its line in {@code
 * programs.txt} says how it is used. It runs inside the running application when there is one, else in one started for it
 * alone, without an address: either way its words and files are those of whoever called it ({@link Terminal}).
 */
public interface Program {

    /** Done. */
    int DONE = 0;
    /** Refused or failed, after one clear line. */
    int FAILED = 1;
    /** Wrong usage: the usage line was shown. */
    int MISUSED = 2;

    /** The word it is called by: {@code verify-trail}. */
    String name();

    /**
     * Does the work, on a thread that may block, outside any transaction. {@link Refused} becomes {@link #FAILED} with its
     * sentence, {@link Misused} becomes {@link #MISUSED}.
     *
     * @param arguments what followed the name
     * @return the exit code
     */
    int run(List<String> arguments, Terminal terminal) throws Exception;

    /** The arguments make no sense; the usage line is shown instead. */
    final class Misused extends RuntimeException {}
}
