package org.attest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be a password and what may not. */
class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "kettle-under-violet",
                "xK9#mLq2vTz8",
                "my dog hates wet thistles",
                "пароль из трёх слов",
                "gwyrdd-melyn-porffor",
                "correct-horse-attest",
                "7h%2 mossy ladders",
                "the quick otter 88"
            })
    void allowsWhatIsLongAndHardToGuess(String password) {
        assertEquals(Optional.empty(), PasswordRule.refusal(password, "Priya Raman", "priya.raman@kent.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "elevenchars",
                "aaaaaaaaaaaaaaa",
                "abababababab",
                "abcabcabcabc",
                "123456789012",
                "qwertyuiop12",
                "abcdefghijkl",
                "1q2w3e4r5t6y",
                "1qaz2wsx3edc",
                "zyxwvutsrqpo",
                "098765432109",
                "password1234",
                "Password1234!",
                "P@ssw0rd12345",
                "passwordpassword",
                "Welcome-2026!!",
                "liverpool-football",
                "policepolice99",
                "letmeinletmein1",
                "iloveyou123456",
                "Summer2026!!!!",
                "priya.raman2026",
                "Priyaraman1!!!",
                "attestattest12",
                "Attest-Priya-1",
                "kent.example.1",
                "specialconstable1",
                "!!!!!!2026!!!1",
                "20262026202612"
            })
    void refusesWhatAnybodyWouldGuessFirst(String password) {
        assertTrue(
                PasswordRule.refusal(password, "Priya Raman", "priya.raman@kent.example")
                        .isPresent(),
                password);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 129})
    void refusesWhatIsTooShortOrTooLong(int length) {
        var password = "zebra quilt ".repeat(20).substring(0, length);
        assertTrue(PasswordRule.refusal(password).isPresent());
    }
}
