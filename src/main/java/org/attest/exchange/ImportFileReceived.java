package org.attest.exchange;

import org.attest.audit.Actor;

/** A file of people was handed in and is kept; nobody's record is another for it. */
public record ImportFileReceived(Actor by, ImportBatch batch) implements ImportFileDeed {}
