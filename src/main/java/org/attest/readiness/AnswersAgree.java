package org.attest.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says on the management port when the daily check last ran and what it found. Never down: pages are right without it. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class AnswersAgree implements HealthCheck {

    @Inject
    DailyCheck check;

    @Override
    public HealthCheckResponse call() {
        var report = check.report();
        return HealthCheckResponse.named("answers agree with facts")
                .up()
                .withData("checked on", String.valueOf(report.doneOn()))
                .withData("compared", report.compared())
                .withData("disagreeing", report.disagreeing())
                .build();
    }
}
