package id.pkh.disbursement.payment.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * A payment before and after a look at the facts.
 *
 * @param before null when it is new
 */
public record PaymentChange(Payment before, Payment after) {

    public static Optional<PaymentChange> between(Payment before, Payment after) {
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new PaymentChange(before, after));
    }

    /** Worth an event: the family, the amount or what happens with it reads otherwise now. */
    public boolean isAnnounced() {
        if (isNothing(after) && (before == null || isNothing(before))) {
            return false;
        }
        return before == null || readsOtherwise();
    }

    /** Worth a row in the history: all that is announced, and another decision behind it. */
    public boolean isRemembered() {
        return before == null || readsOtherwise() || !before.blockedBy().equals(after.blockedBy());
    }

    private boolean readsOtherwise() {
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

    public boolean turns(PaymentStatus status) {
        return after.status() == status && (before == null || before.status() != status);
    }

    /** It was withheld and is paid now. */
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
