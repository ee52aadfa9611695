package id.pkh.meeting.meeting;

import id.pkh.meeting.group.GroupCode;
import java.time.YearMonth;
import java.util.UUID;

/** The filter of a list of meetings; null means any. */
record MeetingFilter(YearMonth month, String village, String kind, String group, UUID facilitator) {

    /** The codes of {@link id.pkh.meeting.meeting.domain.MeetingKind}. */
    static final String KIND = "^(GROUP_MEETING|P2K2)$";

    /** A group is named by its code or by its id. */
    static final String GROUP =
            "^(\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}-\\d{2}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$";

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
