package id.pkh.registry.facilitator;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.facilitator.domain.HandoverReason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "HandoverRequest",
        description =
                "A facilitator hands villages over; it is announced with this request,"
                        + " or was on paper.")
public record HandoverRequest(
        @NotNull UUID predecessorId,
        @NotNull UUID successorId,
        @Size(min = 1, max = 50)
                @Schema(description = "leave out for all villages of the predecessor in your areas")
                List<@NotBlank String> villageCodes,
        @Schema(
                        description =
                                "day on which the families were notified on paper; leave out if"
                                        + " this request is the notice")
                LocalDate noticeGivenOn,
        @NotNull @Schema(description = "first day of the successor") LocalDate effectiveOn,
        @Schema(description = "last day on which both act; leave out for the days of the policy")
                LocalDate overlapUntil,
        @NotNull HandoverReason reasonCode,
        @FreeText
                @Size(min = 1, max = 300)
                @Schema(description = "needed for OTHER; names no family")
                String explanation) {}
