package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is planned for a group comes in some days: its chair and its families are invited, and
 * reminded.
 *
 * @param planItemId what is planned
 * @param groupId group of families
 * @param groupCode code of the group for people to read
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param kind GROUP_MEETING, P2K2 or WITHDRAWAL_DAY
 * @param notice INVITATION, or REMINDER of something that was announced
 * @param plannedFor day on which it is planned, local
 * @param startsAt hours and minutes in the village, HH:mm
 * @param cycleCode payment cycle of a withdrawal day; null when it is not known, and otherwise
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record MeetingPlanned(
        UUID planItemId,
        UUID groupId,
        String groupCode,
        String villageCode,
        String kind,
        String notice,
        LocalDate plannedFor,
        String startsAt,
        String cycleCode,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
