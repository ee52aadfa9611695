package id.pkh.meeting.signal;

import id.pkh.meeting.VisibleGroups;
import id.pkh.meeting.checkin.CheckIns;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.meeting.photo.PhotoFacts;
import id.pkh.meeting.photo.PhotoPolicies;
import id.pkh.meeting.signal.domain.RecordingSignal;
import id.pkh.meeting.signal.domain.RecordingSignal.ListCounts;
import id.pkh.meeting.signal.domain.RecordingSignal.Recorded;
import id.pkh.meeting.signal.domain.SignalThresholds;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a page of meetings and shows those of them that have a signal. */
@ApplicationScoped
class RecordingSignalList {

    /** The longest row of full lists that a policy may ask for spans these months. */
    private static final int MONTHS_BACK = 24;

    private static final String MEETINGS =
            "SELECT m.id AS meeting_id, m.group_id, g.code AS group_code, g.village_code, m.kind, m.month,"
                    + " m.held_on, m.recorded_at, m.recorded_by, c.closed_at, (SELECT count(*)::int FROM meeting o"
                    + " WHERE o.recorded_by = m.recorded_by AND o.taken_back_at IS NULL AND o.recorded_at <= m.recorded_at"
                    + " AND o.recorded_at > m.recorded_at - make_interval(secs => :seconds)) AS at_once"
                    + " FROM meeting m JOIN kpm_group g ON g.id = m.group_id"
                    + " LEFT JOIN group_month c ON c.group_id = m.group_id AND c.month = m.month WHERE ";

    private static final String COUNTS =
            "SELECT m.group_id, m.kind, m.held_on, count(*)::int AS families,"
                    + " count(*) FILTER (WHERE a.mark = 'PRESENT')::int AS present FROM meeting m"
                    + " JOIN attendance a ON a.month = m.month AND a.meeting_id = m.id AND a.revision = m.revision"
                    + " WHERE m.group_id = ANY (:groups) AND m.month BETWEEN :from AND :month AND m.makes_up IS NULL AND m.taken_back_at IS NULL"
                    + " GROUP BY m.id ORDER BY m.held_on DESC, m.id DESC";

    private final Database database;
    private final PhotoFacts photoFacts;
    private final PhotoPolicies photoPolicies;
    private final CheckIns checkIns;
    private final Clock clock;

