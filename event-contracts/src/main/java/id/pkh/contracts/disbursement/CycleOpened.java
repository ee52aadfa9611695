package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment cycle (tahap) was opened.
 *
 * @param cycleId payment cycle
 * @param cycleCode code for people to read
 * @param coversFrom first day covered
 * @param coversUntil last day covered
 * @param channel BANK or POS
 * @param verificationPeriod quarter whose verification it waits for
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record CycleOpened(
        UUID cycleId,
        String cycleCode,
        LocalDate coversFrom,
        LocalDate coversUntil,
        String channel,
        String verificationPeriod,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
