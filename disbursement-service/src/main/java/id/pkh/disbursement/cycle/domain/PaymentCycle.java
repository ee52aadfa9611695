package id.pkh.disbursement.cycle.domain;

import id.pkh.disbursement.entitlement.domain.CoveredRange;
import java.util.Objects;
import java.util.UUID;

/**
 * A payment cycle (tahap): a range of whole months paid through one channel. An officer opens it;
 * its entitlements are recalculated as often as facts change; then an officer seals the list, and
 * its payments no longer change. Later changes become a compensating payment or wait for the next
 * cycle.
 *
 * @param verificationPeriod quarter whose verification the cycle waits for
 * @param posCycleBeside for a bank cycle: whether a cycle of the post office covers some of the
 *     same days and takes the families that are paid there
 */
public record PaymentCycle(
        UUID cycleId,
        String cycleCode,
        CoveredRange range,
        String channel,
        String verificationPeriod,
        CycleStatus status,
        boolean posCycleBeside) {

    public static final String BANK = "BANK";
    public static final String POS = "POS";

    public PaymentCycle {
        Objects.requireNonNull(cycleId, "cycleId");
        Objects.requireNonNull(cycleCode, "cycleCode");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(status, "status");
    }

    public boolean isPos() {
        return POS.equals(channel);
    }

    /** Whether the cycle pays a family, by the channel through which the family is paid. */
    public boolean serves(boolean paidThroughPos) {
        return isPos() ? paidThroughPos : !(paidThroughPos && posCycleBeside);
    }

    public boolean isSealed() {
        return status == CycleStatus.SEALED;
    }
}
