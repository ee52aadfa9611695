package id.pkh.meeting.duty;

import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.DutyReview.Published;
import id.pkh.meeting.duty.domain.EscalationLevel;
import id.pkh.meeting.duty.domain.LapsedGroups;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The lapses and escalations of facilitators that were published so far: lapses by revision,
 * escalations by level.
 */
@ApplicationScoped
class Lapses {

    /** Identifies a lapse by facilitator, duty and month; there is at most one. */
    record Key(UUID facilitatorId, YearMonth month, Duty duty) {}

    /** A lapse that was recorded, and the groups for which it is still in effect. */
    record Recorded(UUID id, int revision, Published published) {}

    private final Database database;

    Lapses(Database database) {
        this.database = database;
    }

    /** By facilitator; one without lapses is left out. */
    Map<UUID, Map<Key, Recorded>> since(YearMonth from, Collection<UUID> facilitatorIds) {
        Map<UUID, TreeMap<UUID, Integer>> groups = new HashMap<>();
        Map<UUID, Map<EscalationLevel, TreeMap<UUID, Integer>>> notified = new HashMap<>();
        for (LapseGroup row : lapseGroups(from, facilitatorIds)) {
            groups.computeIfAbsent(row.lapseId(), id -> new TreeMap<>())
                    .put(row.groupId(), row.monthsRunning());
            if (row.level() != null) {
                notified.computeIfAbsent(row.lapseId(), id -> new EnumMap<>(EscalationLevel.class))
                        .computeIfAbsent(row.level(), level -> new TreeMap<>())
                        .put(row.groupId(), row.monthsRunning());
            }
        }
        Map<UUID, Map<Key, Recorded>> lapses = new HashMap<>();
        for (Lapse row : lapses(from, facilitatorIds)) {
            Map<EscalationLevel, LapsedGroups> levels = new EnumMap<>(EscalationLevel.class);
            notified.getOrDefault(row.id(), Map.of())
                    .forEach((level, of) -> levels.put(level, new LapsedGroups(of)));
            Published published =
                    new Published(
                            new LapsedGroups(groups.getOrDefault(row.id(), new TreeMap<>())),
                            levels);
            lapses.computeIfAbsent(row.facilitatorId(), id -> new HashMap<>())
                    .put(
                            new Key(row.facilitatorId(), row.month(), row.duty()),
                            new Recorded(row.id(), row.revision(), published));
        }
        return lapses;
    }

    /** A recorded lapse. */
    private record Lapse(UUID id, UUID facilitatorId, YearMonth month, Duty duty, int revision) {}

    private List<Lapse> lapses(YearMonth from, Collection<UUID> facilitatorIds) {
        return database.query(
                "SELECT id, facilitator_id, month, duty, revision FROM facilitator_lapse"
                        + " WHERE facilitator_id = ANY (:facilitators) AND month >= :from",
                q ->
                        q.bind("facilitators", SqlArrays.uuids(facilitatorIds))
                                .bind("from", from)
                                .map(database.rowsAs(Lapse.class))
                                .list());
    }

    /**
     * A group of a recorded lapse.
     *
     * @param level the level that was notified and whose escalation was not withdrawn since; null
     *     when there is none
     */
    private record LapseGroup(
            UUID lapseId, UUID groupId, int monthsRunning, EscalationLevel level) {}

    private List<LapseGroup> lapseGroups(YearMonth from, Collection<UUID> facilitatorIds) {
        return database.query(
                "SELECT l.id AS lapse_id, g.group_id, g.months_running, e.level FROM facilitator_lapse l"
                        + " JOIN facilitator_lapse_group g ON g.lapse_id = l.id AND g.revision = l.revision"
                        + " LEFT JOIN facilitator_escalation e ON e.lapse_id = l.id AND e.level = g.level"
                        + " AND e.withdrawn_at IS NULL"
                        + " WHERE l.facilitator_id = ANY (:facilitators) AND l.month >= :from",
                q ->
                        q.bind("facilitators", SqlArrays.uuids(facilitatorIds))
                                .bind("from", from)
                                .map(database.rowsAs(LapseGroup.class))
                                .list());
    }
}
