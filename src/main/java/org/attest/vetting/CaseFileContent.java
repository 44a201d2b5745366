package org.attest.vetting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.attest.force.ForceOwned;

/** What a file of a case holds, sealed with the case's key: apart, so that nothing loads it but who opens the file. */
@Entity(name = "VettingFileContent")
@Table(name = "vetting_file_content")
public class CaseFileContent extends ForceOwned {

    @Id
    @Column(name = "file_id")
    public Long id;

    @Column(nullable = false, updatable = false)
    public byte[] sealed;

    static void keep(CaseFile file, byte[] plain, Compartment compartment) {
        var content = new CaseFileContent();
        content.id = file.id;
        content.force = file.force;
        content.sealed = compartment.close(file.vettingCase, plain, purpose(file));
        content.persist();
    }

    static byte[] open(CaseFile file, Compartment compartment) {
        CaseFileContent content = find("id", file.id).firstResult();
        return compartment.open(file.vettingCase, content.sealed, purpose(file));
    }

    private static String purpose(CaseFile file) {
        return "file " + file.ref;
    }
}
