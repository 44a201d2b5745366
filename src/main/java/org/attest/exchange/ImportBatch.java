package org.attest.exchange;

import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A file that was handed in, how it is read, and what it brought. Until it is committed nothing but this exists: the bytes,
 * their SHA-256, the mapping and the rows left out.
 */
@Entity
public class ImportBatch extends ForceOwned {

    /** Where a file stands. */
    enum State {
        /** A long file whose bytes are kept, and not read yet. */
        RECEIVED,
        /** The columns are to be named. */
        UPLOADED,
        /** The dry run can be seen. */
        CHECKED,
        /** Its rows are in. */
        COMMITTED,
        /** Its rows were in, and are out again. */
        UNDONE,
        /** Put aside, its bytes deleted. */
        DISCARDED
    }

    private static final int LONGEST_FILE_NAME = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_batch_seq")
    @SequenceGenerator(name = "import_batch_seq", sequenceName = "import_batch_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Kind kind;

    @Column(name = "file_name", nullable = false)
    public String fileName;

    @Column(name = "byte_count")
    public long byteCount;

    /** Of the bytes, as sixty-four small hexadecimal digits. */
    @Column(nullable = false)
    public String sha256;

    /** How the letters are read, in words. */
    @Column(nullable = false)
    public String encoding;

    /** What divides the cells; null in a workbook. */
    @Enumerated(EnumType.STRING)
    Delimiter delimiter;

    /** Whether a person chose the delimiter; else it was guessed. */
    @Column(name = "delimiter_chosen")
    public boolean delimiterChosen;

    /** Which sheet of a workbook; null in a text. */
    @Column(name = "sheet_name")
    public String sheetName;

    /** Whose choice of columns of which day is offered again, in words; null where Attest recognised them. */
    @Column(name = "mapped_like")
    public String mappedLike;

    /** A long file, worked on outside requests. */
    @Column(name = "in_background", updatable = false)
    boolean inBackground;

    /** Of the last look at a long file: its fingerprint. Null in others, which are looked at anew each time. */
    @Column(name = "seen_mark")
    String seenMark;

    /** Of the last look at a long file: the headings that nothing is read from. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "ignored")
    List<String> ignored;

    /** Rows under the headings that are not blank. */
    @Column(name = "row_count")
    public int rowCount;

    @Column(name = "blank_rows")
    public int blankRows;

    @Column(name = "short_rows")
    public int shortRows;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    Map<String, String> mapping;

    /** Numbers of new or changed rows that a person does not want taken. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "left_out", nullable = false)
    List<Integer> leftOut;

    /** Of completed training: which module each course is, by its name; null until somebody says so. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "courses")
    Map<String, String> courses;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    State state;

    @Column(name = "new_count")
    public int newCount;

    @Column(name = "changed_count")
    public int changedCount;

    @Column(name = "same_count")
    public int sameCount;

    @Column(name = "refused_count")
    public int refusedCount;

    /** Of the new and changed, how many were not taken. */
    @Column(name = "left_out_count")
    public int leftOutCount;

    @Column(name = "uploaded_at", nullable = false)
    public Instant uploadedAt;

    @Column(name = "uploaded_by", nullable = false)
    public String uploadedBy;

    /** Null until the rows are in. */
    @Column(name = "committed_at")
    public Instant committedAt;

    @Column(name = "committed_by")
    public String committedBy;

    /** Null unless undone. */
    @Column(name = "undone_at")
    public Instant undoneAt;

    @Column(name = "undone_by")
    public String undoneBy;

    /** Why it was undone, in words, here and nowhere else. */
    @Column(name = "undone_because")
    public String undoneBecause;

    @Version
    public int version;

    /** By reference as typed, within scope. */
    public static Optional<ImportBatch> byRef(String typed) {
        return find("ref", Reference.normalise(typed)).firstResultOptional();
    }

    /** The force's files, newest first. */
    public static List<ImportBatch> of(Force force, int page, int size) {
        return find("force = ?1 order by uploadedAt desc, id desc", force)
                .page(Page.of(page, size))
                .list();
    }

    public static long countOf(Force force) {
        return count("force", force);
    }

    /** A file is handed in: keeps its bytes and offers a mapping. Refuses what {@link Sheet#read} refuses. */
    static ImportBatch receive(
            Force force,
            Kind kind,
            String fileName,
            byte[] bytes,
            Limits limits,
            Columns columns,
            Actor by,
            Clock clock) {
        var sheet = Sheet.read(bytes, Sheet.Reading.GUESSED, limits);
        var batch = of(force, kind, fileName, bytes, by, clock);
        batch.reads(sheet, columns);
        batch.keep(bytes);
        return batch;
    }

    /** A long file is handed in: keeps its bytes, to be read outside the request. Refuses what is foreign at first sight. */
    static ImportBatch receiveLong(
            Force force, Kind kind, String fileName, byte[] bytes, Limits limits, Actor by, Clock clock) {
        limits.refuseIfTooLarge(bytes.length);
        FileKind.refuseForeign(bytes);
        var batch = of(force, kind, fileName, bytes, by, clock);
        batch.inBackground = true;
        batch.waits();
        batch.keep(bytes);
        return batch;
    }

    private static ImportBatch of(Force force, Kind kind, String fileName, byte[] bytes, Actor by, Clock clock) {
        var batch = new ImportBatch();
        batch.force = force;
        batch.ref = Reference.random();
        batch.kind = kind;
        batch.fileName = nameOf(fileName);
        batch.byteCount = bytes.length;
        batch.sha256 = sha256(bytes);
        batch.uploadedAt = clock.instant();
        batch.uploadedBy = by.name();
        return batch;
    }

    private void keep(byte[] bytes) {
        persist();
        ImportedFile.keep(this, bytes);
    }

    private void waits() {
        state = State.RECEIVED;
        encoding = "";
        mapping = Map.of();
        leftOut = List.of();
    }

    /** A long file is read, some time after it was received. */
    void readWhenReceived(Limits limits, Columns columns) {
        reads(Sheet.read(bytes(), Sheet.Reading.GUESSED, limits), columns);
    }

    /** The file is read in this way from now on; the mapping begins anew. */
    void readAs(Sheet.Reading chosen, Limits limits, Columns columns) {
        reads(Sheet.read(bytes(), chosen, limits), columns);
        delimiterChosen = chosen.delimiter() != null;
    }

    private void reads(Sheet sheet, Columns columns) {
        state = State.UPLOADED;
        encoding = sheet.letters();
        delimiter = sheet.delimiter();
        sheetName = sheet.name();
        rowCount = sheet.rowCount();
        blankRows = sheet.blankRows();
        shortRows = sheet.shortRows();
        var remembered = RememberedMapping.of(force, kind, sheet.headings());
        mappedLike = remembered.map(RememberedMapping::words).orElse(null);
        mapping = remembered
                .map(last -> last.on(sheet.headings(), columns))
                .orElseGet(() -> Mapping.guess(sheet.headings(), kind, columns))
                .toJson();
        leftOut = List.of();
    }

    Sheet sheet(Limits limits) {
        return Sheet.read(bytes(), reading(), limits);
    }

    private Sheet.Reading reading() {
        return new Sheet.Reading(delimiter, sheetName);
    }

    byte[] bytes() {
        return ImportedFile.bytesOf(this);
    }

    Mapping mapping(Columns columns) {
        return Mapping.fromJson(mapping, columns);
    }

    /** A person says which column is what. */
    void map(Mapping chosen) {
        mapping = chosen.toJson();
        leftOut = List.of();
        state = State.CHECKED;
    }

    /** A person says which module each course is; what needs confirming stays out until it is ticked. */
    void means(Map<String, String> chosen, Collection<Integer> toConfirm) {
        courses = Map.copyOf(chosen);
        leftOut = toConfirm.stream().sorted().toList();
        state = State.CHECKED;
    }

    /** A person says which column is what, and the rows are looked at later. */
    void chooses(Mapping chosen) {
        mapping = chosen.toJson();
        leftOut = List.of();
        state = State.UPLOADED;
    }

    /** Every row of a long file was looked at. */
    void looked(DryRun run, List<String> ignoredHeadings) {
        found(run.counts());
        seenMark = run.fingerprint();
        ignored = ignoredHeadings;
        state = State.CHECKED;
    }

    /** How the rows come out now. */
    void found(Counts counts) {
        newCount = counts.fresh();
        changedCount = counts.changed();
        sameCount = counts.same();
        refusedCount = counts.refused();
    }

    /** Of the rows shown, those that are not ticked stay out, and those that are come in. */
    void choose(Collection<Integer> shown, Collection<Integer> ticked) {
        var out = new TreeSet<>(leftOut);
        out.addAll(shown);
        out.removeAll(ticked);
        leftOut = List.copyOf(out);
    }

    void committed(int leftOutRows, Actor by, Clock clock) {
        state = State.COMMITTED;
        CheckedLine.forget(this);
        leftOutCount = leftOutRows;
        committedAt = clock.instant();
        committedBy = by.name();
    }

    /** What it brought is out again; its bytes stay. */
    void undone(String because, Actor by, Clock clock) {
        state = State.UNDONE;
        undoneBecause = because;
        undoneAt = clock.instant();
        undoneBy = by.name();
    }

    /** The file is put aside: its bytes go, the line in the list stays. */
    void discard() {
        state = State.DISCARDED;
        CheckedLine.forget(this);
        ImportedFile.forget(this);
    }

    boolean is(State other) {
        return state == other;
    }

    public boolean isOpen() {
        return state == State.RECEIVED || state == State.UPLOADED || state == State.CHECKED;
    }

    public boolean isCommitted() {
        return state == State.COMMITTED;
    }

    public boolean isChecked() {
        return state == State.CHECKED;
    }

    /** The same batch, held against others who would commit it at the same moment. */
    ImportBatch locked() {
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_WRITE);
        getEntityManager().refresh(this);
        return this;
    }

    public boolean isCompletions() {
        return kind == Kind.COMPLETIONS;
    }

    public String kindWords() {
        return kind.words();
    }

    public boolean isReceived() {
        return state == State.RECEIVED;
    }

    public boolean isUndone() {
        return state == State.UNDONE;
    }

    public boolean isWorkbook() {
        return sheetName != null;
    }

    /** How the file is read, to follow “Read as ”. */
    public String readAs() {
        return isWorkbook()
                ? "an Excel workbook, sheet “" + Visible.of(sheetName) + "”"
                : encoding + ". The cells are divided by a " + delimiter.words()
                        + (delimiterChosen ? ", as you chose" : ", as far as can be guessed");
    }

    public String delimiterWords() {
        return delimiter == null ? "" : delimiter.words();
    }

    private static String nameOf(String typed) {
        var name = typed == null
                ? ""
                : Visible.of(
                        Cells.line(typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1)));
        if (name.isEmpty()) name = "file without a name";
        return name.length() > LONGEST_FILE_NAME ? name.substring(0, LONGEST_FILE_NAME) : name;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
