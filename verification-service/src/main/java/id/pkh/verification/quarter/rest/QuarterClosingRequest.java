package id.pkh.verification.quarter.rest;

import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * Which quarter to close, and where.
 *
 * @param areaCode code of an area, or {@code *} for the whole country
 */
public record QuarterClosingRequest(
        @NotBlank @Pattern(regexp = VerificationPeriod.QUARTER_TEXT) String quarter,
        @NotBlank @Pattern(regexp = "^(\\*|\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?)$")
                String areaCode) {}
