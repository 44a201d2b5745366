package org.attest.volunteer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.attest.web.Formats;

/**
 * A column that a file can have for Attest: how forces call it, what its cells hold, and which requirements of the policy it
 * settles. One object for each, compared by identity; its name stands in forms and in remembered mappings and never changes.
 */
public final class FileColumn {

    /** What the cells of a column hold. */
    private enum Cell {
        TEXT,
        DAY,
        WORD
    }

    private final String name;
    private final String label;
    private final Cell cell;
    private final int longest;
    private final FileWords<?> words;
    private final Function<String, ?> reading;
    private final String hint;
    private final List<String> headings;
    private final List<String> settles;
    private final boolean service;
    private final boolean unique;
    private final boolean ofOthers;

    private FileColumn(
            String name,
            String label,
            Cell cell,
            int longest,
            FileWords<?> words,
            Function<String, ?> reading,
            String hint,
            List<String> headings,
            List<String> settles,
            boolean service,
            boolean unique,
            boolean ofOthers) {
        this.name = name;
        this.label = label;
        this.cell = cell;
        this.longest = longest;
        this.words = words;
        this.reading = reading;
        this.hint = hint;
        this.headings = headings;
        this.settles = settles;
        this.service = service;
        this.unique = unique;
        this.ofOthers = ofOthers;
    }

    private static FileColumn of(
            String name, String label, Cell cell, int longest, FileWords<?> words, Function<String, ?> reading) {
        return new FileColumn(
                name, label, cell, longest, words, reading, "", List.of(folded(label)), List.of(), false, false, false);
    }

    /** Of one line of text. */
    public static FileColumn text(String name, String label, int longest) {
        return of(name, label, Cell.TEXT, longest, null, line -> line);
    }

    /** Of text that is kept in a form of its own. */
    public static FileColumn text(String name, String label, int longest, Function<String, String> form) {
        return of(name, label, Cell.TEXT, longest, null, form);
    }

    /** Of days, read day first. */
    public static FileColumn day(String name, String label) {
        return of(name, label, Cell.DAY, 60, null, line -> line);
    }

    /** Of words from a list of ours. */
    public static FileColumn of(String name, String label, FileWords<?> words) {
        return of(name, label, Cell.WORD, 200, words, words::of);
    }

    /** With a sentence for who names the columns. */
    public FileColumn hint(String sentence) {
        return new FileColumn(
                name, label, cell, longest, words, reading, sentence, headings, settles, service, unique, ofOthers);
    }

    /** With the headings by which forces call it, the surest first, divided by commas. */
    public FileColumn called(String others) {
        var all = Stream.concat(headings.stream(), Stream.of(others.split(",\\s*")))
                .distinct()
                .toList();
        return new FileColumn(
                name, label, cell, longest, words, reading, hint, all, settles, service, unique, ofOthers);
    }

    /** Without which the requirements of these codes cannot be decided. */
    public FileColumn settles(String... codes) {
        return new FileColumn(
                name, label, cell, longest, words, reading, hint, headings, List.of(codes), service, unique, ofOthers);
    }

    /** Known of people in service only. */
    public FileColumn ofService() {
        return new FileColumn(
                name, label, cell, longest, words, reading, hint, headings, settles, true, unique, ofOthers);
    }

    /** Of which no two rows of a file have the same. */
    public FileColumn unique() {
        return new FileColumn(
                name, label, cell, longest, words, reading, hint, headings, settles, service, true, ofOthers);
    }

    /** Which says something about other columns of its row: where these add nothing, it adds nothing either. */
    public FileColumn ofOthers() {
        return new FileColumn(
                name, label, cell, longest, words, reading, hint, headings, settles, service, unique, true);
    }

    /** As it stands in forms and in what is kept: never changed once used. */
    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    /** Headings that mean this, folded, the surest first. */
    public List<String> headings() {
        return headings;
    }

    /** Most characters of a cell. */
    public int longest() {
        return longest;
    }

    public boolean isDay() {
        return cell == Cell.DAY;
    }

    /** What a cell may say; empty for free text and for days. */
    public List<String> allowed() {
        return words == null ? List.of() : words.allowed();
    }

    /** Codes of the requirements that cannot be decided without it. */
    public Set<String> settles() {
        return Set.copyOf(settles);
    }

    public boolean isOfService() {
        return service;
    }

    public boolean isOfOthers() {
        return ofOthers;
    }

    public boolean isUnique() {
        return unique;
    }

    /** What the line says, days apart: they are read beside the others of their column. Refuses a word that is not known. */
    public Object read(String line) {
        return reading.apply(line);
    }

    /** A value of this column for a page, and for a cell that is read back as the same value. */
    public String inWords(Object value) {
        if (value instanceof LocalDate day) return Formats.inWords(day);
        return words == null ? value.toString() : words.inWords(value);
    }

    /** A heading in small letters without signs: {@code Forename(s)} and {@code forenames} are the same. */
    public static String folded(String heading) {
        return heading.toLowerCase(Locale.UK)
                .replace("(s)", "s")
                .replace("’", "")
                .replace("'", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return name;
    }
}
