package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
import org.attest.force.ForceOwned;

/** What a paper holds, encrypted by {@link PaperSafe}, beside it, so that a list of papers does not load it. */
@Entity
public class PaperContent extends ForceOwned {

    @Id
    @Column(name = "paper_id")
    public Long paperId;

    @Column(nullable = false, updatable = false)
    byte[] sealed;

    static void keep(Paper paper, byte[] sealed) {
        var content = new PaperContent();
        content.paperId = paper.id;
        content.force = paper.force;
        content.sealed = sealed;
        content.persist();
    }

    static byte[] sealedOf(Paper paper) {
        return PaperContent.<PaperContent>findByIdOptional(paper.id).orElseThrow(NotFoundException::new).sealed;
    }

    static void forget(Paper paper) {
        delete("paperId", paper.id);
    }
}
