package org.attest.exchange;

import org.attest.audit.Actor;

/** Somebody looked at the rows of a file, or saved the file or its refused rows. */
public record ImportFileRead(Actor by, ImportBatch batch) implements ImportFileDeed {}
