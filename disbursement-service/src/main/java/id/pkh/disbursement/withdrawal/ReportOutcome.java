package id.pkh.disbursement.withdrawal;

import id.pkh.platform.web.Refused;
import java.util.UUID;

/**
 * What became of a report.
 *
 * @param code RECORDED, UNCHANGED, or why it was refused
 * @param paymentId null when the payment is not known
 * @param revision that states it; null when it was refused
 * @param detail what the sender has to look at; null unless refused
 */
public record ReportOutcome(String code, UUID paymentId, Integer revision, String detail) {

    public static final String RECORDED = "RECORDED";
    public static final String UNCHANGED = "UNCHANGED";
    public static final String PAYMENT_UNKNOWN = "PAYMENT_UNKNOWN";

    static ReportOutcome recorded(UUID paymentId, int revision) {
        return new ReportOutcome(RECORDED, paymentId, revision, null);
    }

    static ReportOutcome unchanged(UUID paymentId, int revision) {
        return new ReportOutcome(UNCHANGED, paymentId, revision, null);
    }

    static ReportOutcome unknown() {
        return new ReportOutcome(PAYMENT_UNKNOWN, null, null, null);
    }

    static ReportOutcome refused(UUID paymentId, String code, String detail) {
        return new ReportOutcome(code, paymentId, null, detail);
    }

    public boolean isRecorded() {
        return code.equals(RECORDED);
    }

    public boolean isUnchanged() {
        return code.equals(UNCHANGED);
    }

    public boolean isRefused() {
        return revision == null;
    }

    /** The refusal of a report that was sent alone. */
    public Refused refusal() {
        return code.equals(PAYMENT_UNKNOWN)
                ? Refused.because("NOT_FOUND")
                : Refused.because(code).with("expected", detail);
    }
}
