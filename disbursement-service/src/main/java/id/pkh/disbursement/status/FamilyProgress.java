package id.pkh.disbursement.status;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.situation.domain.SituationFacts;
import id.pkh.disbursement.situation.domain.SituationRule;
import id.pkh.disbursement.status.PaymentProgressLines.LineRow;
import id.pkh.disbursement.status.domain.PaymentProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What another system is told about a family's payment in a cycle.
 *
 * @param channel BANK or POS
 * @param kind null for a family of which the cycle has no line
 * @param reasons why the bank refused or returned it; the reasons of a hold are those of the
 *     family's compliance, which has a scope of its own
 * @param since the day on which the bank stated it; null when nothing was instructed
 * @param asOf when it was read
 */
public record FamilyProgress(
        UUID kpmId,
        String villageCode,
        String cycleCode,
        String channel,
        String kind,
        PaymentProgress status,
        List<String> reasons,
        long amountIdr,
        LocalDate since,
        Instant asOf) {

    /**
     * @param listedUntil what was credited on this day or before is listed by the policy
     */
    static FamilyProgress of(LineRow row, PaymentCycle cycle, LocalDate listedUntil, Instant asOf) {
        return new FamilyProgress(
                row.kpmId(),
                row.villageCode(),
                cycle.cycleCode(),
                cycle.channel(),
                row.kind(),
                progressOf(row, cycle, listedUntil),
                row.bankReason() == null ? List.of() : List.of(row.bankReason()),
                row.amountIdr(),
                row.statusOn(),
                asOf);
    }

    private static PaymentProgress progressOf(
            LineRow row, PaymentCycle cycle, LocalDate listedUntil) {
        if (row.status() == null) {
            return PaymentProgress.NOT_KNOWN;
        }
        boolean isListed =
                row.atBank().equals(StatusAtBank.CREDITED.name())
                        && !row.statusOn().isAfter(listedUntil);
        return PaymentProgress.of(
                SituationRule.of(
                        new SituationFacts(
                                PaymentStatus.valueOf(row.status()),
                                cycle.isSealed(),
                                row.isCompensated(),
                                StatusAtBank.valueOf(row.atBank()),
                                row.isLeftOut(),
                                row.isTakenOut(),
                                row.isWithdrawn(),
                                isListed)));
    }
}
