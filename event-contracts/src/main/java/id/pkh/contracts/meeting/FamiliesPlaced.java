package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Families were placed in the group from a day on; the registry follows. Of two placements of a
 * family the one that was recorded later counts.
 *
 * @param placementId the placement
 * @param groupId group of families
 * @param groupCode code of the group for people to read
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param kpmIds families that were placed
 * @param cause SETTLEMENT, MOVE, SPLIT or MERGE
 * @param occurredOn first day in the group, local
 * @param recordedAt when the system recorded the fact
 */
public record FamiliesPlaced(
        UUID placementId,
        UUID groupId,
        String groupCode,
        String villageCode,
        List<UUID> kpmIds,
        String cause,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
