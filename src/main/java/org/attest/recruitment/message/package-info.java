/** What a force and one person write to each other, and everything else it sent them, in one place. */
package org.attest.recruitment.message;
