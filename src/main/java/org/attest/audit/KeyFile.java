package org.attest.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Keys of 32 random bytes, each in a file of its own in {@code ATTEST_DATA/keys}, as one line of Base64, readable by the owner alone. */
public final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /** The key in the file, if there is one. */
    public static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(decode(Files.readString(file).strip(), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The key in the file; made now where there is none. Of two makers at once the first wins. */
    public static byte[] readOrMake(Path file) throws IOException {
        var there = read(file);
        return there.isPresent() ? there.get() : make(file);
    }

    /** A new key in a new file; where somebody made it in the meantime, theirs. */
    static byte[] make(Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        createFolder(file.getParent());
        // written aside and moved into place, so that nobody ever reads half a key
        var aside = Files.createTempFile(
                file.getParent(), file.getFileName().toString(), ".new", ownerOnly("rw-------", file));
        try {
            try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((Base64.getEncoder().encodeToString(key) + "\n").getBytes()));
                channel.force(true);
            }
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            return read(file).orElseThrow();
        } finally {
            Files.deleteIfExists(aside);
        }
        return key;
    }

    /** A new key in this file, whatever stood there before. */
    static byte[] makeAnew(Path file) throws IOException {
        Files.deleteIfExists(file);
        return make(file);
    }

    /** The key in the one file takes the place of that in the other, at once or not at all. */
    static void putInPlace(Path next, Path file) throws IOException {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A key given as text. */
    static byte[] decode(String base64, String where) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The key in " + where + " is not Base64.");
        }
        if (key.length != BYTES)
            throw new IllegalStateException(
                    "The key in " + where + " must be " + BYTES + " bytes in Base64, it is " + key.length + ".");
        return key;
    }

    /** The folder, made for the owner alone where it is missing. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectory(folder, ownerOnly("rwx------", folder));
            } catch (FileAlreadyExistsException e) {
                // another node of the same installation was faster
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(String rights, Path where) {
        Set<String> views = where.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
