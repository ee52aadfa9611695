package id.pkh.console.overview;

import id.pkh.console.call.ServiceName;
import java.util.Map;

/**
 * One service on the overview; a missing number is null.
 *
 * @param parkedByTopic events parked, by topic
 */
record ServiceRow(
        ServiceName service,
        Health health,
        Long pendingRows,
        Long oldestAgeSeconds,
        Long published,
        Long duplicates,
        Long parkedEvents,
        Long parkedFamilies,
        Long oldestParkedSeconds,
        Long oldestTransactionSeconds,
        Map<String, Long> parkedByTopic) {

    static final long OUTBOX_LATE_SECONDS = 30;
    static final long TRANSACTION_LATE_SECONDS = 60;

    static ServiceRow of(ServiceName service, Health health, PrometheusText metrics) {
        return new ServiceRow(
                service,
                health,
                metrics.sum("outbox_pending_rows"),
                metrics.max("outbox_oldest_age_seconds"),
                metrics.sum("outbox_published_total"),
                metrics.sum("inbox_duplicates_total"),
                metrics.sum("parked_events"),
                metrics.sum("parked_families"),
                metrics.max("dlq_oldest_age_seconds"),
                metrics.max("pg_oldest_xact_age_seconds"),
                metrics.byLabel("dlq_depth", "topic"));
    }

    /** Whether events are not published; the runbook says what to do. */
    public boolean isOutboxLate() {
        return oldestAgeSeconds != null && oldestAgeSeconds > OUTBOX_LATE_SECONDS;
    }

    public boolean isTransactionLate() {
        return oldestTransactionSeconds != null
                && oldestTransactionSeconds > TRANSACTION_LATE_SECONDS;
    }

    public boolean hasParked() {
        return parkedEvents != null && parkedEvents > 0;
    }
}
