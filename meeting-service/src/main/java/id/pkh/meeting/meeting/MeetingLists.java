package id.pkh.meeting.meeting;

import id.pkh.meeting.Database;
import id.pkh.meeting.VillageFilter;
import id.pkh.meeting.meeting.MeetingDetailView.MarkView;
import id.pkh.meeting.meeting.MeetingDetailView.RevisionView;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Meetings and absences, in the caller's areas. */
@ApplicationScoped
class MeetingLists {

    private static final String MEETING =
            "SELECT m.*, g.code, g.village_code FROM meeting m JOIN kpm_group g ON g.id = m.group_id";

    private final Database database;

    MeetingLists(Database database) {
        this.database = database;
    }

    Page<MeetingView> meetings(MeetingFilter filter, AreaScope areas, PageParams page) {
        UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
        return Page.of(
                database.query(
                        MEETING
                                + " WHERE g.village_code LIKE ANY (?) AND g.village_code LIKE ANY (?)"
                                + " AND (?::date IS NULL OR m.month = ?) AND (?::text IS NULL OR m.kind = ?)"
                                + " AND (?::text IS NULL OR g.code = ?) AND (?::uuid IS NULL OR g.id = ?)"
                                + " AND (?::uuid IS NULL OR m.facilitator_id = ?)"
                                + " AND (?::uuid IS NULL OR m.id > ?) ORDER BY m.id LIMIT ?",
                        MeetingLists::meeting,
                        Database.texts(areas.likePatterns()),
                        Database.texts(VillageFilter.patterns(filter.village())),
                        filter.month(),
                        filter.month(),
                        filter.kind(),
                        filter.kind(),
                        filter.groupCode(),
                        filter.groupCode(),
                        filter.groupId(),
                        filter.groupId(),
                        filter.facilitator(),
                        filter.facilitator(),
                        after,
                        after,
                        page.limit() + 1),
                page.limit(),
                meeting -> new Object[] {meeting.meetingId()},
                Function.identity());
    }

    MeetingDetailView detail(UUID id, AreaScope areas) {
        MeetingView meeting =
                database.first(
                                MEETING + " WHERE m.id = ? AND g.village_code LIKE ANY (?)",
                                MeetingLists::meeting,
                                id,
                                Database.texts(areas.likePatterns()))
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        List<MarkView> attendance =
                database.query(
                        "SELECT kpm_id, mark FROM attendance WHERE month = ? AND meeting_id = ? AND revision = ?"
                                + " ORDER BY kpm_id",
                        row -> new MarkView(row.getObject(1, UUID.class), row.getString(2)),
                        meeting.month(),
                        id,
                        meeting.revision());
        List<RevisionView> revisions =
                database.query(
                        "SELECT revision, held_on, reason, recorded_at FROM meeting_revision WHERE meeting_id = ?"
                                + " ORDER BY revision",
                        row ->
                                new RevisionView(
                                        row.getInt("revision"),
                                        row.getObject("held_on", LocalDate.class),
                                        row.getString("reason"),
                                        Database.instantOf(row, "recorded_at")),
                        id);
        return new MeetingDetailView(meeting, attendance, revisions);
    }

    Page<AbsenceView> absences(MeetingFilter filter, AreaScope areas, PageParams page) {
        LocalDate afterMonth =
                page.cursor().map(cursor -> LocalDate.ofEpochDay(cursor.number(0))).orElse(null);
        UUID afterMeeting = page.cursor().map(cursor -> cursor.uuid(1)).orElse(null);
        UUID afterKpm = page.cursor().map(cursor -> cursor.uuid(2)).orElse(null);
        return Page.of(
                database.query(
                        "SELECT a.kpm_id, a.month, m.kind, a.mark, m.id, g.code, g.village_code"
                                + " FROM attendance a"
                                + " JOIN meeting m ON m.id = a.meeting_id AND m.revision = a.revision"
                                + " JOIN kpm_group g ON g.id = m.group_id"
                                + " WHERE a.mark = 'ABSENT' AND g.village_code LIKE ANY (?)"
                                + " AND g.village_code LIKE ANY (?)"
                                + " AND (?::date IS NULL OR a.month = ?) AND (?::text IS NULL OR m.kind = ?)"
                                + " AND (?::date IS NULL OR (a.month, a.meeting_id, a.kpm_id) > (?, ?, ?))"
                                + " ORDER BY a.month, a.meeting_id, a.kpm_id LIMIT ?",
                        row ->
                                new AbsenceView(
                                        row.getObject("kpm_id", UUID.class),
                                        Database.monthOf(row, "month"),
                                        row.getString("kind"),
                                        row.getString("mark"),
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        row.getString("village_code")),
                        Database.texts(areas.likePatterns()),
                        Database.texts(VillageFilter.patterns(filter.village())),
                        filter.month(),
                        filter.month(),
                        filter.kind(),
                        filter.kind(),
                        afterMonth,
                        afterMonth,
                        afterMeeting,
                        afterKpm,
                        page.limit() + 1),
                page.limit(),
                absence ->
                        new Object[] {
                            absence.month().atDay(1).toEpochDay(),
                            absence.meetingId(),
                            absence.kpmId()
                        },
                Function.identity());
    }

    private static MeetingView meeting(ResultSet row) throws SQLException {
        return new MeetingView(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getString("code"),
                row.getString("village_code"),
                row.getString("kind"),
                Database.monthOf(row, "month"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("facilitator_id", UUID.class),
                row.getString("module"),
                row.getString("session"),
                row.getInt("revision"),
                Database.instantOf(row, "recorded_at"));
    }
}
