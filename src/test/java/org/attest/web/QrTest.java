package org.attest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A QR code drawn in boxes reads as the text it was made of, also from the page of a PDF. */
class QrTest {

    private static final String TEXT = "https://attest.example/certificates/ABCDEFGHJKMN";

    @Test
    void readsAsTheTextItWasMadeOf() throws Exception {
        var boxes = new StringBuilder();
        var qr = Qr.of(TEXT);
        for (var bar : qr.bars()) {
            boxes.append(("<div style=\"position: absolute; background-color: #000; height: 1mm; left: %dmm; top: %dmm;"
                            + " width: %dmm\"></div>")
                    .formatted(bar.left(), bar.top(), bar.width()));
        }
        var page = """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A code</title>
                <meta name="description" content="A code"/><style>body { font-family: Attest }</style></head>
                <body><p>Beside it</p><div style="position: relative; height: %dmm; margin: 4mm">%s</div></body></html>""".formatted(qr.size(), boxes);
        assertEquals(TEXT, Scanned.from(Pdf.of(page)));
    }
}
