package org.attest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people may send as a paper is decided by its content, and a scanner that says nothing lets nothing through. */
class IncomingFilesTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Scanner NONE = new Scanner(Optional.empty(), SOON);

    private static IncomingFiles with(Scanner scanner) {
        return new IncomingFiles(new MemorySize(BigInteger.valueOf(1 << 20)), scanner);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String refusal(String name, byte[] content) {
        return assertThrows(Refused.class, () -> with(NONE).look(name, content)).sentence();
    }

    @Test
    void theContentDecidesWhatItIs() {
        assertEquals(
                PaperType.PDF, with(NONE).look("scan.exe", bytes("%PDF-1.4 x")).type());
        assertEquals(
                PaperType.JPEG,
                with(NONE).look("a.pdf", bytes("\u00ff\u00d8\u00ff\u00e0JFIF")).type());
        assertEquals(
                PaperType.PNG,
                with(NONE).look("a", bytes("\u0089PNG\r\n\u001a\nIHDR")).type());
        for (var other : new String[] {
            "<html>", "MZ\u0090", "PK\u0003\u0004", "GIF89a", " %PDF-1.4", "%PD", "\u00ff\u00d8\u00ff", "II*\u0000"
        }) {
            var said = refusal("certificate.pdf", bytes(other));
            assertTrue(said.contains("PDF, JPEG or PNG"), said);
        }
    }

    @Test
    void whatIsEmptyOrTooLargeIsRefused() {
        assertEquals("The file is empty", refusal("a.pdf", new byte[0]));
        var large = Arrays.copyOf(bytes("%PDF-1.4"), (1 << 20) + 1);
        assertTrue(refusal("a.pdf", large).startsWith("The file is larger than 1 MB"));
        assertEquals(
                "Choose a file",
                assertThrows(Refused.class, () -> with(NONE).take(null)).sentence());
    }

    @Test
    void itsNameIsTextToShowAndNothingElse() {
        assertEquals("certificate.pdf", IncomingFile.cleaned("C:\\Users\\me\\certificate.pdf"));
        assertEquals("passwd", IncomingFile.cleaned("../../etc/passwd"));
        // a mark that turns the direction of writing would show gpj.exe as exe.jpg
        assertEquals("photo gpj.exe", IncomingFile.cleaned("photo\n\u202egpj.exe".replace("\n", " ")));
        assertEquals("A file without a name", IncomingFile.cleaned("\u0000"));
        assertEquals("A file without a name", IncomingFile.cleaned(null));
        assertEquals(
                IncomingFile.LONGEST_NAME + 1,
                IncomingFile.cleaned("x".repeat(500)).length());
    }

    @Test
    void itIsSavedUnderANameOfOursAndNeverOpenedInAPage() {
        var answer = IncomingFile.answer(PaperType.JPEG, "paper-ABC", bytes("x"));
        assertEquals("attachment; filename=\"paper-ABC.jpg\"", answer.getHeaderString("Content-Disposition"));
        assertEquals("nosniff", answer.getHeaderString("X-Content-Type-Options"));
        assertEquals("no-store", answer.getHeaderString("Cache-Control"));
        assertEquals("image/jpeg", answer.getMediaType().toString());
    }

    @Test
    void withoutAScannerItIsTakenAndSaidToBeUnscanned() {
        assertFalse(with(NONE).areScanned());
        assertFalse(with(NONE).look("a.pdf", Clamd.INFECTED).scanned());
    }

    @Test
    void aScannerLetsThroughWhatIsCleanAndNothingElse() {
        try (var clamd = new Clamd()) {
            var files = with(clamd.scanner(Duration.ofSeconds(5)));
            assertTrue(files.look("a.pdf", Clamd.CLEAN).scanned());
            assertTrue(files.look("a.pdf", Arrays.copyOf(Clamd.CLEAN, 1 << 20)).scanned());
            assertThrows(InfectedFile.class, () -> files.look("a.pdf", Clamd.INFECTED));
            clamd.answering("INSTREAM size limit exceeded. ERROR");
            assertTriesLater(files);
            clamd.answering("");
            assertTriesLater(files);
            clamd.answering("x".repeat(10_000));
            assertTriesLater(files);
        }
    }

    @Test
    void aScannerThatDoesNotAnswerLetsNothingThrough() throws Exception {
        try (var clamd = new Clamd().silent()) {
            assertTriesLater(with(clamd.scanner(SOON)));
        }
        // takes nothing off the line: a megabyte does not fit into the buffers of the connection for ever
        try (var deaf = new ServerSocket(0)) {
            deaf.setReceiveBufferSize(1024);
            assertTriesLater(with(new Scanner(Optional.of("localhost:" + deaf.getLocalPort()), SOON)));
        }
        int closed;
        try (var gone = new ServerSocket(0)) {
            closed = gone.getLocalPort();
        }
        assertTriesLater(with(new Scanner(Optional.of("localhost:" + closed), SOON)));
        assertTriesLater(with(new Scanner(Optional.of("no-such-host.invalid:3310"), SOON)));
    }

    @Test
    void anAddressNobodyCanMeanIsSaidAtTheStart() {
        for (var wrong : new String[] {"scanner", ":3310", "scanner:", "scanner:http"}) {
            assertThrows(ConfigurationException.class, () -> new Scanner(Optional.of(wrong), SOON));
        }
    }

    private static void assertTriesLater(IncomingFiles files) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var said = assertThrows(Refused.class, () -> files.look("a.pdf", Arrays.copyOf(Clamd.CLEAN, 1 << 20)));
            assertTrue(said.sentence().endsWith("Try again later"), said.sentence());
            assertFalse(said instanceof InfectedFile);
        });
    }
}
