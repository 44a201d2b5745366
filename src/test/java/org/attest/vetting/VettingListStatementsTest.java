package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.attest.As;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** The work list and the home ask the database as often for many cases as for few. */
@QuarkusTest
class VettingListStatementsTest {

    private static final String SLUG = "durham";

    @Inject
    EntityManager em;

    private static void cases(int many) {
        for (int i = 0; i < many; i++) {
            var person =
                    People.special().in(SLUG).inStage(Stage.VETTING).eligible().saved();
            TestCases.of(person).upTo(CaseState.CHECKS);
        }
    }

    private long statements(As officer, String path, String shown) {
        var statistics =
                em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        long before = statistics.getPrepareStatementCount();
        officer.get(path).statusCode(200).body(containsString(shown));
        return statistics.getPrepareStatementCount() - before;
    }

    @Test
    void areTheSameWhateverTheNumberOfCases() {
        var officer = As.role(Role.VETTING_OFFICER, SLUG);
        cases(2);
        officer.get("/vetting").statusCode(200);
        officer.get("/").statusCode(200);
        long list = statements(officer, "/vetting", "2 cases to do now");
        long home = statements(officer, "/", "2 matters wait");
        cases(5);
        assertEquals(list, statements(officer, "/vetting", "7 cases to do now"));
        assertEquals(home, statements(officer, "/", "7 matters wait"));
    }
}
