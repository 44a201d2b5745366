/** From enquiry to service: the list of people, adding somebody, what is recorded about them, cohorts and moves between stages. */
package org.attest.recruitment;
