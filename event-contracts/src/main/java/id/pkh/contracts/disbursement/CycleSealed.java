package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The payment list of a cycle was sealed and does not change any more.
 *
 * @param cycleId payment cycle
 * @param cycleCode code for people to read
 * @param payablePayments payments to make
 * @param payableIdr sum of the payments to make, whole rupiah
 * @param heldPayments payments held
 * @param heldIdr sum of the payments held, whole rupiah
 * @param sealedBy subject of the officer
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record CycleSealed(
        UUID cycleId,
        String cycleCode,
        long payablePayments,
        long payableIdr,
        long heldPayments,
        long heldIdr,
        String sealedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
