package org.attest.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as a QR code, in dark bars that a page can draw as boxes, so that a PDF needs no picture. What it says stands in
 * words beside it: it is nothing to a screen reader.
 *
 * @param size modules each way, without the quiet zone of four around it
 */
public record Qr(int size, List<Bar> bars) {

    /** Dark modules beside each other, counted from the left and the top. */
    public record Bar(int left, int top, int width) {}

    /** A damaged sixth of it can still be read. */
    public static Qr of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var bars = new ArrayList<Bar>();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) != 1) continue;
                    int from = x;
                    while (x + 1 < matrix.getWidth() && matrix.get(x + 1, y) == 1) x++;
                    bars.add(new Bar(from, y, x - from + 1));
                }
            }
            return new Qr(matrix.getWidth(), bars);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }
}
