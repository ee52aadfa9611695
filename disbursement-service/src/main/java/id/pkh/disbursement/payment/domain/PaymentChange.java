package id.pkh.disbursement.payment.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * A payment before and after a recomputation.
 *
 * @param before null when it is new
 */
public record PaymentChange(Payment before, Payment after) {

    public static Optional<PaymentChange> between(Payment before, Payment after) {
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new PaymentChange(before, after));
    }

    /**
     * Whether the change is published: the status, amount, reasons, paid lines, village or warning
     * changed.
     */
    public boolean isAnnounced() {
        if (isNothing(after) && (before == null || isNothing(before))) {
            return false;
        }
        return before == null || differs();
    }

    /**
     * Whether the change needs a history row: every published change does, and so does a change of
     * the blocking decisions.
     */
    public boolean isRemembered() {
        return before == null || differs() || !before.blockedBy().equals(after.blockedBy());
    }

    private boolean differs() {
        return before.status() != after.status()
                || !before.amount().equals(after.amount())
                || !before.reasons().equals(after.reasons())
                || !before.paidLines().equals(after.paidLines())
                || !before.villageCode().equals(after.villageCode())
                || before.isWarned() != after.isWarned();
    }

    private static boolean isNothing(Payment payment) {
        return payment.status() == PaymentStatus.NOT_ELIGIBLE;
    }

    public boolean becomes(PaymentStatus status) {
        return after.status() == status && (before == null || before.status() != status);
    }

    /** Whether the payment was held or forfeited and is payable now. */
    public boolean isRelease() {
        return before != null
                && after.status() == PaymentStatus.PAYABLE
                && (before.status() == PaymentStatus.HELD
                        || before.status() == PaymentStatus.FORFEITED);
    }

    public UUID kpmId() {
        return after.kpmId();
    }
}
