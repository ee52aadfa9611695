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

/** A version of what photos of meetings have to be like, as an officer enters it. */
@Schema(name = "MeetingPhotosEntry", description = "What photos of meetings have to be like.")
record PhotoDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; meetings of that day or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(0) @Max(14) int daysAround,
        @Min(100) @Max(100_000) int farMetres)
        implements PolicyDocument {}
