/** Bringing people in from the spreadsheets a force has kept by hand: read, map, look before anything changes, commit. */
package org.attest.exchange;
