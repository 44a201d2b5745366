/** From the curriculum to what somebody has learned, and until when it holds. A qualification is a period; a module is published in versions. */
package org.attest.training;
