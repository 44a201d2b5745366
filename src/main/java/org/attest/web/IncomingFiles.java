package org.attest.web;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Looks at every paper that people send before any room keeps it. */
@ApplicationScoped
public class IncomingFiles {

    private final long largest;
    private final Scanner scanner;

    /** @param largest bytes of one file; a browser's request is further limited by {@code quarkus.http.limits.max-body-size} */
    @Inject
    IncomingFiles(
            @ConfigProperty(name = "attest.papers.largest", defaultValue = "10M") MemorySize largest, Scanner scanner) {
        this.largest = largest.asLongValue();
        this.scanner = scanner;
    }

    /** The most that one may hold, for a page: {@code 10 MB}. */
    public String largestInWords() {
        return (largest >> 20) + " MB";
    }

    /** Whether files are looked at by a virus scanner; where not, pages say so. */
    public boolean areScanned() {
        return scanner.isThere();
    }

    /**
     * The file, if Attest can take it. What the browser says about it, name and type, decides nothing.
     *
     * @param upload null where the form had none
     * @throws InfectedFile when the scanner found a virus: to be entered in the trail
     * @throws Refused when there is none, it is empty, too large, of another kind, or the scanner does not answer
     */
    public IncomingFile take(FileUpload upload) {
        if (upload == null || isUnnamed(upload) && upload.size() == 0) throw new Refused("Choose a file", "");
        if (upload.size() > largest) throw tooLarge();
        try {
            return look(upload.fileName(), Files.readAllBytes(upload.uploadedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link #take} of bytes at hand. */
    IncomingFile look(String name, byte[] content) {
        if (content.length == 0) throw new Refused("The file is empty", "");
        if (content.length > largest) throw tooLarge();
        var type = PaperType.of(content)
                .orElseThrow(() -> new Refused(
                        "Send a " + PaperType.accepted()
                                + " file. This one is of another kind, whatever its name ends in",
                        ""));
        return new IncomingFile(type, IncomingFile.cleaned(name), content, scanner.scan(content));
    }

    private Refused tooLarge() {
        return new Refused(
                "The file is larger than " + largestInWords() + ", the most Attest takes. Send a smaller one", "");
    }

    private static boolean isUnnamed(FileUpload upload) {
        return upload.fileName() == null || upload.fileName().isBlank();
    }
}
