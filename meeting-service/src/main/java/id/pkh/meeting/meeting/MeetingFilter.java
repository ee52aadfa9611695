package id.pkh.meeting.meeting;

import id.pkh.meeting.group.GroupCode;
import java.time.YearMonth;
import java.util.UUID;

/** The filter of a list of meetings; null means any. */
record MeetingFilter(YearMonth month, String village, String kind, String group, UUID facilitator) {

    /** The group, if it is named by its id. */
    UUID groupId() {
        try {
            return group == null ? null : UUID.fromString(group.strip());
        } catch (IllegalArgumentException isCode) {
            return null;
        }
    }

    /** The group, if it is named by its code. */
    String groupCode() {
        return groupId() == null ? GroupCode.normalise(group) : null;
    }
}
