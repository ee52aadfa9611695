package id.pkh.verification.sanction.persistence;

import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A row of sanction_step. */
record StepRow(
        UUID stepId,
        UUID kpmId,
        String villageCode,
        String period,
        Cause cause,
        int rung,
        int running,
        Step step,
        boolean isProtected,
        Attribution attribution,
        List<String> reasons,
        List<String> notified,
        String policyCode,
        String legalBasis,
        LocalDate issuedOn,
        Instant issuedAt,
        Instant withdrawnAt,
        WithdrawalReason withdrawalReason) {

    IssuedStep issued() {
        return new IssuedStep(
                stepId,
                kpmId,
                villageCode,
                new DueStep(
                        VerificationPeriod.parse(period),
                        cause,
                        rung,
                        running,
                        step,
                        isProtected,
                        attribution,
                        reasons,
                        notified,
                        policyCode,
                        legalBasis),
                issuedOn,
                issuedAt,
                withdrawnAt,
                withdrawalReason);
    }
}
