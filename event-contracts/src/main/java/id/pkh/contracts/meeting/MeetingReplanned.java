package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was announced to a group is on another day or at another hour.
 *
 * @param planItemId what is planned
 * @param groupId group of families
 * @param groupCode code of the group for people to read
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param kind GROUP_MEETING, P2K2 or WITHDRAWAL_DAY
 * @param plannedBefore day on which it was planned before
 * @param plannedFor day on which it is planned, local
 * @param startsAt hours and minutes in the village, HH:mm
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record MeetingReplanned(
        UUID planItemId,
        UUID groupId,
        String groupCode,
        String villageCode,
        String kind,
        LocalDate plannedBefore,
        LocalDate plannedFor,
        String startsAt,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
