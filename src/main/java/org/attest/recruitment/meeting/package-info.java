/** Interviews, medicals and the like: times that are opened, booked by the people themselves, and what came of them. */
package org.attest.recruitment.meeting;
