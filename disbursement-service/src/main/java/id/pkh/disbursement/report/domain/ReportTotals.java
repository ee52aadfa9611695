package id.pkh.disbursement.report.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The totals that a report gives, against what was sent and against its own lines. A report whose
 * totals do not hold is not believed in anything.
 */
public final class ReportTotals {

    public static final String COUNT_NOT_SENT = "COUNT_NOT_SENT";
    public static final String SUM_NOT_SENT = "SUM_NOT_SENT";
    public static final String COUNT_NOT_OF_LINES = "COUNT_NOT_OF_LINES";

    /** Totals of a group or payment block: null where the report gives none. */
    public record Original(String count, ReportedAmount sum) {}

    /** How many lines the report says it has with a status. */
    public record StatusTotal(String status, String count) {}

    private final long sentCount;
    private final long sentIdr;
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, String> claimed = new HashMap<>();
    private String fault;

    public ReportTotals(long sentCount, long sentIdr) {
        this.sentCount = sentCount;
        this.sentIdr = sentIdr;
    }

    /** Totals of what the report answers, which has to be what was sent. */
    public void original(Original original) {
        if (original.count() != null && !original.count().equals(Long.toString(sentCount))) {
            keep(COUNT_NOT_SENT);
        }
        if (original.sum().isGiven() && !original.sum().is(sentIdr)) {
            keep(SUM_NOT_SENT);
        }
    }

    public void claimed(List<StatusTotal> totals) {
        totals.forEach(total -> claimed.put(total.status(), total.count()));
    }

    public void line(String status) {
        lines.merge(String.valueOf(status), 1L, Long::sum);
    }

    /** The first thing that does not hold, once all lines are counted. */
    public Optional<String> fault() {
        if (fault == null && !lines.isEmpty()) {
            boolean wrong =
                    claimed.entrySet().stream()
                            .anyMatch(
                                    total ->
                                            !total.getValue()
                                                    .equals(
                                                            Long.toString(
                                                                    lines.getOrDefault(
                                                                            total.getKey(), 0L))));
            keep(wrong ? COUNT_NOT_OF_LINES : null);
        }
        return Optional.ofNullable(fault);
    }

    private void keep(String found) {
        if (fault == null) {
            fault = found;
        }
    }
}
