package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;

/** Reports of tests. */
public final class WithdrawalFixture {

    private WithdrawalFixture() {}

    public static WithdrawalFacts withdrawn(long amountIdr, LocalDate day) {
        return new WithdrawalFacts(
                WithdrawalOutcome.WITHDRAWN,
                amountIdr,
                day,
                WithdrawalChannel.ATM,
                null,
                Companion.NOBODY,
                WithdrawalEvidence.NONE);
    }

    public static WithdrawalFacts notWithdrawn(String reason, LocalDate day) {
        return new WithdrawalFacts(
                WithdrawalOutcome.NOT_WITHDRAWN,
                null,
                day,
                null,
                reason,
                null,
                WithdrawalEvidence.NONE);
    }
}
