package org.attest.web;

/** A scanner found a virus in a file that somebody sent: nothing of it is kept, and whoever catches this enters it in the trail. */
public final class InfectedFile extends Refused {

    InfectedFile() {
        super(
                "A virus was found in this file. Nothing of it was kept. Have your computer checked, then send another file",
                "");
    }
}
