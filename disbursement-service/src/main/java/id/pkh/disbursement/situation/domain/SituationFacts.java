package id.pkh.disbursement.situation.domain;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import java.util.Objects;

/**
 * What the situation of a payment depends on.
 *
 * @param isSealed whether the list of the cycle is sealed
 * @param isCompensated whether another payment makes up for this one
 * @param atBank the status of the latest attempt
 * @param isLeftOut whether the last preparation could not put it into a file
 * @param isTakenOut whether it was taken out of a file, and people have not settled that
 * @param isWithdrawn whether the latest report states that the family withdrew the money
 * @param isListed whether the policy's days since the credit have passed
 */
public record SituationFacts(
        PaymentStatus status,
        boolean isSealed,
        boolean isCompensated,
        StatusAtBank atBank,
        boolean isLeftOut,
        boolean isTakenOut,
        boolean isWithdrawn,
        boolean isListed) {

    public SituationFacts {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(atBank, "atBank");
    }
}
