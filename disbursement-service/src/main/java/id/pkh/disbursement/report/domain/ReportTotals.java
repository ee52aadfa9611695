package id.pkh.disbursement.report.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares the totals of a report with the sent batch and with its own lines. If the totals differ,
 * no line of the report is applied. A bank may list only some of the transactions: the totals of a
 * status of which no line is listed remain open.
 */
public final class ReportTotals {

    public static final String COUNT_NOT_SENT = "COUNT_NOT_SENT";
    public static final String SUM_NOT_SENT = "SUM_NOT_SENT";
    public static final String COUNT_NOT_OF_LINES = "COUNT_NOT_OF_LINES";

    /** What stands in place of a total that is not a number. */
    public static final String NOT_A_NUMBER = "NOT_A_NUMBER";

    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,12})");

    /** Totals of a group or payment block; null where the report gives none. */
    public record Original(String count, ReportedAmount sum) {}

    /** The number of lines with a status, as the report states it. */
    public record StatusTotal(String status, String count) {}

    /** A total that differs: what the report states, and what it had to state. */
    public record Fault(String code, String found, String expected) {}

    /** What is counted of the whole report, or of one of its payment blocks. */
    private static final class Part {
        private final Map<String, Long> lines = new HashMap<>();
        private long count;
        private long idr;

        void line(String status, ReportedAmount amount) {
            lines.merge(String.valueOf(status), 1L, Long::sum);
            count++;
            idr += amount.idr() == null ? 0 : amount.idr();
        }
    }

    private final long sentCount;
    private final long sentIdr;
    private final Part whole = new Part();
    private Part block = new Part();
    private List<StatusTotal> claimed = List.of();
    private int blocks;
    private Long countOfBlocks = 0L;
    private Long idrOfBlocks = 0L;
    private Fault countOfBlock;
    private Fault sumOfBlock;
    private Fault fault;

    public ReportTotals(long sentCount, long sentIdr) {
        this.sentCount = sentCount;
        this.sentIdr = sentIdr;
    }

    /** The totals of the original file, which must be those of the sent batch. */
    public void group(Original original, List<StatusTotal> totals) {
        Long count = number(original.count());
        if (original.count() != null && !isSent(count)) {
            keep(new Fault(COUNT_NOT_SENT, text(count), Long.toString(sentCount)));
        }
        if (original.sum().isGiven() && !original.sum().is(sentIdr)) {
            keep(sumNotSent(original.sum()));
        }
        claimed = totals;
    }

    public void line(String status, ReportedAmount amount) {
        whole.line(status, amount);
        block.line(status, amount);
    }

    /**
     * The totals of a payment block, after its lines. A payment file has one block; a bank that
     * splits it gives the totals of the file or of its own parts.
     */
    public void block(Original original, List<StatusTotal> totals) {
        blocks++;
        Long count = number(original.count());
        if (original.count() != null && !isSent(count) && countOfBlock == null) {
            countOfBlock = new Fault(COUNT_NOT_SENT, text(count), Long.toString(sentCount));
        }
        countOfBlocks = plus(countOfBlocks, count);
        if (original.sum().isGiven() && !original.sum().is(sentIdr) && sumOfBlock == null) {
            sumOfBlock = sumNotSent(original.sum());
        }
        idrOfBlocks = plus(idrOfBlocks, original.sum().idr());
        compare(totals, block);
        block = new Part();
    }

    /** Returns the first total that differs, after all lines are counted. */
    public Optional<Fault> fault() {
        compare(claimed, whole);
        if (countOfBlock != null
                && !(blocks > 1 && isSplit(countOfBlocks, sentCount, whole.count))) {
            keep(countOfBlock);
        }
        if (sumOfBlock != null && !(blocks > 1 && isSplit(idrOfBlocks, sentIdr, whole.idr))) {
            keep(sumOfBlock);
        }
        return Optional.ofNullable(fault);
    }

    /** Whether the blocks together are the sent file, or all that the report lists. */
    private static boolean isSplit(Long ofBlocks, long sent, long listed) {
        return ofBlocks != null && (ofBlocks == sent || ofBlocks == listed && listed > 0);
    }

    private void compare(List<StatusTotal> totals, Part part) {
        Long all = 0L;
        for (StatusTotal total : totals) {
            Long count = number(total.count());
            long listed = part.lines.getOrDefault(total.status(), 0L);
            if (count == null || listed > 0 && count != listed) {
                keep(new Fault(COUNT_NOT_OF_LINES, text(count), Long.toString(listed)));
            }
            all = plus(all, count);
        }
        if (all != null && all > sentCount) {
            keep(new Fault(COUNT_NOT_SENT, text(all), Long.toString(sentCount)));
        }
    }

    private boolean isSent(Long count) {
        return count != null && count == sentCount;
    }

    private Fault sumNotSent(ReportedAmount sum) {
        return new Fault(
                SUM_NOT_SENT,
                sum.idr() == null ? sum.fault() : sum.idr().toString(),
                Long.toString(sentIdr));
    }

    private static Long plus(Long sum, Long more) {
        return sum == null || more == null ? null : (Long) (sum + more);
    }

    static String text(Long count) {
        return count == null ? NOT_A_NUMBER : count.toString();
    }

    /** Banks fill numbers with zeros up to a fixed length. */
    public static Long number(String text) {
        var digits = text == null ? null : NUMBER.matcher(text);
        return digits == null || !digits.matches() ? null : (Long) Long.parseLong(digits.group(1));
    }

    private void keep(Fault found) {
        if (fault == null) {
            fault = found;
        }
    }
}
