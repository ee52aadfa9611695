package id.pkh.disbursement.withdrawal;

import java.util.Objects;
import java.util.UUID;

/**
 * How a report names its payment: by its id, or by the family and the cycle. A family has at most
 * one payment of a cycle that is sent, because a compensating one takes the place of one that was
 * withheld.
 */
public record PaymentKey(UUID paymentId, UUID kpmId, String cycleCode) {

    public static PaymentKey of(UUID paymentId) {
        return new PaymentKey(Objects.requireNonNull(paymentId), null, null);
    }

    public static PaymentKey of(UUID kpmId, String cycleCode) {
        return new PaymentKey(
                null, Objects.requireNonNull(kpmId), Objects.requireNonNull(cycleCode));
    }
}
