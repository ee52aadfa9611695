package id.pkh.registry.facilitator;

import id.pkh.platform.web.FreeText;
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
                "A facilitator hands a village over: the families are notified before, and "
                        + "for some days both facilitators are responsible.")
public record ReassignRequest(
        @NotBlank @Schema(examples = "17.71.08.1001") String villageCode,
        @NotNull @Schema(description = "facilitator who hands the village over, as last read")
                UUID predecessorId,
        @NotNull UUID successorId,
        @NotNull @Schema(description = "day on which the families were notified")
                LocalDate noticeGivenOn,
        @NotNull @Schema(description = "first day of the successor") LocalDate effectiveOn,
        @NotNull @Schema(description = "last day on which both facilitators are responsible")
                LocalDate overlapUntil,
        @Min(0) @Schema(description = "cases handed over") int openCases,
        @FreeText @NotBlank @Size(max = 300) String reason) {}