    RecordingSignalList(
            Database database,
            PhotoFacts photoFacts,
            PhotoPolicies photoPolicies,
            CheckIns checkIns,
            Clock clock) {
        this.database = database;
        this.photoFacts = photoFacts;
        this.photoPolicies = photoPolicies;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    private record MeetingRow(
            UUID meetingId,
            UUID groupId,
            String groupCode,
            String villageCode,
            MeetingKind kind,
            YearMonth month,
            LocalDate heldOn,
            Instant recordedAt,
            String recordedBy,
            Instant closedAt,
            int atOnce) {

        Series series() {
            return new Series(groupId, kind);
        }

        RecordingSignalView view(
                List<ListCounts> lists,
                SignalThresholds thresholds,
                Set<RecordingSignal> ofOthers) {
            Set<RecordingSignal> signals =
                    RecordingSignal.of(
                            new Recorded(recordedAt, closedAt, atOnce, lists), thresholds);
            signals.addAll(ofOthers);
            ListCounts own = lists.isEmpty() ? new ListCounts(0, 0) : lists.get(0);
            return new RecordingSignalView(
                    meetingId,
                    groupCode,
                    villageCode,
                    kind,
                    month,
                    heldOn,
                    recordedAt,
                    recordedBy,
                    List.copyOf(signals),
                    own.families(),
                    own.present(),
                    atOnce);
        }
    }

    /** The meetings of one kind that a group held. */
    private record Series(UUID groupId, MeetingKind kind) {}

    private record CountRow(
            UUID groupId, MeetingKind kind, LocalDate heldOn, int families, int present) {

        Series series() {
            return new Series(groupId, kind);
        }
    }

    /** A page has the signals of as many meetings as its limit says, so it may show fewer. */
    Page<RecordingSignalView> page(
            YearMonth month, String village, AreaScope areas, PageParams page) {
        SignalThresholds thresholds = thresholds();
        Conditions where =
                VisibleGroups.in(areas, village)
                        .and("m.month = ?", month)
                        .and("m.makes_up IS NULL AND m.taken_back_at IS NULL")
                        .andIfGiven(
                                "m.id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        Page<MeetingRow> meetings =
                Page.of(
                        database.query(
                                MEETINGS + where.sql() + " ORDER BY m.id LIMIT :limit",
                                q ->
                                        q.bindMap(where.values())
                                                .bind("seconds", thresholds.withinSeconds())
                                                .bind("limit", page.limit() + 1)
                                                .map(database.rowsAs(MeetingRow.class))
                                                .list()),
                        page.limit(),
                        meeting -> new Object[] {meeting.meetingId()},
                        Function.identity());
        Map<Series, List<CountRow>> counts = counts(meetings.items(), month);
        Map<UUID, Set<RecordingSignal>> ofOthers =
                ofOthers(meetings.items().stream().map(MeetingRow::meetingId).toList());
        return new Page<>(
                meetings.items().stream()
                        .map(
                                meeting ->
                                        meeting.view(
                                                upTo(
                                                        meeting.heldOn(),
                                                        counts.getOrDefault(
                                                                meeting.series(), List.of())),
                                                thresholds,
                                                ofOthers.get(meeting.meetingId())))
                        .filter(view -> !view.signals().isEmpty())
                        .toList(),
                meetings.next());
    }

    /** What is beside the lists: their photos, and the families that checked in. */
    private Map<UUID, Set<RecordingSignal>> ofOthers(List<UUID> meetings) {
        Map<UUID, PhotoFacts.OfMeeting> photos = photoFacts.of(meetings);
        Set<UUID> contradicted = checkIns.contradicted(meetings);
        int farMetres = photoPolicies.on(BusinessDates.today(clock)).farMetres();
        Map<UUID, Set<RecordingSignal>> signals = new HashMap<>();
        for (UUID meeting : meetings) {
            PhotoFacts.OfMeeting own = photos.getOrDefault(meeting, PhotoFacts.OfMeeting.NONE);
            Set<RecordingSignal> ofMeeting =
                    RecordingSignal.of(
                            new RecordingSignal.Photos(own.anyTwice(), own.metresAway()),
                            farMetres);
            if (contradicted.contains(meeting)) {
                ofMeeting.add(RecordingSignal.CHECKED_IN_ABSENT);
            }
            signals.put(meeting, ofMeeting);
        }
        return signals;
    }

    private SignalThresholds thresholds() {
        return SignalThresholds.on(
                database.query(
                        "SELECT policy_code, valid_from, full_lists, lists_at_once, within_seconds, late_days"
                                + " FROM recording_signal_policy",
                        q -> q.map(database.rowsAs(SignalThresholds.class)).list()),
                BusinessDates.today(clock));
    }

    private Map<Series, List<CountRow>> counts(List<MeetingRow> meetings, YearMonth month) {
        return database
                .query(
                        COUNTS,
                        q ->
                                q.bind("groups", SqlArrays.uuids(meetings, MeetingRow::groupId))
                                        .bind("from", month.minusMonths(MONTHS_BACK))
                                        .bind("month", month)
                                        .map(database.rowsAs(CountRow.class))
                                        .list())
                .stream()
                .collect(Collectors.groupingBy(CountRow::series));
    }

    private static List<ListCounts> upTo(LocalDate day, List<CountRow> counts) {
        return counts.stream()
                .filter(row -> !row.heldOn().isAfter(day))
                .map(row -> new ListCounts(row.families(), row.present()))
                .toList();
    }
}
