package id.pkh.meeting.group;

import java.time.LocalDate;
import java.util.UUID;

/** A group in a list. */
public record GroupView(
        UUID groupId,
        String groupCode,
        String name,
        String villageCode,
        String meetingPlace,
        LocalDate formedOn,
        int families) {}
