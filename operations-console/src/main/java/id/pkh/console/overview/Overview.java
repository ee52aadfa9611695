package id.pkh.console.overview;

import id.pkh.console.call.ServiceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The data of the first page. */
record Overview(List<ServiceRow> services, BrokerState broker, Instant at) {

    record ParkedCount(ServiceName service, String topic, long events) {}

    /** Parked events by service and topic; empty is the normal state. */
    public List<ParkedCount> parked() {
        List<ParkedCount> counts = new ArrayList<>();
        for (ServiceRow row : services) {
            row.parkedByTopic()
                    .forEach(
                            (topic, events) -> {
                                if (events > 0) {
                                    counts.add(new ParkedCount(row.service(), topic, events));
                                }
                            });
        }
        return counts;
    }

    public long down() {
        return services.stream().filter(s -> !s.health().isReady()).count();
    }

    public long late() {
        return broker.lags().stream().filter(StreamLag::isLate).count();
    }

    public long parkedEvents() {
        return services.stream()
                .mapToLong(s -> s.parkedEvents() == null ? 0 : s.parkedEvents())
                .sum();
    }

    public boolean isWell() {
        return down() == 0
                && broker.isUp()
                && late() == 0
                && parkedEvents() == 0
                && services.stream().noneMatch(s -> s.isOutboxLate() || s.isTransactionLate());
    }
}
