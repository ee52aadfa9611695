package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A family entered the registry.
 *
 * @param kpmId beneficiary family
 * @param status life-cycle status
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param groupCode code of the group for people to read; empty when the family has none yet
 * @param caretakerMemberId adult who holds card and account
 * @param memberCount members with a component
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record KpmRegistered(
        UUID kpmId,
        String status,
        String villageCode,
        String groupCode,
        UUID caretakerMemberId,
        int memberCount,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
