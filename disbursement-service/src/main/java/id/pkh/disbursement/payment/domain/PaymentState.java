package id.pkh.disbursement.payment.domain;

import static id.pkh.disbursement.payment.domain.PaymentStage.PLANNED;
import static id.pkh.disbursement.payment.domain.PaymentStage.SEALED;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The life of a family's payment. While the cycle is open a payment is planned, and each
 * recomputation may make it payable, held, forfeited or not eligible, in any order. Sealing freezes
 * its status. A sealed payment no longer changes: a held payment that is released is paid through a
 * compensating payment.
 */
public record PaymentState(PaymentStage stage, PaymentStatus status) {

    private static final Map<PaymentTransition, PaymentStatus> PLANNED_BECOMES =
            new EnumMap<>(
                    Map.of(
                            PaymentTransition.CLEAR, PaymentStatus.PAYABLE,
                            PaymentTransition.HOLD, PaymentStatus.HELD,
                            PaymentTransition.FORFEIT, PaymentStatus.FORFEITED,
                            PaymentTransition.LOSE, PaymentStatus.NOT_ELIGIBLE));

    public PaymentState {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(status, "status");
    }

    public static PaymentState planned(PaymentStatus status) {
        return new PaymentState(PLANNED, status);
    }

    public static PaymentState sealed(PaymentStatus status) {
        return new PaymentState(SEALED, status);
    }

    /** The state that follows, or empty when the transition is not allowed in this state. */
    public Optional<PaymentState> on(PaymentTransition transition) {
        if (stage == SEALED) {
            return Optional.empty();
        }
        if (transition == PaymentTransition.SEAL) {
            return Optional.of(sealed(status));
        }
        return Optional.of(planned(PLANNED_BECOMES.get(transition)));
    }
}
