package id.pkh.meeting.policy;

import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the thresholds of recording signals, as an officer enters it. */
@Schema(name = "RecordingSignalsEntry", description = "When supervisors are shown a list.")
record RecordingSignalsDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; what is shown on that day or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(2) @Max(12) int fullLists,
        @Min(2) @Max(1000) int listsAtOnce,
        @Min(1) @Max(86_400) int withinSeconds,
        @Min(0) @Max(366) int lateDays)
        implements PolicyDocument {}
