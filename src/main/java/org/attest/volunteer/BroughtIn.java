package org.attest.volunteer;

import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a file brought about a person, as the force attested it: which file, which row, which facts, who and when. It stays
 * when the import is undone, and then says so: the one trace there is, beside the file and the trail, of who is not there
 * any more.
 */
@Entity
public class BroughtIn extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "brought_in_seq")
    @SequenceGenerator(name = "brought_in_seq", sequenceName = "brought_in_seq", allocationSize = 50)
    public Long id;

    /** Null once an import that made the person was undone. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "volunteer_id")
    public Volunteer volunteer;

    /** Reference of the person, also when there is nobody of it any more. */
    @Column(name = "person_ref", nullable = false, updatable = false)
    public String personRef;

    /** Reference of the import. */
    @Column(name = "import_ref", nullable = false, updatable = false)
    public String importRef;

    @Column(name = "file_name", nullable = false, updatable = false)
    public String fileName;

    /** As in the spreadsheet. */
    @Column(name = "row_no", updatable = false)
    public int rowNo;

    /** Whether the file made the person, rather than changing them. */
    @Column(name = "is_new", updatable = false)
    public boolean isNew;

    /** What it brought: a detail by its name with the value as text, or kind and id of a row, such as {@code equipment:12}. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, updatable = false)
    public Map<String, String> facts;

    /** What the changed details were before; empty text for nothing. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "previous", nullable = false, updatable = false)
    public Map<String, String> before;

    @Column(name = "brought_at", nullable = false, updatable = false)
    public Instant broughtAt;

    @Column(name = "brought_by", nullable = false, updatable = false)
    public String broughtBy;

    /** Null while it stands. */
    @Column(name = "undone_at")
    public Instant undoneAt;

    /** The file a row belongs to. */
    public record Source(String importRef, String fileName, Actor by, Instant at) {}

    public static BroughtIn record(
            Source source,
            int rowNo,
            boolean isNew,
            Volunteer person,
            Map<String, String> facts,
            Map<String, String> before) {
        var row = new BroughtIn();
        row.force = person.force;
        row.volunteer = person;
        row.personRef = person.ref;
        row.importRef = source.importRef;
        row.fileName = source.fileName;
        row.rowNo = rowNo;
        row.isNew = isNew;
        row.facts = facts;
        row.before = before;
        row.broughtAt = source.at;
        row.broughtBy = source.by.name();
        row.persist();
        return row;
    }

    /** What files brought about the person and stands, oldest first. */
    public static List<BroughtIn> of(Volunteer volunteer) {
        return list("volunteer = ?1 and undoneAt is null order by broughtAt, id", volunteer);
    }

    /** The people an import brought or changed, with cohort, in the order of the file. */
    public static List<BroughtIn> ofImport(String importRef, int page, int size) {
        return find(
                        "from BroughtIn r left join fetch r.volunteer v left join fetch v.cohort where r.importRef = ?1"
                                + " order by r.rowNo, r.id",
                        importRef)
                .page(Page.of(page, size))
                .list();
    }

    /** All of an import, in the order of the file. */
    public static List<BroughtIn> ofImport(String importRef) {
        return list("importRef = ?1 order by rowNo, id", importRef);
    }

    public static long countOf(String importRef) {
        return count("importRef", importRef);
    }

    /** What later imports brought about the people of this one, and stands: the first few. */
    public static List<BroughtIn> later(String importRef, int most) {
        return find(
                        "from BroughtIn l join fetch l.volunteer where l.undoneAt is null and l.importRef <> ?1 and"
                                + " exists (select 1 from BroughtIn r where r.importRef = ?1 and r.volunteer = l.volunteer"
                                + " and r.id < l.id) order by l.broughtAt, l.rowNo, l.id",
                        importRef)
                .page(Page.ofSize(most))
                .list();
    }

    /** The import is undone: its rows stay and say when. */
    public static void undo(String importRef, Instant at) {
        update("undoneAt = ?1 where importRef = ?2", at, importRef);
    }

    /** These people are withdrawn: what files said about them stays, without them. */
    public static void letGo(Collection<Long> people) {
        update("volunteer = null where volunteer.id in ?1", people);
    }

    /** Whether it brought the detail, and the person still has it so. */
    public boolean brought(String fact, String valueNow) {
        var value = facts.get(fact);
        return value != null && value.equals(valueNow);
    }

    /** Ids of the facts of a kind. */
    public List<Long> ids(String kind) {
        var prefix = kind + ":";
        return facts.keySet().stream()
                .filter(fact -> fact.startsWith(prefix))
                .map(fact -> Long.valueOf(fact.substring(prefix.length())))
                .toList();
    }

    /** The kinds of the rows among its facts. */
    public Collection<String> kinds() {
        return facts.keySet().stream()
                .filter(fact -> fact.indexOf(':') > 0)
                .map(fact -> fact.substring(0, fact.indexOf(':')))
                .distinct()
                .toList();
    }
}
