package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Attendance lists by revision. Rows are only added. */
@ApplicationScoped
class AttendanceLists {

    private final Database database;

    AttendanceLists(Database database) {
        this.database = database;
    }

    /** A family's mark. */
    private record Marked(UUID kpmId, AttendanceMark mark) {}

    SortedMap<UUID, AttendanceMark> standing(MeetingEntity meeting) {
        SortedMap<UUID, AttendanceMark> list = new TreeMap<>();
        database.query(
                        "SELECT kpm_id, mark FROM attendance"
                                + " WHERE month = :month AND meeting_id = :meeting AND revision = :revision",
                        q ->
                                q.bind("month", meeting.month)
                                        .bind("meeting", meeting.id)
                                        .bind("revision", meeting.revision)
                                        .map(database.rowsAs(Marked.class))
                                        .list())
                .forEach(row -> list.put(row.kpmId(), row.mark()));
        return list;
    }

    /** Writes the list of the meeting's revision; the meeting must be flushed. */
    void add(
            MeetingEntity meeting,
            SortedMap<UUID, AttendanceMark> list,
            String reason,
            HeldMeeting.Source source,
            Instant now) {
        database.update(
                "INSERT INTO meeting_revision (meeting_id, revision, held_on, facilitator_id, module, session, session_code, reason,"
                        + " file_sha256, recorded_at, recorded_by) VALUES (:meeting, :revision, :heldOn, :facilitator,"
                        + " :module, :session, :code, :reason, :file, :now, :by)",
                u ->
                        u.bind("meeting", meeting.id)
                                .bind("revision", meeting.revision)
                                .bind("heldOn", meeting.heldOn)
                                .bind("facilitator", meeting.facilitatorId)
                                .bind("module", meeting.module)
                                .bind("session", meeting.session)
                                .bind("code", meeting.sessionCode)
                                .bind("reason", reason)
                                .bind("file", source.fileSha256())
                                .bind("now", now)
                                .bind("by", source.by()));
        database.copy(
                "attendance (month, meeting_id, revision, kpm_id, mark)",
                list.entrySet(),
                (row, marked) ->
                        row.day(meeting.month)
                                .uuid(meeting.id)
                                .number(meeting.revision)
                                .uuid(marked.getKey())
                                .code(marked.getValue()));
    }
}
