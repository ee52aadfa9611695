package id.pkh.meeting.policy;

import id.pkh.meeting.duty.domain.EscalationLevel;
import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the escalation of lapses, as an officer enters it. */
@Schema(name = "DutyEscalationEntry", description = "Who is notified after how many months.")
record DutyDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; months that begin on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull @Size(min = 1, max = 12) List<@NotNull @Valid StepEntry> steps)
        implements PolicyDocument {

    /** One step. */
    @Schema(name = "DutyEscalationStepEntry", description = "From this month in a row on.")
    record StepEntry(@Min(1) @Max(12) int monthsRunningFrom, @NotNull EscalationLevel level) {

        String name() {
            return "months_running_from " + monthsRunningFrom;
        }
    }
}
