package id.pkh.meeting.duty;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.DutyReview.Published;
import id.pkh.meeting.duty.domain.EscalationLevel;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import id.pkh.meeting.duty.domain.LapsedGroups;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    Map<Key, Recorded> since(YearMonth from, Collection<UUID> facilitatorIds) {
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
        Map<Key, Recorded> lapses = new HashMap<>();
        for (Lapse row : lapses(from, facilitatorIds)) {
            Map<EscalationLevel, LapsedGroups> levels = new EnumMap<>(EscalationLevel.class);
            notified.getOrDefault(row.id(), Map.of())
                    .forEach((level, of) -> levels.put(level, new LapsedGroups(of)));
            Published published =
                    new Published(
                            new LapsedGroups(groups.getOrDefault(row.id(), new TreeMap<>())),
                            levels);
            lapses.put(
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

    /** Writes the next revision of a lapse and returns its id. */
    UUID save(
            Key key,
            Recorded before,
            LapsedGroups groups,
            EscalationPolicy policy,
            ReviewReason reason,
            Instant now) {
        UUID id = before == null ? UuidCreator.getTimeOrderedEpoch() : before.id();
        int revision = before == null ? 1 : before.revision() + 1;
        if (before == null) {
            database.update(
                    "INSERT INTO facilitator_lapse (id, facilitator_id, month, duty, revision)"
                            + " VALUES (:id, :facilitator, :month, :duty, 1)",
                    u ->
                            u.bind("id", id)
                                    .bind("facilitator", key.facilitatorId())
                                    .bind("month", key.month())
                                    .bind("duty", key.duty()));
        } else {
            database.update(
                    "UPDATE facilitator_lapse SET revision = :revision WHERE id = :id",
                    u -> u.bind("revision", revision).bind("id", id));
        }
        database.update(
                "INSERT INTO facilitator_lapse_revision (lapse_id, revision, reason, policy_code, recorded_at)"
                        + " VALUES (:id, :revision, :reason, :policy, :now)",
                u ->
                        u.bind("id", id)
                                .bind("revision", revision)
                                .bind("reason", reason)
                                .bind("policy", policy.code())
                                .bind("now", now));
        List<Map.Entry<UUID, Integer>> lapsed = List.copyOf(groups.monthsRunning().entrySet());
        database.update(
                "INSERT INTO facilitator_lapse_group (lapse_id, revision, group_id, months_running, level)"
                        + " SELECT :id, :revision, group_id, months_running, level"
                        + " FROM unnest(:groups, :running, :levels) AS g (group_id, months_running, level)",
                u ->
                        u.bind("id", id)
                                .bind("revision", revision)
                                .bind("groups", SqlArrays.uuids(lapsed, Map.Entry::getKey))
                                .bind("running", SqlArrays.numbers(lapsed, Map.Entry::getValue))
                                .bind(
                                        "levels",
                                        SqlArrays.codes(
                                                lapsed,
                                                group -> policy.levelAt(group.getValue()))));
        return id;
    }

    /**
     * Records that a level was notified. A second notification after a withdrawal puts the
     * escalation into effect again.
     */
    void escalate(UUID lapseId, EscalationLevel level, Instant now) {
        database.update(
                "INSERT INTO facilitator_escalation (id, lapse_id, level, told_in_revision, escalated_at)"
                        + " SELECT :id, id, :level, revision, :now FROM facilitator_lapse WHERE id = :lapse"
                        + " ON CONFLICT (lapse_id, level) DO UPDATE SET told_in_revision = excluded.told_in_revision,"
                        + " escalated_at = excluded.escalated_at, withdrawn_at = NULL, withdrawal_reason = NULL",
                u ->
                        u.bind("id", UuidCreator.getTimeOrderedEpoch())
                                .bind("lapse", lapseId)
                                .bind("level", level)
                                .bind("now", now));
    }

    void withdrawEscalation(UUID lapseId, EscalationLevel level, ReviewReason reason, Instant now) {
        database.update(
                "UPDATE facilitator_escalation SET withdrawn_at = :now, withdrawal_reason = :reason"
                        + " WHERE lapse_id = :lapse AND level = :level AND withdrawn_at IS NULL",
                u ->
                        u.bind("now", now)
                                .bind("reason", reason)
                                .bind("lapse", lapseId)
                                .bind("level", level));
    }
}
