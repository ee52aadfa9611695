package id.pkh.verification.duty;

import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.appeal.Appeals;
import id.pkh.verification.decision.LiftProposalRows;
import id.pkh.verification.decision.NoticePolicies;
import id.pkh.verification.notice.Deliveries;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** What the office owes to families and is late with. */
@Startup
@ApplicationScoped
class DutyGauges {

    private final Appeals appeals;
    private final Deliveries deliveries;
    private final LiftProposalRows liftProposals;
    private final NoticePolicies policies;
    private final Clock clock;
    private final LastGaugeValue overdueAppeals;
    private final LastGaugeValue undelivered;
    private final LastGaugeValue longSuspensions;

    DutyGauges(
            Appeals appeals,
            Deliveries deliveries,
            LiftProposalRows liftProposals,
            NoticePolicies policies,
            Clock clock,
            MeterRegistry meters) {
        this.appeals = appeals;
        this.deliveries = deliveries;
        this.liftProposals = liftProposals;
        this.policies = policies;
        this.clock = clock;
        this.overdueAppeals = LastGaugeValue.of(meters, "appeals_overdue");
        this.undelivered = LastGaugeValue.of(meters, "notices_undelivered");
        this.longSuspensions = LastGaugeValue.of(meters, "suspensions_long");
    }

    @Scheduled(
            every = "60s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        overdueAppeals.read(
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(() -> appeals.countOverdue(BusinessDates.today(clock))));
        undelivered.read(deliveries::countUndelivered);
        longSuspensions.read(this::countLongSuspensions);
    }

    private long countLongSuspensions() {
        LocalDate today = BusinessDates.today(clock);
        return liftProposals.countInEffectSinceBefore(
                today.minusDays(policies.inForceOn(today).suspensionReminderDays()));
    }
}
