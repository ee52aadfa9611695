package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import java.util.Optional;

/**
 * Compares the totals that a notification declares with its entries, and entries with their
 * details.
 */
public final class BookingTotals {

    public static final String COUNT_NOT_OF_ENTRIES = "COUNT_NOT_OF_ENTRIES";
    public static final String SUM_NOT_OF_ENTRIES = "SUM_NOT_OF_ENTRIES";
    public static final String COUNT_NOT_OF_DETAILS = "COUNT_NOT_OF_DETAILS";
    public static final String SUM_NOT_OF_DETAILS = "SUM_NOT_OF_DETAILS";

    private long entries;
    private Long idrOfEntries = 0L;
    private Long idrOfDetails = 0L;
    private Fault fault;

    public void line(ReportedAmount amount) {
        idrOfDetails = plus(idrOfDetails, amount.idr());
    }

    /**
     * Called after the lines of the entry.
     *
     * @param count the number of transactions that the bank declares; null where it declares none
     * @param details the number of transactions that it lists; 0 where it lists none
     */
    public void entry(ReportedAmount amount, String count, int details) {
        entries++;
        idrOfEntries = plus(idrOfEntries, amount.idr());
        Long declared = ReportTotals.number(count);
        if (count != null && details > 0 && (declared == null || declared != details)) {
            keep(
                    new Fault(
                            COUNT_NOT_OF_DETAILS,
                            ReportTotals.text(declared),
                            Integer.toString(details)));
        }
        if (details > 0
                && amount.idr() != null
                && idrOfDetails != null
                && !idrOfDetails.equals(amount.idr())) {
            keep(new Fault(SUM_NOT_OF_DETAILS, amount.idr().toString(), idrOfDetails.toString()));
        }
        idrOfDetails = 0L;
    }

    /** Called after the entries of the notification. */
    public void notification(String count, String sum) {
        Long declared = ReportTotals.number(count);
        if (count != null && (declared == null || declared != entries)) {
            keep(
                    new Fault(
                            COUNT_NOT_OF_ENTRIES,
                            ReportTotals.text(declared),
                            Long.toString(entries)));
        }
        ReportedAmount stated = sum == null ? ReportedAmount.NOT_GIVEN : ReportedAmount.total(sum);
        if (stated.isGiven() && idrOfEntries != null && !stated.is(idrOfEntries)) {
            keep(
                    new Fault(
                            SUM_NOT_OF_ENTRIES,
                            stated.idr() == null ? stated.fault() : stated.idr().toString(),
                            idrOfEntries.toString()));
        }
        entries = 0;
        idrOfEntries = 0L;
    }

    /** The first total that differs. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** A sum is not known when an amount in it is not. */
    private static Long plus(Long sum, Long more) {
        return sum == null || more == null ? null : (Long) (sum + more);
    }

    private void keep(Fault found) {
        if (fault == null) {
            fault = found;
        }
    }
}
