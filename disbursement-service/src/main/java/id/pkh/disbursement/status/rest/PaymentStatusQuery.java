package id.pkh.disbursement.status.rest;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PaymentStatusQuery", description = "Which families, which cycle, and what for.")
record PaymentStatusQuery(
        @NotNull @Pattern(regexp = "^[A-Z0-9][A-Z0-9._-]{0,29}$") String cycleCode,
        @NotNull
                @Size(min = 1, max = 200)
                @FreeText
                @Schema(description = "is logged with the request")
                String purpose,
        @NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> kpmIds) {}
