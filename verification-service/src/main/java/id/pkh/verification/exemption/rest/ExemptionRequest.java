package id.pkh.verification.exemption.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.exemption.ExemptionScope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Months that do not count.
 *
 * @param scopeCode area code, NPSN, code of a health service, or id of a family
 * @param from first day; its whole month is exempt
 * @param until last day; its whole month is exempt
 */
public record ExemptionRequest(
        @NotNull ExemptionScope scope,
        @NotBlank @Size(max = 64) String scopeCode,
        @NotNull LocalDate from,
        @NotNull LocalDate until,
        @FreeText @NotBlank @Size(max = 64) String reasonCode,
        @FreeText @NotBlank @Size(max = 200) String legalBasis,
        @FreeText @Size(max = 1000) String note) {}
