package id.pkh.meeting.meeting;

import id.pkh.contracts.Event;
import id.pkh.contracts.meeting.Attendance;
import id.pkh.contracts.meeting.AttendanceChange;
import id.pkh.contracts.meeting.AttendanceCorrected;
import id.pkh.contracts.meeting.MeetingHeld;
import id.pkh.contracts.meeting.P2k2SessionHeld;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.MeetingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** Meetings in the published language. */
final class MeetingEvents {

    private MeetingEvents() {}

    static Event held(
            MeetingEntity meeting,
            MeetingEntity makesUp,
            GroupEntity group,
            SortedMap<UUID, AttendanceMark> list) {
        if (meeting.kind == MeetingKind.P2K2) {
            return new P2k2SessionHeld(
                    meeting.id,
                    group.id(),
                    group.code(),
                    group.villageCode(),
                    meeting.yearMonth(),
                    meeting.heldOn,
                    meeting.facilitatorId,
                    wire(list),
                    meeting.makesUp,
                    monthOf(makesUp),
                    meeting.heldOn,
                    meeting.recordedAt);
        }
        return new MeetingHeld(
                meeting.id,
                group.id(),
                group.code(),
                group.villageCode(),
                meeting.yearMonth(),
                meeting.heldOn,
                meeting.facilitatorId,
                wire(list),
                meeting.makesUp,
                monthOf(makesUp),
                meeting.heldOn,
                meeting.recordedAt);
    }

    static Event corrected(
            MeetingEntity meeting,
            MeetingEntity makesUp,
            GroupEntity group,
            List<AttendanceChange> changes,
            SortedMap<UUID, AttendanceMark> list,
            LocalDate today,
            Instant now) {
        return new AttendanceCorrected(
                meeting.id,
                group.id(),
                group.code(),
                group.villageCode(),
                meeting.yearMonth(),
                meeting.heldOn,
                meeting.facilitatorId,
                meeting.kind.name(),
                changes,
                wire(list),
                meeting.makesUp,
                monthOf(makesUp),
                today,
                now);
    }

    private static YearMonth monthOf(MeetingEntity makesUp) {
        return makesUp == null ? null : makesUp.yearMonth();
    }

    private static List<Attendance> wire(SortedMap<UUID, AttendanceMark> list) {
        return list.entrySet().stream()
                .map(entry -> new Attendance(entry.getKey(), entry.getValue().name()))
                .toList();
    }
}
