package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What one report states. It states what the field saw, also when a bank states otherwise.
 *
 * @param amountIdr whole rupiah that the family received; null unless withdrawn
 * @param occurredOn the day of the withdrawal, or the day on which the family was asked; null when
 *     the former report is retracted
 * @param channel null unless withdrawn
 * @param reasonCode why the family has not withdrawn; null otherwise
 * @param accompaniedBy null when it is not known
 */
public record WithdrawalFacts(
        WithdrawalOutcome outcome,
        Long amountIdr,
        LocalDate occurredOn,
        WithdrawalChannel channel,
        String reasonCode,
        Companion accompaniedBy,
        WithdrawalEvidence evidence) {

    public static final WithdrawalFacts RETRACTED =
            new WithdrawalFacts(
                    WithdrawalOutcome.RETRACTED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    WithdrawalEvidence.NONE);

    public WithdrawalFacts {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(evidence, "evidence");
    }

    /**
     * A field that is missing, or that does not belong to the outcome; empty when there is none.
     */
    public Optional<String> fieldAtFault() {
        boolean isWithdrawn = outcome == WithdrawalOutcome.WITHDRAWN;
        boolean isRetracted = outcome == WithdrawalOutcome.RETRACTED;
        if (isWithdrawn != (amountIdr != null) || (isWithdrawn && amountIdr < 1)) {
            return Optional.of("amount_idr");
        }
        if (isWithdrawn != (channel != null)) {
            return Optional.of("channel");
        }
        if ((outcome == WithdrawalOutcome.NOT_WITHDRAWN) != (reasonCode != null)) {
            return Optional.of("reason_code");
        }
        if (isRetracted != (occurredOn == null)) {
            return Optional.of("occurred_on");
        }
        if (isRetracted && accompaniedBy != null) {
            return Optional.of("accompanied_by");
        }
        if (!evidence.isPossible() || (isRetracted && evidence.kind() != EvidenceKind.NONE)) {
            return Optional.of("evidence");
        }
        return Optional.empty();
    }
}
