package org.attest.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Stage;

/** What is in the file: people, which decides the stage of rows that do not name one, or training they have completed. */
enum Kind {
    APPLICANTS("Applicants", Stage.APPLIED),
    VOLUNTEERS("Volunteers in service", Stage.SERVICE),
    /** Makes nobody: the stage is that of nobody. */
    COMPLETIONS("Completed training", Stage.SERVICE);

    private final String words;
    private final Stage stage;

    Kind(String words, Stage stage) {
        this.words = words;
        this.stage = stage;
    }

    String words() {
        return words;
    }

    Stage stage() {
        return stage;
    }

    /** The columns of our own sheet for them: the name as a whole, and what is known of such people only. */
    List<FileColumn> sheet(Columns columns) {
        if (this == COMPLETIONS) return columns.all();
        return columns.all().stream()
                .filter(c -> !Field.isName(c) || c == Field.FULL_NAME)
                .filter(c -> this == VOLUNTEERS || !c.isOfService())
                .toList();
    }

    /** As typed after {@code --kind}. */
    static Optional<Kind> of(String typed) {
        for (var kind : values()) if (kind.name().toLowerCase(Locale.ROOT).equals(typed)) return Optional.of(kind);
        return Optional.empty();
    }
}
