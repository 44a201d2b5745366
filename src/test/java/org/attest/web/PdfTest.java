package org.attest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page becomes a PDF that says the same, that a screen reader can read, and that fetched nothing. */
class PdfTest {

    private static String page(String body) {
        return page("", body);
    }

    private static String page(String head, String body) {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A letter</title>
                <meta name="description" content="A letter"/><style>body { font-family: Attest }</style>%s</head>
                <body>%s</body></html>""".formatted(head, body);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).strip().replaceAll("\\s+", " ");
        }
    }

    @Test
    void saysWhatThePageSaid() throws IOException {
        var names = "Róisín Ŵyn Ŷstrad, Nguyễn Thị Ngọc, Αλέξανδρος, Юлия Щербакова, Գայանե, ნინო, Łukasz İbrahim";
        assertEquals(names, textOf(Pdf.of(page("<p>" + names + "</p>"))));
    }

    @Test
    void isTaggedHasALanguageAndEmbedsItsFont() throws IOException {
        try (var document = Loader.loadPDF(Pdf.of(page("<h1>Your application</h1><p><b>Dear</b> Rowan</p>")))) {
            assertEquals("en", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("A letter", document.getDocumentInformation().getTitle());
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertTrue(document.getPage(0).getResources().getFont(name).isEmbedded(), name.getName());
            }
        }
    }

    @Test
    void fetchesNothingThatThePageNames(@TempDir Path folder) throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var there = "http://localhost:" + server.getAddress().getPort() + "/";
            var secret = Files.writeString(folder.resolve("secret.css"), "p:before { content: 'stolen' }");
            var head = """
                    <link rel="stylesheet" href="%1$sa.css"/><link rel="stylesheet" href="%2$s"/>
                    <style>@import url(%1$sb.css); @font-face { font-family: Evil; src: url(%1$sc.ttf) }
                    p { font-family: Evil, Attest; background: url(%1$sd.png) }</style>""";
            var body = """
                    <img src="%1$se.png" alt="x"/><object data="%1$sf.pdf" type="application/pdf"></object><p>Only this</p>""";
            var pdf = Pdf.of(page(head.formatted(there, secret.toUri()), body.formatted(there)));
            assertEquals("Only this", textOf(pdf));
            assertEquals(0, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesADocumentTypeAndWhatIsNotWellFormed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Pdf.of("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + page("&x;")));
        assertThrows(IllegalArgumentException.class, () -> Pdf.of(page("<p>never closed")));
    }
}
