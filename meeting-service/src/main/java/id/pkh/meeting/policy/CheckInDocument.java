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

/** A version of how families check in, as an officer enters it. */
@Schema(name = "CheckInsEntry", description = "How families check in to sessions.")
record CheckInDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull
                @Schema(
                        description =
                                "First day of a month; check-ins that are opened on that day or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(5) @Max(240) int openMinutes,
        @Min(15) @Max(120) int stepSeconds,
        @Min(0) @Max(3) int stepsBack)
        implements PolicyDocument {}
