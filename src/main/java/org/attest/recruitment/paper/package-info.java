/** Papers that people hand in: sending one, what became of it, and the coordinator's verification. */
package org.attest.recruitment.paper;
