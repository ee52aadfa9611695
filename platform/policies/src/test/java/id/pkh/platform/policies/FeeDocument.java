package id.pkh.platform.policies;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The document of {@link FeeKind}. */
public record FeeDocument(
        @NotBlank String policyCode,
        @NotNull LocalDate validFrom,
        LocalDate validUntil,
        @FreeText @NotBlank String legalBasis,
        int rupiah)
        implements PolicyDocument {}
