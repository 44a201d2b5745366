package org.attest.exchange;

import org.attest.audit.Actor;

/** A file was put aside before it was committed, and its bytes were deleted. */
public record ImportFileDiscarded(Actor by, ImportBatch batch) implements ImportFileDeed {}
