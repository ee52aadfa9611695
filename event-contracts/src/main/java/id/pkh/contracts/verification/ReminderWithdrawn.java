package id.pkh.contracts.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A reminder was withdrawn. */
public record ReminderWithdrawn(
        UUID stepId,
        UUID kpmId,
        String villageCode,
        String period,
        String cause,
        int rung,
        int running,
        String attribution,
        String reason,
        LocalDate occurredOn,
        Instant recordedAt)
        implements LadderStepWithdrawn {}
