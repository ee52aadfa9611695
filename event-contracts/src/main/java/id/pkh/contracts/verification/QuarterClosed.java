package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The verification of a quarter was finished in an area: every family there was assessed.
 *
 * @param closingId the closing
 * @param period quarter, yyyy-Qn
 * @param areaCode code of an area, or * for the whole country
 * @param reason REQUEST of a person, or CALENDAR
 * @param familiesSetAside families that could not be assessed and wait for an operator
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record QuarterClosed(
        UUID closingId,
        String period,
        String areaCode,
        String reason,
        long familiesSetAside,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
