package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.instruction.domain.StatusTrigger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The meaning of the status codes of ISO 20022 for a payment. ACSC states that the debit is
 * settled, not that the family has its credit: only ACCC states that the money has arrived. The
 * page {@code docs/rules/bank-answers.md} has the same table.
 */
public final class BankStatus {

    public static final String REJECTED = "RJCT";

    private static final String PARTLY = "PART";

    private static final Map<String, StatusTrigger> TRIGGERS =
            Map.of(
                    "ACWP",
                    StatusTrigger.ACCEPT,
                    "ACTC",
                    StatusTrigger.ACCEPT,
                    "ACCP",
                    StatusTrigger.ACCEPT,
                    "ACFC",
                    StatusTrigger.ACCEPT,
                    "ACWC",
                    StatusTrigger.ACCEPT,
                    "ACSP",
                    StatusTrigger.ACCEPT,
                    "ACSC",
                    StatusTrigger.ACCEPT,
                    "ACCC",
                    StatusTrigger.CREDIT,
                    REJECTED,
                    StatusTrigger.REJECT);

    /** The bank has not decided about the transaction, or states nothing about it as a whole. */
    private static final Set<String> WAITING = Set.of("PDNG", "RCVD", "PEND", "PATC");

    private BankStatus() {}

    public static Optional<StatusTrigger> trigger(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(TRIGGERS.get(code));
    }

    public static boolean isWaiting(String code) {
        return code != null && WAITING.contains(code);
    }

    /** Whether a status of a whole file or payment block applies to each transaction in it. */
    public static boolean speaksForAll(String code) {
        return trigger(code).isPresent();
    }

    /** Whether the status ends an attempt: the family has the money, or may be sent it again. */
    public static boolean movesMoney(String code) {
        return trigger(code)
                .filter(one -> one == StatusTrigger.CREDIT || one == StatusTrigger.REJECT)
                .isPresent();
    }

    /** Whether a status of a whole file or payment block states nothing by itself. */
    public static boolean leavesToLines(String code) {
        return code == null || code.equals(PARTLY) || isWaiting(code);
    }
}
