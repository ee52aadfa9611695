package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bank credited the first payment of a cycle in a village, so the families there can withdraw.
 *
 * @param creditId the first credit of the cycle in the village
 * @param cycleId payment cycle
 * @param cycleCode code for people to read
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param occurredOn business date on which it was learnt, local
 * @param recordedAt when the system recorded the fact
 */
public record VillageCredited(
        UUID creditId,
        UUID cycleId,
        String cycleCode,
        String villageCode,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
