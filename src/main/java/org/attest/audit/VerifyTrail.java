package org.attest.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a trail. This one file needs nothing but Java 17 and can be run as it is:
 *
 * <pre>java VerifyTrail.java EXPORT HEADS-FOLDER PUBLIC-KEY-FILE [TRAIL-KEY-FILE]</pre>
 *
 * It names the first bad entry and ends with 1; if there is none it says how many entries each chain has and ends with 0.
 * Attest itself enters and checks its trail with the same code, so that there is one canonical form. Format and meaning:
 * {@code docs/trail.md}.
 */
public final class VerifyTrail {

    /** What the first entry of a chain names as the hash before it. */
    public static final String BEGINNING = "0".repeat(64);

    private VerifyTrail() {}

    /**
     * One entry of a chain.
     *
     * @param time ISO 8601 in UTC, as {@link java.time.Instant#toString} writes it
     * @param subject reference of the person it is about; null for none
     * @param fields {@code name=hash} of each field touched, sorted by name, joined by commas; hashes in hex
     * @param reason a code; null for none
     * @param previous hash of the entry before, {@link #BEGINNING} for the first
     * @param hash SHA-256 of the canonical form, in hex
     * @param mac HMAC-SHA256 of the hash's bytes under the trail key, in hex
     */
    public record Entry(
            String chain,
            long number,
            String time,
            String actorRef,
            String actorName,
            String actorRole,
            String action,
            String object,
            String subject,
            String fields,
            String reason,
            String previous,
            String hash,
            String mac) {

        /** The same entry with its hash and MAC worked out. */
        public Entry sealed(byte[] trailKey) {
            var computed = computedHash();
            return new Entry(
                    chain,
                    number,
                    time,
                    actorRef,
                    actorName,
                    actorRole,
                    action,
                    object,
                    subject,
                    fields,
                    reason,
                    previous,
                    computed,
                    macOf(trailKey, computed));
        }

        /** SHA-256 over everything but hash and MAC. */
        public String computedHash() {
            return sha256(canonical(
                    "attest-trail-1",
                    chain,
                    String.valueOf(number),
                    time,
                    actorRef,
                    actorName,
                    actorRole,
                    action,
                    object,
                    subject,
                    fields,
                    reason,
                    previous));
        }

        /** One line of an export. */
        public String toJson() {
            var json = new StringBuilder("{");
            put(json, "chain", chain);
            json.append(",\"number\":").append(number);
            put(json, "time", time);
            put(json, "actorRef", actorRef);
            put(json, "actorName", actorName);
            put(json, "actorRole", actorRole);
            put(json, "action", action);
            put(json, "object", object);
            put(json, "subject", subject);
            put(json, "fields", fields);
            put(json, "reason", reason);
            put(json, "previous", previous);
            put(json, "hash", hash);
            put(json, "mac", mac);
            return json.append('}').toString();
        }

        /** Reads a line of an export. */
        public static Entry fromJson(String line) {
            var m = Json.object(line);
            return new Entry(
                    Objects.requireNonNull(m.get("chain")),
                    Long.parseLong(m.get("number")),
                    m.get("time"),
                    m.get("actorRef"),
                    m.get("actorName"),
                    m.get("actorRole"),
                    m.get("action"),
                    m.get("object"),
                    m.get("subject"),
                    m.get("fields"),
                    m.get("reason"),
                    m.get("previous"),
                    m.get("hash"),
                    m.get("mac"));
        }
    }

    /**
     * How far a chain had come when it was published outside the database.
     *
     * @param signature Ed25519 over the canonical form of the rest, in Base64
     */
    public record Head(String chain, long number, String hash, String time, String signature) {

        public byte[] signedBytes() {
            return canonical("attest-head-1", chain, String.valueOf(number), hash, time);
        }

        /** One line of a heads file. */
        public String toJson() {
            var json = new StringBuilder("{");
            put(json, "chain", chain);
            json.append(",\"number\":").append(number);
            put(json, "hash", hash);
            put(json, "time", time);
            put(json, "signature", signature);
            return json.append('}').toString();
        }

        static Head fromJson(String line) {
            var m = Json.object(line);
            return new Head(
                    Objects.requireNonNull(m.get("chain")),
                    Long.parseLong(m.get("number")),
                    m.get("hash"),
                    m.get("time"),
                    m.get("signature"));
        }

        boolean isSignedWith(PublicKey key) {
            try {
                var verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(key);
                verifier.update(signedBytes());
                return verifier.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException | RuntimeException e) {
                return false;
            }
        }
    }

    /** The first thing wrong in a chain. */
    public record Fault(String chain, long number, String what) {

        @Override
        public String toString() {
            return "Chain " + chain + ", entry " + number + ": " + what;
        }
    }

    /** Goes through one chain, entry by entry, and stops at the first fault. Holds one entry and the published heads. */
    public static final class Walk {

