package id.pkh.registry.facilitator;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ReassignRequest",
        description =
                "The facilitator of a village hands it over: the families are told before, and both answer for a while.")
public record ReassignRequest(
        @NotBlank @Schema(examples = "17.71.08.1001") String villageCode,
        @NotNull UUID successorId,
        @NotNull @Schema(description = "when the families were told") LocalDate noticeGivenOn,
        @NotNull @Schema(description = "first day of the successor") LocalDate effectiveOn,
        @NotNull @Schema(description = "last day on which both answer") LocalDate overlapUntil,
        @Min(0) @Schema(description = "cases handed over") int openCases,
        @NotBlank @Size(max = 300) String reason) {}
