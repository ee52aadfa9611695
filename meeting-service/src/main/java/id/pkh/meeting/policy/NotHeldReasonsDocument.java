package id.pkh.meeting.policy;

import id.pkh.meeting.meeting.domain.Attribution;
import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the reasons why meetings are not held, as an officer enters it. */
@Schema(name = "NotHeldReasonsEntry", description = "Every reason that may be given from then on.")
record NotHeldReasonsDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; months that begin on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid ReasonEntry> reasons)
        implements PolicyDocument {

    /** One reason. */
    @Schema(name = "NotHeldReasonEntry", description = "A reason and whose failure it is.")
    record ReasonEntry(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
            @NotNull Attribution attribution) {}
}
