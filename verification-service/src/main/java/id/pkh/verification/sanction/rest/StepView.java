package id.pkh.verification.sanction.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.StepQueries;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A step as clients see it, with everything that explains it. */
public record StepView(
        UUID stepId,
        UUID kpmId,
        String villageCode,
        String period,
        String cause,
        int rung,
        int running,
        String step,
        @JsonProperty("is_protected") boolean isProtected,
        String attribution,
        List<String> reasons,
        List<String> notified,
        boolean standing,
        Instant issuedAt,
        Instant withdrawnAt,
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
