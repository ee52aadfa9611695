package id.pkh.meeting.meeting;

import java.time.YearMonth;
import java.util.UUID;

/** A family that was absent without excuse. */
public record AbsenceView(
        UUID kpmId,
        YearMonth month,
        String kind,
        String mark,
        UUID meetingId,
        String groupCode,
        String villageCode) {}
