package org.attest.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with the parameters of the OWASP password storage cheat sheet: 19 MiB of memory, two passes, one lane. The
 * parameters stand in the stored text, so that they can be raised later and old hashes replaced at the next sign-in.
 */
final class PasswordHash {

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern STORED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** Stands in where there is no account or no password, so that an answer takes the same work. Nobody's password. */
    static final String OF_NOBODY = of(Secret.random());

    private PasswordHash() {}

    /** A new hash with a new salt, as text that carries its parameters. */
    static String of(String password) {
        return of(password, KIBIBYTES, PASSES);
    }

    /** A new hash with other parameters, as an older release made them. */
    static String of(String password, int kibibytes, int passes) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return "$argon2id$v=19$m=" + kibibytes + ",t=" + passes + ",p=" + LANES + "$" + encode(salt) + "$"
                + encode(compute(password, salt, kibibytes, passes, LANES, HASH_BYTES));
    }

    /** Whether the password made this hash; compared in constant time. */
    static boolean matches(String password, String stored) {
        var parts = STORED.matcher(stored);
        if (!parts.matches()) throw new IllegalStateException("A stored password hash cannot be read");
        var expected = Base64.getDecoder().decode(parts.group(5));
        var computed = compute(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, computed);
    }

    /** Whether it was made with other parameters than those in use now. */
    static boolean isOutdated(String stored) {
        return !stored.startsWith("$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$");
    }

    private static byte[] compute(String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        // the same characters can be typed composed or decomposed, depending on the keyboard
        var typed = Normalizer.normalize(password, Normalizer.Form.NFC);
        generator.generateBytes(typed.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
