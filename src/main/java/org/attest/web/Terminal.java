package org.attest.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where the caller of a {@link Program} sits: their screen, keyboard and files, also when the program runs elsewhere. */
public interface Terminal {

    /** A line on standard output. */
    void say(String line);

    /** A line on standard error. */
    void complain(String line);

    /** One of the caller's files, or their standard input where the name is {@code -}. */
    InputStream read(String file) throws IOException;

    /**
     * A new file of the caller's, readable by them alone; what stood there before is replaced when the stream is closed,
     * and stays when it never is.
     */
    OutputStream write(String file) throws IOException;

    /** A secret typed unseen after the prompt, or the next line of standard input where nobody sits at a keyboard. */
    String secret(String prompt) throws IOException;
}
