package id.pkh.disbursement.quarter.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Verification has finished a quarter in an area.
 *
 * @param areaCode code of an area, or {@code *} for the whole country
 */
public record ClosedQuarter(
        UUID closingId, String period, String areaCode, LocalDate closedOn, Instant recordedAt) {}
