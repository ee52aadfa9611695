package id.pkh.meeting.monthclose;

import id.pkh.meeting.meeting.domain.MeetingKind;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A group whose month would be closed without a record.
 *
 * @param facilitatorId who is responsible on the last day of the month; null when nobody is
 * @param families to which a meeting is due
 * @param missing GROUP_MEETING, P2K2 or both
 */
@Schema(name = "GroupWithoutRecord")
public record MissingGroupView(
        UUID groupId,
        String groupCode,
        String name,
        String villageCode,
        @Schema(nullable = true) UUID facilitatorId,
        int families,
        List<MeetingKind> missing) {}
