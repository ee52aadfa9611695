package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The month was closed for a group.
 *
 * @param groupId group of families
 * @param groupCode code of the group for people to read; empty when the family has none yet
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param month calendar month, yyyy-MM
 * @param meetingHeld whether a group meeting was held
 * @param p2k2Held whether a P2K2 session was held
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record MeetingMonthClosed(
        UUID groupId,
        String groupCode,
        String villageCode,
        YearMonth month,
        boolean meetingHeld,
        boolean p2k2Held,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
