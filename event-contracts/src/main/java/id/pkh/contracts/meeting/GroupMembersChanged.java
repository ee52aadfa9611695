package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Families joined or left the group.
 *
 * @param groupId group of families
 * @param groupCode code of the group for people to read; empty when the family has none yet
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param joinedKpmIds families that joined
 * @param leftKpmIds families that left
 * @param memberKpmIds families of the group afterwards
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record GroupMembersChanged(
        UUID groupId,
        String groupCode,
        String villageCode,
        List<UUID> joinedKpmIds,
        List<UUID> leftKpmIds,
        List<UUID> memberKpmIds,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
