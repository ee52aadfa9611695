package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.ListFigures;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.cycle.domain.SealProposal;
import id.pkh.disbursement.quarter.domain.QuarterProgress;
import id.pkh.disbursement.quarter.domain.QuarterWaiver;
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
        @Schema(enumeration = {"BANK", "POS"}) String channel,
        String verificationPeriod,
        @Schema(
                        implementation = QuarterProgress.class,
                        description = "Where verification has closed the quarter")
                String verificationProgress,
        @Schema(nullable = true, description = "Why the cycle does not wait for its quarter")
                QuarterWaiverView quarterWaiver,
        @Schema(implementation = CycleStatus.class) String status,
        @Schema(nullable = true, description = "The latest calculation")
                CalculationView calculation,
        @Schema(nullable = true, description = "The list that is proposed to be sealed")
                SealProposalView sealProposal,
        @Schema(nullable = true, description = "Figures of the sealed list") SealView seal) {

    static CycleView of(
            PaymentCycle cycle,
            QuarterProgress progress,
            QuarterWaiver waiver,
            Run latest,
            SealProposal proposal,
            CycleSeal seal) {
        return new CycleView(
                cycle.cycleId(),
                cycle.cycleCode(),
                cycle.range().from(),
                cycle.range().until(),
                cycle.range().fullMonths(),
                cycle.channel(),
                cycle.verificationPeriod(),
                progress.name(),
                waiver == null ? null : QuarterWaiverView.of(waiver),
                cycle.status().name(),
                latest == null ? null : CalculationView.of(latest),
                proposal == null ? null : SealProposalView.of(proposal),
                seal == null ? null : SealView.of(seal));
    }

    @Schema(description = "A calculation of all families of the cycle.")
    record CalculationView(
            UUID runId,
            @Schema(enumeration = {"RUNNING", "INTERRUPTED", "DONE"}) String status,
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

    @Schema(description = "The list that an officer proposes to seal; an approver seals it.")
    record SealProposalView(
            long payablePayments,
            long payableIdr,
            long heldPayments,
            long heldIdr,
            long forfeitedPayments,
            long forfeitedIdr,
            @Schema(description = "SHA-256 over the ordered lines, hex; the seal must give it")
                    String listSha256,
            String proposedBy,
            Instant proposedAt) {

        static SealProposalView of(SealProposal proposal) {
            ListFigures list = proposal.list();
            return new SealProposalView(
                    list.payable().payments(),
                    list.payable().amount().amount(),
                    list.held().payments(),
                    list.held().amount().amount(),
                    list.forfeited().payments(),
                    list.forfeited().amount().amount(),
                    list.listSha256(),
                    proposal.proposedBy(),
                    proposal.proposedAt());
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
            @Schema(nullable = true, description = "Missing for seals that one officer made")
                    String proposedBy,
            String sealedBy,
            Instant sealedAt) {

        static SealView of(CycleSeal seal) {
            return new SealView(
                    seal.list().payable().payments(),
                    seal.list().payable().amount().amount(),
                    seal.list().held().payments(),
                    seal.list().held().amount().amount(),
                    seal.list().forfeited().payments(),
                    seal.list().forfeited().amount().amount(),
                    seal.list().listSha256(),
                    seal.proposedBy(),
                    seal.sealedBy(),
                    seal.sealedAt());
        }
    }
}
