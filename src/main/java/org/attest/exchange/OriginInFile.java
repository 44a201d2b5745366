package org.attest.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.attest.volunteer.BroughtIn;
import org.attest.volunteer.OriginSource;
import org.attest.volunteer.Volunteer;

/** Says from which file and row a person was brought in. */
@ApplicationScoped
class OriginInFile implements OriginSource {

    @Override
    public Optional<String> origin(Volunteer person) {
        return BroughtIn.of(person).stream()
                .filter(row -> row.isNew)
                .findFirst()
                .map(row -> "from " + row.fileName + ", row " + row.rowNo);
    }
}