        private final String chain;
        private final byte[] trailKey;
        private final TreeMap<Long, List<Head>> heads = new TreeMap<>();
        private final PublicKey headKey;
        private long number;
        private String hash = BEGINNING;

        /**
         * @param heads published heads of this chain
         * @param headKey the key they are signed with
         * @param trailKey the key of the MACs; null to leave them unchecked
         */
        public Walk(String chain, List<Head> heads, PublicKey headKey, byte[] trailKey) {
            this.chain = chain;
            this.trailKey = trailKey;
            this.headKey = headKey;
            for (var head : heads)
                this.heads.computeIfAbsent(head.number, n -> new ArrayList<>()).add(head);
        }

        /** Begins behind an entry that was checked before. */
        public Walk after(long number, String hash) {
            this.number = number;
            this.hash = hash;
            heads.headMap(number, true).clear();
            return this;
        }

        public String chain() {
            return chain;
        }

        /** Entries seen. */
        public long number() {
            return number;
        }

        /** Hash of the last entry seen. */
        public String hash() {
            return hash;
        }

        public Optional<Fault> next(Entry entry) {
            if (entry.number > number + 1)
                return fault(
                        number + 1,
                        number + 2 == entry.number
                                ? "is missing"
                                : "and the following up to " + (entry.number - 1) + " are missing");
            if (entry.number <= number) return fault(entry.number, "stands twice or out of its order");
            if (!entry.chain.equals(chain)) return fault(entry.number, "belongs to chain " + entry.chain);
            if (!entry.computedHash().equals(entry.hash))
                return fault(entry.number, "its content is not what was entered (hash differs)");
            if (!entry.previous.equals(hash))
                return fault(entry.number, "does not follow from the entry before it (link differs)");
            if (trailKey != null && !macOf(trailKey, entry.hash).equals(entry.mac))
                return fault(entry.number, "was not written with the trail key (MAC differs)");
            number = entry.number;
            hash = entry.hash;
            for (var head : heads.getOrDefault(number, List.of())) {
                if (!head.isSignedWith(headKey))
                    return fault(number, "its published head of " + head.time + " is not signed with the head key");
                if (!head.hash.equals(hash))
                    return fault(number, "is not the one whose head was published at " + head.time);
            }
            return Optional.empty();
        }

        public Optional<Fault> end() {
            if (heads.isEmpty() || heads.lastKey() <= number) return Optional.empty();
            var head = heads.lastEntry().getValue().get(0);
            return fault(
                    number + 1,
                    head.isSignedWith(headKey)
                            ? "is missing, although the head of entry " + head.number + " was published at " + head.time
                                    + " (cut off or rolled back)"
                            : "the published head of entry " + head.number + " is not signed with the head key");
        }

        private Optional<Fault> fault(long number, String what) {
            return Optional.of(new Fault(chain, number, what));
        }
    }

    /** The heads in a folder, by chain. A last line without its end is the trace of a stopped machine, and skipped. */
    public static Map<String, List<Head>> heads(Path folder) throws IOException {
        var heads = new TreeMap<String, List<Head>>();
        if (!Files.isDirectory(folder)) return heads;
        try (var files = Files.newDirectoryStream(folder, "*.jsonl")) {
            for (var file : files) {
                var text = Files.readString(file);
                int line = 0;
                for (var json :
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                    line++;
                    try {
                        var head = Head.fromJson(json);
                        heads.computeIfAbsent(head.chain, c -> new ArrayList<>())
                                .add(head);
                    } catch (RuntimeException e) {
                        throw new IOException("Line " + line + " of " + file + " is not a published head.");
                    }
                }
            }
        }
        return heads;
    }

    /** HMAC-SHA256 of a hash given in hex, in hex. */
    public static String macOf(byte[] key, String hash) {
        return HexFormat.of().formatHex(hmac(key, HexFormat.of().parseHex(hash)));
    }

    /** What stands in the trail for a value: nobody can tell it without the person's salt, nor two equal ones apart. */
    public static String hidden(byte[] salt, String chain, long number, String field, String value) {
        return HexFormat.of()
                .formatHex(hmac(salt, canonical("attest-value-1", chain, String.valueOf(number), field, value)));
    }

    /** Length and UTF-8 bytes of each part, one after the other, so that no two lists of parts look the same. */
    static byte[] canonical(String... parts) {
        int length = 0;
        var encoded = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            encoded[i] = parts[i] == null ? null : parts[i].getBytes(StandardCharsets.UTF_8);
            length += 4 + (encoded[i] == null ? 0 : encoded[i].length);
        }
        var bytes = ByteBuffer.allocate(length);
        for (var part : encoded) {
            if (part == null) bytes.putInt(-1);
            else bytes.putInt(part.length).put(part);
        }
        return bytes.array();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(StringBuilder json, String name, String value) {
        if (json.length() > 1) json.append(',');
        json.append('"').append(name).append("\":");
        if (value == null) json.append("null");
        else Json.quote(json, value);
    }

