package org.attest.web;

/** Somebody else saved first: nothing was changed. Answered with 409 where no form catches it and shows both values. */
public class Stale extends RuntimeException {

    public Stale(String sentence) {
        super(sentence);
    }
}
