/** Applying: public pages, the eligibility pre-check, the application with its references, digital skills. */
package org.attest.recruitment.application;
