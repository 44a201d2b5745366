package org.attest.vetting;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.attest.OnPostgres;

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgCarryingAFormOverTest extends CarryingAFormOverTest {}
