package id.pkh.disbursement.difference.domain;

import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.payment.domain.PaymentVerdict;
import java.util.List;
import java.util.Objects;

/**
 * What a family has in one cycle.
 *
 * @param amountIdr what it has or would have without a decision; 0 when it is not eligible
 * @param reasons reason codes of the status, then of the warnings
 */
public record ListedPayment(
        PaymentStatus status, long amountIdr, List<String> reasons, List<EntitlementLine> lines) {

    /** The family has nothing in the cycle, and no reason is recorded. */
    public static final ListedPayment NONE =
            new ListedPayment(PaymentStatus.NOT_ELIGIBLE, 0, List.of(), List.of());

    /** The family has left the programme. */
    public static final ListedPayment OUTSIDE =
            new ListedPayment(
                    PaymentStatus.NOT_ELIGIBLE, 0, List.of(PaymentVerdict.NOT_ACTIVE), List.of());

    public ListedPayment {
        Objects.requireNonNull(status, "status");
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }

    /** What the family is paid. */
    public long paidIdr() {
        return status == PaymentStatus.PAYABLE ? amountIdr : 0;
    }

    List<EntitlementLine> paidLines() {
        return lines.stream().filter(EntitlementLine::isPaid).toList();
    }

    /** Why the family is not paid; the given code when no reason is recorded. */
    String reasonOr(String other) {
        return reasons.isEmpty() ? other : reasons.get(0);
    }
}
