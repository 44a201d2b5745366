package org.attest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.web.Program;
import org.attest.web.Refused;
import org.attest.web.Terminal;
import org.junit.jupiter.api.Test;

/** {@code create-admin} makes somebody who can sign in and invite everybody else. */
@QuarkusTest
class FirstAdministratorTest {

    private static final String PASSWORD = "kettle under violet";

    @Inject
    CreateAdmin program;

    /** Somebody who types this and reads along. */
    private record Typist(String password, List<String> read) implements Terminal {

        Typist(String password) {
            this(password, new ArrayList<>());
        }

        @Override
        public void say(String line) {
            read.add(line);
        }

        @Override
        public void complain(String line) {
            read.add(line);
        }

        @Override
        public InputStream read(String file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutputStream write(String file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String secret(String prompt) {
            return password;
        }
    }

    private static String address() {
        return Reference.random().toLowerCase(Locale.ROOT) + "@tests.example";
    }

    @Test
    void canSignInAndOpenTheAccounts() throws Exception {
        var email = address();
        var typist = new Typist(PASSWORD);
        assertEquals(Program.DONE, program.run(List.of("--email", email.toUpperCase(Locale.ROOT)), typist));
        assertTrue(typist.read.get(0).startsWith(email));
        var session = As.stranger()
                .post("/sign-in", Map.of("email", email, "password", PASSWORD))
                .statusCode(303)
                .extract()
                .cookie("attest_session");
        As.stranger().with("attest_session", session).get("/accounts").statusCode(200);
    }

    @Test
    void isRefusedAWeakPasswordAndAnAddressThatIsTakenOrNone() throws Exception {
        var email = address();
        var weak =
                assertThrows(Refused.class, () -> program.run(List.of("--email", email), new Typist("password1234")));
        assertTrue(weak.sentence().contains("less common"));
        assertThrows(Refused.class, () -> program.run(List.of("--email", "nobody"), new Typist(PASSWORD)));
        program.run(List.of("--email", email), new Typist(PASSWORD));
        assertThrows(Refused.class, () -> program.run(List.of("--email", email), new Typist(PASSWORD)));
    }

    @Test
    void isToldTheUsageOtherwise() {
        for (var words : List.of(
                List.<String>of(), List.of("--email"), List.of("--mail", "a@b.example"), List.of("a", "b", "c")))
            assertThrows(Program.Misused.class, () -> program.run(words, new Typist(PASSWORD)));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgFirstAdministratorTest extends FirstAdministratorTest {}
