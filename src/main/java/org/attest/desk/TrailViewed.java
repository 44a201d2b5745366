package org.attest.desk;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/**
 * Somebody looked into the trail.
 *
 * @param fields what they looked for
 */
record TrailViewed(Actor by, String chain, String object, Map<String, String> fields) implements Deed {}
