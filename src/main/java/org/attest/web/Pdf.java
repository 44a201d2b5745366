package org.attest.web;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page as PDF: tagged for screen readers, in a font of its own that is embedded. Nothing that the page names is ever
 * fetched, no picture, style sheet or entity, neither from the net nor from the disk.
 *
 * <p>The font, DejaVu Sans, writes Latin with all its accents (Welsh, Vietnamese), Greek, Cyrillic, Armenian and Georgian.
 * Hebrew and Arabic letters are there but not set from right to left; Chinese, Japanese, Korean and the scripts of South
 * Asia are missing, and read as {@code #}.
 */
public final class Pdf {

    /** What a page's style calls the font: {@code font-family: Attest}. */
    public static final String FONT = "Attest";

    private Pdf() {}

    /**
     * The PDF of a well-formed XHTML page, A4 unless its style says otherwise. It needs a {@code lang}, a title and a
     * {@code meta} named {@code description}.
     *
     * @throws IllegalArgumentException when it is not well-formed or declares a document type
     */
    public static byte[] of(String xhtml) {
        var page = parsed(xhtml);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useDefaultPageSize(210, 297, PdfRendererBuilder.PageSizeUnits.MM);
        builder.useFont(() -> font("DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUriResolver((base, uri) -> null);
        builder.useProtocolsStreamImplementation(uri -> NOTHING, Set.of("http", "https", "file", "jar", "ftp", "data"));
        builder.withW3cDocument(page, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new IllegalStateException("The page could not be made a PDF", e);
        }
        return out.toByteArray();
    }

    private static Document parsed(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("Not well-formed XHTML: " + e.getMessage(), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream font(String file) {
        return Pdf.class.getResourceAsStream("/fonts/" + file);
    }

    private static final FSStream NOTHING = new FSStream() {
        @Override
        public InputStream getStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public java.io.Reader getReader() {
            return java.io.Reader.nullReader();
        }
    };
}
