package id.pkh.verification.quarter;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.util.UUID;

/**
 * The closing of a quarter in an area, finished or running.
 *
 * @param areaCode code of an area, or {@code *} for the whole country
 */
public record QuarterClosing(
        UUID closingId,
        VerificationPeriod quarter,
        String areaCode,
        String requestedBy,
        ClosingReason reason,
        Instant requestedAt) {}
