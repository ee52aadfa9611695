package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The family's life-cycle status changed.
 *
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param oldStatus status before
 * @param newStatus status after
 * @param reason reason code
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record KpmStatusChanged(
        UUID kpmId,
        String villageCode,
        String oldStatus,
        String newStatus,
        String reason,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
