package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.CriterionSource;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/** Nobody goes on with an application they have not agreed to themselves, whoever typed it (features row 3): a consent cannot be waived. */
@ApplicationScoped
class ApplicationCriteria implements CriterionSource {

    private static final String TRUTH = "The applicant has agreed to the application and sent it";

    @Override
    public Map<Volunteer, List<Criterion>> criteria(Collection<Volunteer> people, Stage target, LocalDate day) {
        var criteria = new HashMap<Volunteer, List<Criterion>>();
        if (target.compareTo(Stage.INTERVIEW) < 0 || target.compareTo(Stage.SERVICE) > 0) return criteria;
        Application.<Application>list("volunteer in ?1 order by id", people)
                .forEach(application -> criteria.put(
                        application.volunteer, List.of(criterion(application).byLaw())));
        return criteria;
    }

    private static Criterion criterion(Application application) {
        return application.isSent()
                ? Criterion.met(TRUTH, "Sent from their own account", "")
                : Criterion.unmet(
                        TRUTH,
                        "It is still being written: ask them to read it, agree and send it in their own account",
                        "");
    }
}
