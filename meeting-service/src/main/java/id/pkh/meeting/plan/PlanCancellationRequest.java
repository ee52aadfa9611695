package id.pkh.meeting.plan;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Takes something off the plan.
 *
 * @param version the version that was read
 */
public record PlanCancellationRequest(
        @Min(1) int version, @FreeText @NotBlank @Size(max = 300) String reason) {}
