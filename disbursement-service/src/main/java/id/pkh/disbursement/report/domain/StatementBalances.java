package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares the balances of a statement of an account with its entries: the closing balance is the
 * opening one and what was booked. A bank's own lines, such as interest, may have decimals.
 */
public final class StatementBalances {

    public static final String BALANCE_MISSING = "BALANCE_MISSING";
    public static final String BALANCE_NOT_OF_ENTRIES = "BALANCE_NOT_OF_ENTRIES";

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,5})?");

    private BigDecimal opening;
    private BigDecimal closing;

    /** Null when an amount or a direction of an entry is not known. */
    private BigDecimal booked = BigDecimal.ZERO;

    private Fault fault;

    /**
     * @param isDebit whether the account owes the bank; null where the bank does not state it
     */
    public void opening(String amount, Boolean isDebit) {
        opening = signed(amount, isDebit);
    }

    public void closing(String amount, Boolean isDebit) {
        closing = signed(amount, isDebit);
    }

    /** An entry that is only announced is in no balance. */
    public void entry(String amount, Boolean isDebit, boolean isBooked) {
        if (isBooked) {
            BigDecimal signed = signed(amount, isDebit);
            booked = booked == null || signed == null ? null : booked.add(signed);
        }
    }

    /** Called after the entries and the balances of a statement; another one may follow. */
    public void end() {
        if (fault == null) {
            fault = difference();
        }
        opening = null;
        closing = null;
        booked = BigDecimal.ZERO;
    }

    private Fault difference() {
        if (opening == null || closing == null) {
            return new Fault(BALANCE_MISSING, "NO_BALANCE", "OPENING_AND_CLOSING");
        }
        if (booked == null) {
            return new Fault(BALANCE_NOT_OF_ENTRIES, ReportTotals.NOT_A_NUMBER, text(closing));
        }
        BigDecimal expected = opening.add(booked);
        return expected.compareTo(closing) == 0
                ? null
                : new Fault(BALANCE_NOT_OF_ENTRIES, text(closing), text(expected));
    }

    /** The first statement whose balances differ. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    private static BigDecimal signed(String amount, Boolean isDebit) {
        if (amount == null || isDebit == null || !DECIMAL.matcher(amount).matches()) {
            return null;
        }
        BigDecimal plain = new BigDecimal(amount);
        return isDebit ? plain.negate() : plain;
    }

    private static String text(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