    /** As much JSON as an export needs: one flat object a line, of texts, whole numbers and null. */
    private static final class Json {

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Map<String, String> object(String line) {
            var json = new Json(line);
            var members = new LinkedHashMap<String, String>();
            json.expect('{');
            do {
                var name = json.string();
                json.expect(':');
                members.put(name, json.value());
            } while (json.another());
            return members;
        }

        private boolean another() {
            if (text.charAt(at) == ',') {
                at++;
                return true;
            }
            expect('}');
            if (at != text.length()) throw new IllegalArgumentException("something stands behind the object");
            return false;
        }

        private String value() {
            if (text.charAt(at) == '"') return string();
            if (text.startsWith("null", at)) {
                at += 4;
                return null;
            }
            int from = at;
            while (Character.isDigit(text.charAt(at))) at++;
            return text.substring(from, at);
        }

        private String string() {
            expect('"');
            var value = new StringBuilder();
            for (char c; (c = text.charAt(at++)) != '"'; ) {
                if (c != '\\') value.append(c);
                else {
                    c = text.charAt(at++);
                    switch (c) {
                        case 'n' -> value.append('\n');
                        case 'r' -> value.append('\r');
                        case 't' -> value.append('\t');
                        case 'b' -> value.append('\b');
                        case 'f' -> value.append('\f');
                        case 'u' -> {
                            value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                            at += 4;
                        }
                        default -> value.append(c);
                    }
                }
            }
            return value.toString();
        }

        private void expect(char c) {
            if (text.charAt(at++) != c) throw new IllegalArgumentException("expected " + c);
        }

        static void quote(StringBuilder json, String value) {
            json.append('"');
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') json.append('\\').append(c);
                else if (c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029')
                    json.append(String.format("\\u%04x", (int) c));
                else json.append(c);
            }
            json.append('"');
        }
    }

    /** Checks an export; says what is wrong first, or nothing. {@code counts} receives the entries of each chain. */
    static Optional<Fault> check(
            InputStream export,
            Map<String, List<Head>> heads,
            PublicKey headKey,
            byte[] trailKey,
            Map<String, Long> counts)
            throws IOException {
        var lines = new BufferedReader(new java.io.InputStreamReader(export, StandardCharsets.UTF_8));
        Walk walk = null;
        for (String line; (line = lines.readLine()) != null; ) {
            Entry entry;
            try {
                entry = Entry.fromJson(line);
            } catch (RuntimeException e) {
                throw new IOException(
                        walk == null
                                ? "The first line is not an entry."
                                : "The line after entry " + walk.number + " of chain " + walk.chain
                                        + " is not an entry.");
            }
            if (walk == null || !walk.chain.equals(entry.chain)) {
                if (walk != null) {
                    var fault = walk.end();
                    if (fault.isPresent()) return fault;
                }
                if (counts.containsKey(entry.chain))
                    return Optional.of(new Fault(entry.chain, entry.number, "stands apart from its chain"));
                walk = new Walk(entry.chain, heads.getOrDefault(entry.chain, List.of()), headKey, trailKey);
            }
            var fault = walk.next(entry);
            if (fault.isPresent()) return fault;
            counts.put(entry.chain, entry.number);
        }
        if (walk != null) {
            var fault = walk.end();
            if (fault.isPresent()) return fault;
        }
        for (var chain : heads.entrySet()) {
            if (counts.containsKey(chain.getKey())) continue;
            var fault = new Walk(chain.getKey(), chain.getValue(), headKey, trailKey).end();
            if (fault.isPresent()) return fault;
        }
        return Optional.empty();
    }

    private static PublicKey publicKey(Path file) throws IOException, GeneralSecurityException {
        var base64 = Files.readString(file).replaceAll("-----[^-]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    public static void main(String... arguments) {
        if (arguments.length < 3 || arguments.length > 4) {
            System.err.println("Usage: java VerifyTrail.java EXPORT HEADS-FOLDER PUBLIC-KEY-FILE [TRAIL-KEY-FILE]");
            System.exit(2);
        }
        try (var export = Files.newInputStream(Path.of(arguments[0]))) {
            var headsFolder = Path.of(arguments[1]);
            if (!Files.isDirectory(headsFolder)) throw new IOException(headsFolder + " is not a folder.");
            var counts = new TreeMap<String, Long>();
            var fault = check(
                    export,
                    heads(headsFolder),
                    publicKey(Path.of(arguments[2])),
                    arguments.length == 4
                            ? Base64.getDecoder()
                                    .decode(Files.readString(Path.of(arguments[3]))
                                            .strip())
                            : null,
                    counts);
            if (fault.isPresent()) {
                System.err.println(fault.get());
                System.exit(1);
            }
            counts.forEach(
                    (chain, entries) -> System.out.println("Chain " + chain + ": " + entries + " entries, all sound"));
            System.out.println(
                    arguments.length == 4
                            ? "Numbers, links, hashes, MACs and published heads agree."
                            : "Numbers, links, hashes and published heads agree. MACs were not checked: no trail key was given.");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            System.exit(1);
        }
    }
}
