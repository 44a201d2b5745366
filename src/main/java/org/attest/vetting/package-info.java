/** From the form to the clearance. Outside only the clearance is seen: level, dates, restriction code; never a file. */
package org.attest.vetting;
