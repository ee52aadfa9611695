package id.pkh.meeting.meeting;

import id.pkh.meeting.family.FamiliesOnDay;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Meetings for which others make up. */
@ApplicationScoped
class MakeUps {

    private final AttendanceLists lists;

    MakeUps(AttendanceLists lists) {
        this.lists = lists;
    }

    /** The meeting of the same group and kind that was missed, or a refusal. */
    MeetingEntity require(UUID id, GroupEntity group, MeetingKind kind, LocalDate heldOn) {
        MeetingEntity missed = MeetingEntity.findById(id);
        if (missed == null
                || missed.isTakenBack()
                || !missed.groupId.equals(group.id())
                || missed.kind != kind) {
            throw Refused.because("MAKE_UP_OF_UNKNOWN").with("meeting_id", id);
        }
        if (missed.makesUp != null) {
            throw Refused.because("MAKE_UP_OF_MAKE_UP").with("meeting_id", missed.makesUp);
        }
        if (!heldOn.isAfter(missed.heldOn)) {
            throw Refused.because("MAKE_UP_TOO_EARLY").with("held_on", missed.heldOn);
        }
        return missed;
    }

    /** Those on the list of the missed meeting, whichever group they are in by now. */
    FamiliesOnDay familiesOf(MeetingEntity missed) {
        return new FamiliesOnDay(List.copyOf(lists.standing(missed).keySet()), Map.of());
    }
}
