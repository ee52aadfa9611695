package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.instruction.domain.StatusTrigger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The meaning of the status codes of ISO 20022 for a payment. ACSC states that the debit is
 * settled, not that the family has its credit: only ACCC states that the money has arrived.
 */
public final class BankStatus {

    /**
     * The bank states that it already has the instruction. This is not a refusal, because the bank
     * may have paid it.
     */
    public static final String DUPLICATE_AT_BANK = "DUPLICATE_AT_BANK";

    public static final String OTHER_REASON = "OTHER_REASON";

    private static final Map<String, StatusTrigger> TRIGGERS =
            Map.of(
                    "ACTC", StatusTrigger.ACCEPT,
                    "ACCP", StatusTrigger.ACCEPT,
                    "ACFC", StatusTrigger.ACCEPT,
                    "ACWC", StatusTrigger.ACCEPT,
                    "ACSP", StatusTrigger.ACCEPT,
                    "ACSC", StatusTrigger.ACCEPT,
                    "ACCC", StatusTrigger.CREDIT,
                    "RJCT", StatusTrigger.REJECT);

    /** The bank has the instruction and has not decided yet. */
    private static final Set<String> WAITING = Set.of("PDNG", "RCVD");

    /** Only the lines state the status of each transaction. */
    private static final Set<String> ONLY_LINES = Set.of("PART", "PDNG", "RCVD");

    private static final Map<String, String> REASONS =
            Map.ofEntries(
                    Map.entry("AC01", "ACCOUNT_NUMBER_WRONG"),
                    Map.entry("AC04", "ACCOUNT_CLOSED"),
                    Map.entry("AC06", "ACCOUNT_BLOCKED"),
                    Map.entry("AM04", "FUNDS_INSUFFICIENT"),
                    Map.entry("AM05", DUPLICATE_AT_BANK),
                    Map.entry("DUPL", DUPLICATE_AT_BANK),
                    Map.entry("BE01", "NAME_DIFFERS"),
                    Map.entry("MD07", "PAYEE_DECEASED"),
                    Map.entry("UPAY", "UNDUE_PAYMENT"));

    private BankStatus() {}

    public static Optional<StatusTrigger> trigger(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(TRIGGERS.get(code));
    }

    public static boolean isWaiting(String code) {
        return code != null && WAITING.contains(code);
    }

    /** Whether a status of a whole file or payment block applies to each transaction in it. */
    public static boolean speaksForAll(String code) {
        return code != null && !ONLY_LINES.contains(code);
    }

    /** Maps the bank's reason code to the reason code of this service. */
    public static String reason(String code) {
        return code == null ? OTHER_REASON : REASONS.getOrDefault(code, OTHER_REASON);
    }
}
