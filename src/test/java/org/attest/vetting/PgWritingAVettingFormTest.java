package org.attest.vetting;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.attest.OnPostgres;

/** The same on PostgreSQL: locks and constraints of the form are the database's. */
@QuarkusTest
@TestProfile(OnPostgres.class)
class PgWritingAVettingFormTest extends WritingAVettingFormTest {}
