package id.pkh.verification.sanction.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.StepQueries;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step as clients see it, with everything that explains it. */
@Schema(name = "SanctionStep")
public record StepView(
        UUID stepId,
        UUID kpmId,
        String villageCode,
        @Schema(pattern = VerificationPeriod.TEXT) String period,
        @Schema(implementation = Cause.class) String cause,
        int rung,
        int running,
        @Schema(implementation = Step.class) String step,
        @JsonProperty("is_protected") boolean isProtected,
        @Schema(implementation = Attribution.class) String attribution,
        List<String> reasons,
        List<String> notified,
        boolean standing,
        Instant issuedAt,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(
                        nullable = true,
                        enumeration = {"CORRECTED_FACT", "APPEAL_UPHELD", "EXEMPTION"})
                String withdrawalReason,
        String policyCode,
        String legalBasis) {

    static StepView of(StepQueries.Seen seen) {
        IssuedStep step = seen.step();
        return new StepView(
                step.stepId(),
                step.kpmId(),
                seen.villageCode(),
                step.due().period().text(),
                step.due().cause().name(),
                step.due().rung(),
                step.due().running(),
                step.due().step().name(),
                step.due().isProtected(),
                step.due().attribution().name(),
                step.due().reasons(),
                step.due().notified(),
                !step.isWithdrawn(),
                step.issuedAt(),
                step.withdrawnAt(),
                step.isWithdrawn() ? step.withdrawalReason().name() : null,
                step.due().policyCode(),
                step.due().legalBasis());
    }
}
