package org.attest.audit;

import java.util.Objects;

/**
 * Who did something: a signed-in person, or Attest itself (the daily sweep, a program run by an operator).
 *
 * @param ref stable reference of the account, or the name of the program
 * @param name the name to show beside the deed, as it stood then
 * @param role in which capacity, in words; empty where there is none
 */
public record Actor(String ref, String name, String role) {

    /** Attest doing what its rules make it do, without a person. */
    public static final Actor ATTEST = new Actor("attest", "Attest", "");

    public Actor {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
    }

    /** A program started by whoever runs the installation, such as {@code import}. */
    public static Actor program(String name) {
        return new Actor("program:" + name, "Program " + name, "");
    }
}
