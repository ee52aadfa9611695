package id.pkh.disbursement.exceptions.schedule;

import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.OpenOfClass;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.platform.messaging.metrics.LastGaugeValue;
import id.pkh.platform.web.BusinessDates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the exceptions with banks that nobody has settled, by class: {@code bank_exceptions_open},
 * {@code bank_exceptions_overdue}, and the age of the oldest: {@code
 * bank_exception_oldest_age_seconds}.
 */
@Startup
@ApplicationScoped
class ExceptionGauges {

    private record Gauges(LastGaugeValue open, LastGaugeValue overdue, LastGaugeValue oldest) {

        List<LastGaugeValue> all() {
            return List.of(open, overdue, oldest);
        }
    }

    private final BankExceptions exceptions;
    private final Clock clock;
    private final Map<ExceptionClass, Gauges> gauges = new EnumMap<>(ExceptionClass.class);

    ExceptionGauges(BankExceptions exceptions, Clock clock, MeterRegistry meters) {
        this.exceptions = exceptions;
        this.clock = clock;
        for (ExceptionClass each : ExceptionClass.values()) {
            String name = each.name();
            gauges.put(
                    each,
                    new Gauges(
                            LastGaugeValue.of(meters, "bank_exceptions_open", "class", name),
                            LastGaugeValue.of(meters, "bank_exceptions_overdue", "class", name),
                            LastGaugeValue.of(
                                    meters, "bank_exception_oldest_age_seconds", "class", name)));
        }
    }

    @Scheduled(
            every = "${pkh.disbursement.bank.sweep.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            show(
                    QuarkusTransaction.requiringNew()
                            .call(() -> exceptions.countOpen(BusinessDates.today(clock))));
        } catch (RuntimeException notRead) {
            gauges.values().forEach(one -> one.all().forEach(LastGaugeValue::unknown));
            throw notRead;
        }
    }

    /** A class without open exceptions is not counted, and shows 0. */
    private void show(List<OpenOfClass> counted) {
        Instant now = clock.instant();
        gauges.values().forEach(one -> one.all().forEach(gauge -> gauge.set(0)));
        counted.forEach(
                of -> {
                    Gauges one = gauges.get(ExceptionClass.valueOf(of.exceptionClass()));
                    one.open().set(of.open());
                    one.overdue().set(of.overdue());
                    one.oldest().set(Duration.between(of.oldestFoundAt(), now).toSeconds());
                });
    }
}
