/** What the force asks of people about themselves, and what people ask to be changed in their own record. */
package org.attest.recruitment.request;
