package id.pkh.meeting;

import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import java.util.List;
import java.util.UUID;

/** The village has a facilitator and a group, whose families the service knows. */
public abstract class GroupMeetingComponentTest extends MeetingComponentTest {

    protected UUID groupId;
    protected List<Family> families;

    protected void aGroupOf(int size) {
        registry.assign(village, "2025-01-01", null);
        families = registry.families(village, group, size);
        groupId = Api.formGroup(village, group);
    }
}
