package id.pkh.meeting.checkin;

import id.pkh.meeting.MeetingConfig;
import id.pkh.meeting.checkin.domain.CheckInAndMark;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.PartitionedTable;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who checked in, beside the lists: no list is read from it and none is changed. */
@ApplicationScoped
public class CheckIns {

    private static final int MONTHS_AHEAD = 24;

    private static final String BESIDE_MARKS =
            "SELECT m.id AS meeting_id, c.kpm_id, c.way, c.checked_in_at, a.mark FROM meeting m"
                    + " JOIN check_in c ON c.month = m.month AND c.group_id = m.group_id AND c.kind = m.kind"
                    + " AND c.held_on = m.held_on"
                    + " LEFT JOIN attendance a ON a.month = m.month AND a.meeting_id = m.id AND a.revision = m.revision"
                    + " AND a.kpm_id = c.kpm_id WHERE m.id = ANY (:meetings) AND m.makes_up IS NULL"
                    + " AND m.taken_back_at IS NULL ORDER BY c.checked_in_at, c.kpm_id";

    private final Database database;
    private final MeetingConfig config;

    CheckIns(Database database, MeetingConfig config) {
        this.database = database;
        this.config = config;
    }

    /** As long as the lists beside which they are. */
    @Produces
    @Singleton
    PartitionedTable checkIns() {
        return PartitionedTable.monthly("check_in", MONTHS_AHEAD, config.attendance().retention());
    }

    private record Compared(
            UUID meetingId, UUID kpmId, CheckInWay way, Instant checkedInAt, AttendanceMark mark) {

        boolean isContradicted() {
            return CheckInAndMark.contradict(mark);
        }

        ComparedCheckInView view() {
            return new ComparedCheckInView(kpmId, way, checkedInAt, mark, isContradicted());
        }
    }

    /** Whether it is new; the first check-in of a family stays as it is. */
    boolean record(
            CheckInSession session, UUID kpmId, CheckInWay way, Instant now, String recordedBy) {
        return database.update(
                        "INSERT INTO check_in (month, group_id, kind, held_on, kpm_id, session_id, way, checked_in_at,"
                                + " recorded_by) VALUES (:month, :group, :kind, :day, :kpm, :session, :way, :now, :by)"
                                + " ON CONFLICT DO NOTHING",
                        u ->
                                u.bind("month", session.heldOn().withDayOfMonth(1))
                                        .bind("group", session.groupId())
                                        .bind("kind", session.kind().name())
                                        .bind("day", session.heldOn())
                                        .bind("kpm", kpmId)
                                        .bind("session", session.id())
                                        .bind("way", way.name())
                                        .bind("now", now)
                                        .bind("by", recordedBy))
                > 0;
    }

    List<CheckInView> of(CheckInSession session) {
        return database.query(
                "SELECT kpm_id, way, checked_in_at FROM check_in WHERE month = :month AND group_id = :group"
                        + " AND kind = :kind AND held_on = :day ORDER BY checked_in_at, kpm_id",
                q ->
                        q.bind("month", session.heldOn().withDayOfMonth(1))
                                .bind("group", session.groupId())
                                .bind("kind", session.kind().name())
                                .bind("day", session.heldOn())
                                .map(database.rowsAs(CheckInView.class))
                                .list());
    }

    List<ComparedCheckInView> besideListOf(UUID meetingId, AreaScope areas) {
        database.query(
                        "SELECT g.village_code FROM meeting m JOIN kpm_group g ON g.id = m.group_id"
                                + " WHERE m.id = :id",
                        q -> q.bind("id", meetingId).mapTo(String.class).findOne())
                .filter(areas::covers)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
        return compared(List.of(meetingId)).stream().map(Compared::view).toList();
    }

    /** The meetings at which a family checked in whose mark says that it did not come. */
    public Set<UUID> contradicted(Collection<UUID> meetingIds) {
        return compared(meetingIds).stream()
                .filter(Compared::isContradicted)
                .map(Compared::meetingId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Compared> compared(Collection<UUID> meetingIds) {
        return database.query(
                BESIDE_MARKS,
                q ->
                        q.bind("meetings", SqlArrays.uuids(meetingIds))
                                .map(database.rowsAs(Compared.class))
                                .list());
    }
}
