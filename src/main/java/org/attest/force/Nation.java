package org.attest.force;

/** The nation whose bank holidays a force keeps; forces of all Great Britain keep those of England and Wales. */
public enum Nation {
    ENGLAND_AND_WALES,
    SCOTLAND,
    NORTHERN_IRELAND
}
