package id.pkh.registry.enrolment;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.family.domain.KpmStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChangeStatusRequest", description = "An officer's decision on a family's status.")
public record ChangeStatusRequest(
        @Schema(description = "version of the family as last read") Long version,
        @NotNull @Schema(required = true, implementation = KpmStatus.class) String status,
        @NotNull
                @FreeText
                @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}")
                @Schema(description = "reason code", examples = "VALIDATED_AT_MEETING")
                String reason,
        @NotNull LocalDate effectiveOn) {}
