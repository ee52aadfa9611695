package id.pkh.verification.evidence.rest;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a row is about, and why. */
@Schema(name = "PupilSettlementRequest")
public record PupilSettlementRequest(
        @Schema(
                        nullable = true,
                        description =
                                "One of the pupils shown; left out for nobody in the programme")
                UUID memberId,
        @FreeText @NotBlank @Size(max = 1000) String reason) {}
