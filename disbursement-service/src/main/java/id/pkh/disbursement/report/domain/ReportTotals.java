package id.pkh.disbursement.report.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the totals of a report with the sent batch and with its own lines. If the totals differ,
 * no line of the report is applied.
 */
public final class ReportTotals {

    public static final String COUNT_NOT_SENT = "COUNT_NOT_SENT";
    public static final String SUM_NOT_SENT = "SUM_NOT_SENT";
    public static final String COUNT_NOT_OF_LINES = "COUNT_NOT_OF_LINES";

    /** Totals of a group or payment block; null where the report gives none. */
    public record Original(String count, ReportedAmount sum) {}

    /** The number of lines with a status, as the report states it. */
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

    /** Checks the totals of the original file, which must be those of the sent batch. */
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

    /** Returns the first total that differs, after all lines are counted. */
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
