package id.pkh.disbursement.status;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.situation.domain.SituationFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Counts of the families of a cycle by everything on which their situation depends. */
public interface PaymentProgressCounts {

    /** Families of a village that have everything else in common. */
    record FactCount(
            String villageCode,
            PaymentStatus status,
            StatusAtBank atBank,
            boolean isCompensated,
            boolean isLeftOut,
            boolean isTakenOut,
            boolean isWithdrawn,
            boolean isListed,
            long families) {

        SituationFacts facts(boolean isSealed) {
            return new SituationFacts(
                    status,
                    isSealed,
                    isCompensated,
                    atBank,
                    isLeftOut,
                    isTakenOut,
                    isWithdrawn,
                    isListed);
        }
    }

    /** The regencies with lines of the cycle, in the order of their codes. */
    List<String> regencies(UUID cycleId, String after, int limit);

    /**
     * @param listedUntil what was credited on this day or before is listed by the policy
     */
    List<FactCount> of(UUID cycleId, String regency, LocalDate listedUntil);
}
