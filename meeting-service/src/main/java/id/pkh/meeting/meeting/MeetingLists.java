package id.pkh.meeting.meeting;

import id.pkh.meeting.VisibleGroups;
import id.pkh.meeting.meeting.MeetingDetailView.MarkView;
import id.pkh.meeting.meeting.MeetingDetailView.RevisionView;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Meetings and absences, in the caller's areas. */
@ApplicationScoped
class MeetingLists {

    private static final String MEETING =
            "SELECT m.id AS meeting_id, m.group_id, g.code AS group_code, g.village_code, m.kind, m.month,"
                    + " m.held_on, m.facilitator_id, m.module, m.session, m.session_code, m.makes_up AS makes_up_meeting_id, m.revision, m.recorded_at, m.taken_back_at"
                    + " FROM meeting m JOIN kpm_group g ON g.id = m.group_id WHERE ";

    private final Database database;

    MeetingLists(Database database) {
        this.database = database;
    }

    Page<MeetingView> meetings(MeetingFilter filter, AreaScope areas, PageParams page) {
        Conditions where =
                VisibleGroups.in(areas, filter.village())
                        .and("m.taken_back_at IS NULL")
                        .andIfGiven("m.month = ?", filter.month())
                        .andIfGiven("m.kind = ?", filter.kind())
                        .andIfGiven("g.code = ?", filter.groupCode())
                        .andIfGiven("g.id = ?", filter.groupId())
                        .andIfGiven("m.facilitator_id = ?", filter.facilitator())
                        .andIfGiven(
                                "m.id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        return Page.of(
                database.query(
                        MEETING + where.sql() + " ORDER BY m.id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(MeetingView.class))
                                        .list()),
                page.limit(),
                meeting -> new Object[] {meeting.meetingId()},
                Function.identity());
    }

    MeetingDetailView detail(UUID id, AreaScope areas) {
        Conditions where = VisibleGroups.in(areas).and("m.id = ?", id);
        MeetingView meeting =
                database.query(
                                MEETING + where.sql(),
                                q ->
                                        q.bindMap(where.values())
                                                .map(database.rowsAs(MeetingView.class))
                                                .findOne())
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        List<MarkView> attendance =
                database.query(
                        "SELECT kpm_id, mark FROM attendance"
                                + " WHERE month = :month AND meeting_id = :id AND revision = :revision"
                                + " ORDER BY kpm_id",
                        q ->
                                q.bind("month", meeting.month())
                                        .bind("id", id)
                                        .bind("revision", meeting.revision())
                                        .map(database.rowsAs(MarkView.class))
                                        .list());
        List<RevisionView> revisions =
                database.query(
                        "SELECT revision, held_on, reason, recorded_at FROM meeting_revision WHERE meeting_id = :id"
                                + " ORDER BY revision",
                        q -> q.bind("id", id).map(database.rowsAs(RevisionView.class)).list());
        return new MeetingDetailView(meeting, attendance, revisions);
    }

    /** The meetings of a page, each with its current list. */
    Page<AttendanceListView> attendanceLists(
            MeetingFilter filter, AreaScope areas, PageParams page) {
        Page<MeetingView> meetings = meetings(filter, areas, page);
        Map<UUID, List<MarkedRow>> marks = marksOf(meetings.items());
        return new Page<>(
                meetings.items().stream()
                        .map(
                                meeting ->
                                        new AttendanceListView(
                                                meeting,
                                                marks
                                                        .getOrDefault(
                                                                meeting.meetingId(), List.of())
                                                        .stream()
                                                        .map(
                                                                row ->
                                                                        new MarkView(
                                                                                row.kpmId(),
                                                                                row.mark()))
                                                        .toList()))
                        .toList(),
                meetings.next());
    }

    /** A family's mark on the current list of a meeting. */
    public record MarkedRow(UUID meetingId, UUID kpmId, String mark) {}

    private Map<UUID, List<MarkedRow>> marksOf(List<MeetingView> meetings) {
        return database
                .query(
                        "SELECT a.meeting_id, a.kpm_id, a.mark FROM attendance a JOIN meeting m"
                                + " ON m.id = a.meeting_id AND m.month = a.month AND m.revision = a.revision"
                                + " WHERE a.month = ANY (:months) AND a.meeting_id = ANY (:ids)"
                                + " ORDER BY a.meeting_id, a.kpm_id",
                        q ->
                                q.bind(
                                                "months",
                                                SqlArrays.days(
                                                        meetings.stream()
                                                                .map(m -> m.month().atDay(1))
                                                                .distinct()
                                                                .toList()))
                                        .bind(
                                                "ids",
                                                SqlArrays.uuids(
                                                        meetings.stream()
                                                                .map(MeetingView::meetingId)
                                                                .toList()))
                                        .map(database.rowsAs(MarkedRow.class))
                                        .list())
                .stream()
                .collect(Collectors.groupingBy(MarkedRow::meetingId));
    }

    Page<AbsenceView> absences(MeetingFilter filter, AreaScope areas, PageParams page) {
        Conditions where =
                VisibleGroups.in(areas, filter.village())
                        .and("a.mark = 'ABSENT'")
                        .andIfGiven("a.month = ?", filter.month())
                        .andIfGiven("m.kind = ?", filter.kind());
        page.cursor()
                .ifPresent(
                        cursor ->
                                where.and(
                                        "(a.month, a.meeting_id, a.kpm_id) > (?, ?, ?)",
                                        LocalDate.ofEpochDay(cursor.number(0)),
                                        cursor.uuid(1),
                                        cursor.uuid(2)));
        return Page.of(
                database.query(
                        "SELECT a.kpm_id, a.month, m.kind, a.mark, m.id AS meeting_id, g.code AS group_code, g.village_code"
                                + " FROM attendance a"
                                + " JOIN meeting m ON m.id = a.meeting_id AND m.revision = a.revision"
                                + " JOIN kpm_group g ON g.id = m.group_id WHERE "
                                + where.sql()
                                + " ORDER BY a.month, a.meeting_id, a.kpm_id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(AbsenceView.class))
                                        .list()),
                page.limit(),
                absence ->
                        new Object[] {
                            absence.month().atDay(1).toEpochDay(),
                            absence.meetingId(),
                            absence.kpmId()
                        },
                Function.identity());
    }
}
