package org.attest.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of file that people may send as a paper, told apart by how each begins, never by what it is called. */
public enum PaperType {
    PDF("PDF", "application/pdf", "pdf", 0x25, 0x50, 0x44, 0x46, 0x2D),
    JPEG("JPEG", "image/jpeg", "jpg", 0xFF, 0xD8, 0xFF),
    PNG("PNG", "image/png", "png", 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);

    private final String words;
    private final String mediaType;
    private final String extension;
    private final byte[] beginning;

    PaperType(String words, String mediaType, String extension, int... beginning) {
        this.words = words;
        this.mediaType = mediaType;
        this.extension = extension;
        this.beginning = new byte[beginning.length];
        for (int i = 0; i < beginning.length; i++) this.beginning[i] = (byte) beginning[i];
    }

    /** By the content; empty for every other kind. */
    public static Optional<PaperType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        return content.length > beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** As a page says it. */
    public String words() {
        return words;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What the name of a file of this kind ends in, without the dot. */
    public String extension() {
        return extension;
    }

    /** What may be sent, for a page: {@code PDF, JPEG or PNG}. */
    public static String accepted() {
        var all = List.of(values());
        return all.stream().limit(all.size() - 1).map(t -> t.words).collect(Collectors.joining(", ")) + " or "
                + all.get(all.size() - 1).words;
    }

    /** What a browser offers to choose from; it binds nobody. */
    public static String acceptedByBrowser() {
        return Arrays.stream(values()).map(t -> t.mediaType).collect(Collectors.joining(","));
    }
}
