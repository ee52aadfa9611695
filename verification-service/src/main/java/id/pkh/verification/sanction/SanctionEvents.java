package id.pkh.verification.sanction;

import id.pkh.contracts.verification.LadderStepIssued;
import id.pkh.contracts.verification.LadderStepWithdrawn;
import id.pkh.contracts.verification.ReminderIssued;
import id.pkh.contracts.verification.ReminderWithdrawn;
import id.pkh.contracts.verification.SuspensionProposalWithdrawn;
import id.pkh.contracts.verification.SuspensionProposed;
import id.pkh.contracts.verification.SuspensionWarningIssued;
import id.pkh.contracts.verification.SuspensionWarningWithdrawn;
import id.pkh.contracts.verification.TerminationProposalWithdrawn;
import id.pkh.contracts.verification.TerminationProposed;
import id.pkh.verification.sanction.domain.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Steps in the published language. */
final class SanctionEvents {

    /** The constructors of these events differ only in their type. */
    @FunctionalInterface
    private interface Issued {
        LadderStepIssued of(
                UUID stepId,
                UUID kpmId,
                String villageCode,
                String period,
                String cause,
                int rung,
                int running,
                String attribution,
                boolean isProtected,
                List<String> reasons,
                List<String> notified,
                String policyCode,
                String legalBasis,
                LocalDate occurredOn,
                Instant recordedAt);
    }

    @FunctionalInterface
    private interface Withdrawn {
        LadderStepWithdrawn of(
                UUID stepId,
                UUID kpmId,
                String villageCode,
                String period,
                String cause,
                int rung,
                int running,
                String attribution,
                String reason,
                LocalDate occurredOn,
                Instant recordedAt);
    }

    private static final Map<Step, Issued> ISSUED =
            Map.of(
                    Step.REMINDER, ReminderIssued::new,
                    Step.SUSPENSION_WARNING, SuspensionWarningIssued::new,
                    Step.SUSPENSION_PROPOSED, SuspensionProposed::new,
                    Step.TERMINATION_PROPOSED, TerminationProposed::new);

    private static final Map<Step, Withdrawn> WITHDRAWN =
            Map.of(
                    Step.REMINDER, ReminderWithdrawn::new,
                    Step.SUSPENSION_WARNING, SuspensionWarningWithdrawn::new,
                    Step.SUSPENSION_PROPOSED, SuspensionProposalWithdrawn::new,
                    Step.TERMINATION_PROPOSED, TerminationProposalWithdrawn::new);

    private SanctionEvents() {}

    static LadderStepIssued issued(IssuedStep step) {
        return ISSUED.get(step.due().step())
                .of(
                        step.stepId(),
                        step.kpmId(),
                        step.villageCode(),
                        step.due().period().text(),
                        step.due().cause().name(),
                        step.due().rung(),
                        step.due().running(),
                        step.due().attribution().name(),
                        step.due().isProtected(),
                        step.due().reasons(),
                        step.due().notified(),
                        step.due().policyCode(),
                        step.due().legalBasis(),
                        step.issuedOn(),
                        step.issuedAt());
    }

    static LadderStepWithdrawn withdrawn(
            IssuedStep step, String villageCode, String reason, LocalDate on, Instant at) {
        return WITHDRAWN
                .get(step.due().step())
                .of(
                        step.stepId(),
                        step.kpmId(),
                        villageCode,
                        step.due().period().text(),
                        step.due().cause().name(),
                        step.due().rung(),
                        step.due().running(),
                        step.due().attribution().name(),
                        reason,
                        on,
                        at);
    }
}
