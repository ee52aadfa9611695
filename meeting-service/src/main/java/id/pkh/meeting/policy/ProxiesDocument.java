package id.pkh.meeting.policy;

import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the rule about proxies, as an officer enters it. */
@Schema(
        name = "AttendanceProxiesEntry",
        description = "Whether another adult of the family counts as the family.")
record ProxiesDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull
                @Schema(description = "First day of a month; meetings that are held on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull Boolean countsAsPresent)
        implements PolicyDocument {}
