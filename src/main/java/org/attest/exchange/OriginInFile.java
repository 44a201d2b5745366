package org.attest.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.attest.volunteer.OriginSource;
import org.attest.volunteer.Volunteer;

/** Says from which file and row a person was brought in. */
@ApplicationScoped
class OriginInFile implements OriginSource {

    @Override
    public Optional<String> origin(Volunteer person) {
        return ImportedRow.<ImportedRow>find(
                        "from ImportedRow r join fetch r.batch where r.volunteer = ?1 and r.outcome = ?2 order by r.id",
                        person,
                        CheckedRow.Outcome.NEW)
                .firstResultOptional()
                .map(row -> "from " + row.batch.fileName + ", row " + row.rowNo);
    }
}
