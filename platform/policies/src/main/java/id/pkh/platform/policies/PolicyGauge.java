package id.pkh.platform.policies;

import id.pkh.platform.persistence.DatabaseFailure;
import id.pkh.platform.web.BusinessDates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * For how many days from today each kind of policy is covered: infinite when its last version has
 * no end, 0 when today is not covered, NaN while the database is not available.
 */
@Startup
@ApplicationScoped
class PolicyGauge {

    private final PolicyKinds kinds;
    private final Clock clock;
    private volatile Map<String, Double> daysLeft = Map.of();

    PolicyGauge(PolicyKinds kinds, Clock clock, MeterRegistry meters) {
        this.kinds = kinds;
        this.clock = clock;
        kinds.all()
                .forEach(
                        kind ->
                                Gauge.builder(
                                                "policy_days_left",
                                                () ->
                                                        daysLeft.getOrDefault(
                                                                kind.name(), Double.NaN))
                                        .tag("kind", kind.name())
                                        .register(meters));
    }

    @Scheduled(every = "10m", delayed = "2s")
    void read() {
        LocalDate today = BusinessDates.today(clock);
        try {
            daysLeft =
                    kinds.all().stream()
                            .collect(
                                    Collectors.toMap(
                                            PolicyKind::name, kind -> daysLeft(kind, today)));
        } catch (DatabaseFailure away) {
            daysLeft = Map.of();
            throw away;
        }
    }

    static double daysLeft(PolicyKind<?> kind, LocalDate today) {
        return new PolicyTimeline(kind.spans())
                .lastDayFrom(today)
                .map(lastDay -> (double) ChronoUnit.DAYS.between(today, lastDay.plusDays(1)))
                .orElse(Double.POSITIVE_INFINITY);
    }
}
