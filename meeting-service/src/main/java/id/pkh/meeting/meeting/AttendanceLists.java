package id.pkh.meeting.meeting;

import id.pkh.meeting.Database;
import id.pkh.meeting.meeting.domain.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Attendance lists by revision. Rows are only ever added. */
@ApplicationScoped
class AttendanceLists {

    private final Database database;

    AttendanceLists(Database database) {
        this.database = database;
    }

    SortedMap<UUID, Mark> standing(MeetingEntity meeting) {
        SortedMap<UUID, Mark> list = new TreeMap<>();
        database.query(
                "SELECT kpm_id, mark FROM attendance WHERE month = ? AND meeting_id = ? AND revision = ?",
                row ->
                        list.put(
                                row.getObject("kpm_id", UUID.class),
                                Mark.valueOf(row.getString("mark"))),
                meeting.month,
                meeting.id,
                meeting.revision);
        return list;
    }

    /** Writes the list of the meeting's revision as it stands now; the meeting must be flushed. */
    void add(
            MeetingEntity meeting,
            SortedMap<UUID, Mark> list,
            String reason,
            HeldMeeting.Source source,
            Instant now) {
        database.update(
                "INSERT INTO meeting_revision (meeting_id, revision, held_on, facilitator_id, module, session, reason,"
                        + " file_sha256, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                meeting.id,
                meeting.revision,
                meeting.heldOn,
                meeting.facilitatorId,
                meeting.module,
                meeting.session,
                reason,
                source.fileSha256(),
                now,
                source.by());
        database.update(
                "INSERT INTO attendance (month, meeting_id, revision, kpm_id, mark)"
                        + " SELECT ?::date, ?::uuid, ?::int, kpm_id, mark"
                        + " FROM unnest(?::uuid[], ?::text[]) AS listed (kpm_id, mark)",
                meeting.month,
                meeting.id,
                meeting.revision,
                Database.uuids(list.keySet()),
                Database.texts(list.values().stream().map(Mark::name).toList()));
    }
}
