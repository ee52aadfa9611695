package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A payment cycle, the progress of its calculation, and its seal.")
record CycleView(
        UUID cycleId,
        String cycleCode,
        LocalDate coversFrom,
        LocalDate coversUntil,
        int months,
        String channel,
        String verificationPeriod,
        @Schema(description = "OPEN, CALCULATING, CALCULATED or SEALED") String status,
        @Schema(nullable = true, description = "The latest calculation")
                CalculationView calculation,
        @Schema(nullable = true, description = "Figures of the sealed list") SealView seal) {

    static CycleView of(PaymentCycle cycle, Run latest, CycleSeal seal) {
        return new CycleView(
                cycle.cycleId(),
                cycle.cycleCode(),
                cycle.range().from(),
                cycle.range().until(),
                cycle.range().fullMonths(),
                cycle.channel(),
                cycle.verificationPeriod(),
                cycle.status().name(),
                latest == null ? null : CalculationView.of(latest),
                seal == null ? null : SealView.of(seal));
    }

    @Schema(description = "A calculation of all families of the cycle.")
    record CalculationView(
            UUID runId,
            @Schema(description = "RUNNING, INTERRUPTED or DONE") String status,
            @Schema(description = "Families when it began") long familiesTotal,
            long familiesDone,
            @Schema(description = "Payments that the calculation changed") long paymentsChanged,
            String startedBy,
            Instant startedAt,
            @Schema(nullable = true) Instant finishedAt) {

        static CalculationView of(Run run) {
            return new CalculationView(
                    run.runId(),
                    run.status().name(),
                    run.familiesTotal(),
                    run.familiesDone(),
                    run.paymentsChanged(),
                    run.startedBy(),
                    run.startedAt(),
                    run.finishedAt());
        }
    }

    @Schema(description = "The list as it was frozen.")
    record SealView(
            long payablePayments,
            long payableIdr,
            long heldPayments,
            long heldIdr,
            long forfeitedPayments,
            long forfeitedIdr,
            @Schema(description = "SHA-256 over the ordered lines, hex") String listSha256,
            String sealedBy,
            Instant sealedAt) {

        static SealView of(CycleSeal seal) {
            return new SealView(
                    seal.payable().payments(),
                    seal.payable().amount().amount(),
                    seal.held().payments(),
                    seal.held().amount().amount(),
                    seal.forfeited().payments(),
                    seal.forfeited().amount().amount(),
                    seal.listSha256(),
                    seal.sealedBy(),
                    seal.sealedAt());
        }
    }
}
