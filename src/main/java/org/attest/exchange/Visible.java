package org.attest.exchange;

/** Text with nothing hidden in it: what cannot be seen, or would turn the reading, stands there by its number. */
final class Visible {

    private static final int LONGEST = 80;

    private Visible() {}

    /** The text for a page or a refusal, cut where it is long. */
    static String of(String text) {
        var visible = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (shown++ == LONGEST) return visible.append("…").toString();
            if (point == '\n' || point == '\r' || point == '\t') visible.append('␤');
            else if (isHidden(point)) visible.append(String.format("[U+%04X]", point));
            else visible.appendCodePoint(point);
            i += Character.charCount(point);
        }
        return visible.toString();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            // the joiners that scripts of India and Persia need are seen by what they join
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            default -> false;
        };
    }
}
