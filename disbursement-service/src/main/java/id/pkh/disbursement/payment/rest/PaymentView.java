package id.pkh.disbursement.payment.rest;

import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.PaymentLists.Attempt;
import id.pkh.disbursement.payment.PaymentLists.PaymentLine;
import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.payment.domain.PaymentStage;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.sanction.domain.LadderStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A family's payment of a cycle.")
public record PaymentView(
        @Schema(nullable = true, description = "Missing when the family is not eligible")
                UUID paymentId,
        UUID kpmId,
        String villageCode,
        String cycleCode,
        @Schema(implementation = PaymentKind.class) String kind,
        @Schema(implementation = PaymentStage.class) String stage,
        long amountIdr,
        @Schema(implementation = PaymentStatus.class) String status,
        @Schema(description = "Whether a warning is in effect") boolean warned,
        @Schema(description = "Warnings in effect, the oldest period first")
                List<WarningView> warnings,
        @Schema(description = "All steps on the ladder that are in effect")
                List<StepView> standingSteps,
        @Schema(description = "Reason codes of the status, then causes of the warnings")
                List<String> reasons,
        @Schema(description = "Decisions that block the payment") List<UUID> decisions,
        @Schema(description = "The parts of the amount") List<ComponentView> components,
        @Schema(description = "Members with a component who are not paid") List<UnpaidView> unpaid,
        @Schema(nullable = true, description = "The payment that this one makes up for")
                UUID compensates,
        @Schema(
                        nullable = true,
                        description =
                                "The latest attempt to pay; missing while the payment is not "
                                        + "instructed to a bank")
                AttemptView attempt) {

    public static PaymentView of(PaymentLine line) {
        return new PaymentView(
                line.paymentId(),
                line.kpmId(),
                line.villageCode(),
                line.cycleCode(),
                line.kind(),
                (line.sealed() ? PaymentStage.SEALED : PaymentStage.PLANNED).name(),
                line.amountIdr(),
                line.status(),
                line.warned(),
                line.steps().stream().filter(LadderStep::isWarning).map(WarningView::of).toList(),
                line.steps().stream().map(StepView::of).toList(),
                line.reasons(),
                line.blockedBy(),
                line.lines().stream()
                        .filter(EntitlementLine::isPaid)
                        .map(ComponentView::of)
                        .toList(),
                line.lines().stream().filter(l -> !l.isPaid()).map(UnpaidView::of).toList(),
                line.compensates(),
                line.attempt() == null ? null : AttemptView.of(line.attempt()));
    }

    @Schema(name = "PaymentAttempt", description = "An attempt to pay, and its status at the bank.")
    record AttemptView(
            @Schema(description = "1 for the first time") int number,
            String bank,
            @Schema(implementation = StatusAtBank.class) String status,
            @Schema(nullable = true, description = "Reason code of a refusal") String reason,
            @Schema(nullable = true, description = "The bank's own reference") String bankRef,
            Instant statusAt) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.bank(),
                    attempt.status(),
                    attempt.reason(),
                    attempt.bankRef(),
                    attempt.statusAt());
        }
    }

    @Schema(name = "PaymentWarning", description = "A warning in effect.")
    record WarningView(String cause, String period, boolean isProtected) {
        static WarningView of(LadderStep step) {
            return new WarningView(step.cause(), step.period(), step.isProtected());
        }
    }

    @Schema(name = "PaymentStep", description = "A step on the ladder that is in effect.")
    record StepView(
            @Schema(
                            enumeration = {
                                "REMINDER",
                                "SUSPENSION_WARNING",
                                "SUSPENSION_PROPOSED",
                                "TERMINATION_PROPOSED"
                            })
                    String step,
            String cause,
            String period,
            int rung,
            boolean isProtected) {
        static StepView of(LadderStep step) {
            return new StepView(
                    step.step(), step.cause(), step.period(), step.rung(), step.isProtected());
        }
    }

    @Schema(name = "PaymentComponent", description = "The amount that one member adds.")
    record ComponentView(
            @Schema(nullable = true, description = "Missing for the family's own part")
                    UUID memberId,
            String component,
            long amountIdr) {
        static ComponentView of(EntitlementLine line) {
            return new ComponentView(line.memberId(), line.component(), line.amount().amount());
        }
    }

    @Schema(name = "UnpaidMember", description = "A member who adds nothing, and the reason.")
    record UnpaidView(UUID memberId, String component, String reason) {
        static UnpaidView of(EntitlementLine line) {
            return new UnpaidView(line.memberId(), line.component(), line.reason());
        }
    }
}
