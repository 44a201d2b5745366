package org.attest.recruitment.application;

/**
 * Something without which an application cannot be sent.
 *
 * @param sentence what to do: {@code About you: birth date}
 * @param address where
 */
public record Gap(String sentence, String address) {}
