package id.pkh.meeting.group;

import id.pkh.meeting.group.domain.GroupSizeFinding;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A group in a list.
 *
 * @param size whether it has as many families as the policy says
 */
public record GroupView(
        UUID groupId,
        String groupCode,
        String name,
        String villageCode,
        String meetingPlace,
        LocalDate formedOn,
        int families,
        GroupSizeFinding size) {}
