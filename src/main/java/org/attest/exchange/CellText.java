package org.attest.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * A cell of a workbook as one sees it there: a day as a day, a number with the zeros its format puts in front and without those
 * that only the machine sees.
 */
final class CellText {

    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
    private static final Pattern ZEROS = Pattern.compile("(0+)(?:\\.(0+))?");
    private static final Pattern DAY_LETTERS = Pattern.compile("[dy]", Pattern.CASE_INSENSITIVE);

    /** Day 0 of the count from 1900, for every day after the 29 February 1900 that Excel believes in. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);

    /** 31 December 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    /** The built-in formats of days (ECMA-376, 18.8.30), which workbooks name by number alone. */
    private static boolean isBuiltInDay(Integer id) {
        return id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58);
    }

    private CellText() {}

    /** Empty for a cell with nothing in it. */
    static String of(Cell cell, boolean from1904) {
        if (cell == null || cell.getType() == CellType.EMPTY) return "";
        var raw = cell.getRawValue();
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) return ofFormula(cell, raw, from1904);
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw, from1904);
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "Yes" : "No";
            case ERROR -> raw == null ? "" : raw;
            default -> cell.getText();
        };
    }

    /** What the program that saved the workbook worked out; nothing is worked out here. */
    private static String ofFormula(Cell cell, String raw, boolean from1904) {
        if (raw == null || raw.isEmpty()) return Cells.NEVER_WORKED_OUT + "=" + cell.getFormula();
        var value = cell.getValue();
        if (value instanceof BigDecimal) return number(cell, raw, from1904);
        if (value instanceof Boolean yes) return yes ? "Yes" : "No";
        return value instanceof String text && !text.isEmpty() ? text : raw;
    }

    private static String number(Cell cell, String raw, boolean from1904) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (isDay(cell) && value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(LAST_DAY) <= 0) {
            return (from1904 ? FIRST_OF_1904 : DAY_ZERO)
                    .plusDays(value.longValue())
                    .toString();
        }
        return formatted(value, cell.getDataFormatString());
    }

    private static boolean isDay(Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null || format.isEmpty() || format.equalsIgnoreCase("General")) {
            return isBuiltInDay(cell.getDataFormatId());
        }
        var signs = IN_QUOTES.matcher(format.split(";", 2)[0]).replaceAll("");
        return DAY_LETTERS.matcher(signs).find() && !signs.contains("0") && !signs.contains("#");
    }

    /** The zeros that a format such as {@code 0000} puts in front, and the places it shows; else the plain number. */
    private static String formatted(BigDecimal value, String format) {
        var plain = value.setScale(Math.min(Math.max(0, value.scale()), 12), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        if (format != null) {
            Matcher m = ZEROS.matcher(format.split(";", 2)[0]);
            if (m.matches() && value.signum() >= 0) {
                int places = m.group(2) == null ? 0 : m.group(2).length();
                var shown = value.setScale(places, RoundingMode.HALF_UP).toPlainString();
                int whole = shown.indexOf('.') < 0 ? shown.length() : shown.indexOf('.');
                return "0".repeat(Math.max(0, m.group(1).length() - whole)) + shown;
            }
        }
        return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
    }
}
