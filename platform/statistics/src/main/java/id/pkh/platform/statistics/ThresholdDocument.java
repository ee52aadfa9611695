package id.pkh.platform.statistics;

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

/** A version of the threshold, as an officer enters it. */
@Schema(
        name = "StatisticsThresholdEntry",
        description = "From how many families on a published number is shown.")
public record ThresholdDocument(
        @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]{0,39}") String policyCode,
        @NotNull
                @Schema(
                        description =
                                "First day of a month; periods that are published for the first time on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = 500) String legalBasis,
        @Min(3) @Max(100) @Schema(description = "The smallest number that is shown beside zero")
                int threshold)
        implements PolicyDocument {}
