package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * The month was closed without a group meeting, or a user reported that none was held.
 *
 * @param groupId group of families
 * @param groupCode code of the group for people to read; empty when the family has none yet
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param month calendar month, yyyy-MM
 * @param facilitatorId facilitator responsible; null when no one was assigned
 * @param reason reason code, see {@code NotHeldReasons}
 * @param attribution FACILITATOR or NOBODY
 * @param kpmIds families of the group in that month
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record MeetingNotHeld(
        UUID groupId,
        String groupCode,
        String villageCode,
        YearMonth month,
        UUID facilitatorId,
        String reason,
        String attribution,
        List<UUID> kpmIds,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
