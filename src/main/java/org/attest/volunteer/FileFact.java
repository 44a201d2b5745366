package org.attest.volunteer;

/**
 * Something a file brought that is a row of its own with the room: an appointment, a piece of equipment.
 *
 * @param kind what it is, the same word for every row of the kind and for no other kind
 */
public record FileFact(Volunteer person, String kind, Long id) {}
