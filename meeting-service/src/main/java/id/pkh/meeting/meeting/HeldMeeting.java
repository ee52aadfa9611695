package id.pkh.meeting.meeting;

import id.pkh.meeting.family.FamiliesOnDay;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.meeting.domain.MeetingKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A meeting as a user reports it, by sheet or by app.
 *
 * @param group locked
 * @param families of the group on that day
 * @param topic of a P2K2 session
 * @param makesUp the meeting for which it makes up; null for a meeting of its own
 * @param marks as reported; a family without one is unmarked
 * @param source who reports it, and the file in which it was sent
 */
public record HeldMeeting(
        GroupEntity group,
        FamiliesOnDay families,
        MeetingKind kind,
        LocalDate heldOn,
        Topic topic,
        MeetingEntity makesUp,
        Map<UUID, AttendanceMark> marks,
        Source source) {

    /**
     * The source of a report.
     *
     * @param by subject of the caller
     * @param fileSha256 null when there was no file
     */
    public record Source(String by, String fileSha256) {}

    /** A meeting of its own, as sheets report it. */
    public static HeldMeeting ofItsOwn(
            GroupEntity group,
            FamiliesOnDay families,
            MeetingKind kind,
            LocalDate heldOn,
            Topic topic,
            Map<UUID, AttendanceMark> marks,
            Source source) {
        return new HeldMeeting(group, families, kind, heldOn, topic, null, marks, source);
    }

    public YearMonth month() {
        return YearMonth.from(heldOn);
    }

    /**
     * One mark for every family of the group on that day. What makes up for a session lists those
     * who were meant to come to it, and no other.
     */
    SortedMap<UUID, AttendanceMark> wholeList() {
        if (makesUp != null) {
            return new TreeMap<>(marks);
        }
        SortedMap<UUID, AttendanceMark> list = new TreeMap<>();
        families.kpmIds()
                .forEach(
                        kpmId ->
                                list.put(
                                        kpmId, marks.getOrDefault(kpmId, AttendanceMark.UNMARKED)));
        return list;
    }
}
