package id.pkh.meeting.duty;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.Database;
import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.DutyReview.Said;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import id.pkh.meeting.duty.domain.LapsedGroups;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What was said about facilitators so far: lapses by revision, escalations by level. */
@ApplicationScoped
class Lapses {

    /** Whose lapse of which duty in which month; there is at most one. */
    record Key(UUID facilitatorId, YearMonth month, Duty duty) {}

    /** A lapse that was recorded at some time, and what stands of it. */
    record Recorded(UUID id, int revision, Said said) {}

    private final Database database;

    Lapses(Database database) {
        this.database = database;
    }

    Map<Key, Recorded> since(YearMonth from, Collection<UUID> facilitatorIds) {
        Map<UUID, TreeMap<UUID, Integer>> groups = new HashMap<>();
        Map<UUID, Map<String, LapsedGroups>> told = told(from, facilitatorIds, groups);
        Map<Key, Recorded> lapses = new HashMap<>();
        database.query(
                "SELECT id, facilitator_id, month, duty, revision FROM facilitator_lapse"
                        + " WHERE facilitator_id = ANY (?) AND month >= ?",
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Key key =
                            new Key(
                                    row.getObject("facilitator_id", UUID.class),
                                    Database.monthOf(row, "month"),
                                    Duty.valueOf(row.getString("duty")));
                    Said said =
                            new Said(
                                    new LapsedGroups(groups.getOrDefault(id, new TreeMap<>())),
                                    told.getOrDefault(id, Map.of()));
                    return lapses.put(key, new Recorded(id, row.getInt("revision"), said));
                },
                Database.uuids(facilitatorIds),
                from);
        return lapses;
    }

    /**
     * Fills the groups of each lapse, and returns those of which a level was told and that still
     * stand.
     */
    private Map<UUID, Map<String, LapsedGroups>> told(
            YearMonth from,
            Collection<UUID> facilitatorIds,
            Map<UUID, TreeMap<UUID, Integer>> groups) {
        Map<UUID, Map<String, TreeMap<UUID, Integer>>> byLevel = new HashMap<>();
        database.query(
                "SELECT l.id, g.group_id, g.months_running, e.level FROM facilitator_lapse l"
                        + " JOIN facilitator_lapse_group g ON g.lapse_id = l.id AND g.revision = l.revision"
                        + " LEFT JOIN facilitator_escalation e ON e.lapse_id = l.id AND e.level = g.level"
                        + " AND e.withdrawn_at IS NULL"
                        + " WHERE l.facilitator_id = ANY (?) AND l.month >= ?",
                row -> {
                    UUID lapse = row.getObject("id", UUID.class);
                    UUID group = row.getObject("group_id", UUID.class);
                    int running = row.getInt("months_running");
                    groups.computeIfAbsent(lapse, id -> new TreeMap<>()).put(group, running);
                    String level = row.getString("level");
                    if (level != null) {
                        byLevel.computeIfAbsent(lapse, id -> new TreeMap<>())
                                .computeIfAbsent(level, none -> new TreeMap<>())
                                .put(group, running);
                    }
                    return null;
                },
                Database.uuids(facilitatorIds),
                from);
        Map<UUID, Map<String, LapsedGroups>> told = new HashMap<>();
        byLevel.forEach(
                (lapse, levels) -> {
                    Map<String, LapsedGroups> each = new HashMap<>();
                    levels.forEach((level, of) -> each.put(level, new LapsedGroups(of)));
                    told.put(lapse, each);
                });
        return told;
    }

    /** Writes the next revision of a lapse and returns its id. */
    UUID save(
            Key key,
            Recorded before,
            LapsedGroups groups,
            EscalationPolicy policy,
            String reason,
            Instant now) {
        UUID id = before == null ? UuidCreator.getTimeOrderedEpoch() : before.id();
        int revision = before == null ? 1 : before.revision() + 1;
        if (before == null) {
            database.update(
                    "INSERT INTO facilitator_lapse (id, facilitator_id, month, duty, revision)"
                            + " VALUES (?, ?, ?, ?, 1)",
                    id,
                    key.facilitatorId(),
                    key.month(),
                    key.duty().name());
        } else {
            database.update("UPDATE facilitator_lapse SET revision = ? WHERE id = ?", revision, id);
        }
        database.update(
                "INSERT INTO facilitator_lapse_revision (lapse_id, revision, reason, policy_code, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                id,
                revision,
                reason,
                policy.code(),
                now);
        List<UUID> ids = new ArrayList<>(groups.monthsRunning().keySet());
        List<Integer> running = new ArrayList<>(groups.monthsRunning().values());
        database.update(
                "INSERT INTO facilitator_lapse_group (lapse_id, revision, group_id, months_running, level)"
                        + " SELECT ?::uuid, ?::int, group_id, months_running, level"
                        + " FROM unnest(?::uuid[], ?::int[], ?::text[]) AS g (group_id, months_running, level)",
                id,
                revision,
                Database.uuids(ids),
                new Database.SqlArray("int", running.toArray()),
                Database.texts(running.stream().map(policy::levelAt).toList()));
        return id;
    }

    /**
     * Remembers that a level was told; telling it again after a withdrawal makes it stand again.
     */
    void escalate(UUID lapseId, String level, Instant now) {
        database.update(
                "INSERT INTO facilitator_escalation (id, lapse_id, level, told_in_revision, escalated_at)"
                        + " SELECT ?, id, ?, revision, ? FROM facilitator_lapse WHERE id = ?"
                        + " ON CONFLICT (lapse_id, level) DO UPDATE SET told_in_revision = excluded.told_in_revision,"
                        + " escalated_at = excluded.escalated_at, withdrawn_at = NULL, withdrawal_reason = NULL",
                UuidCreator.getTimeOrderedEpoch(),
                level,
                now,
                lapseId);
    }

    void withdrawEscalation(UUID lapseId, String level, String reason, Instant now) {
        database.update(
                "UPDATE facilitator_escalation SET withdrawn_at = ?, withdrawal_reason = ?"
                        + " WHERE lapse_id = ? AND level = ? AND withdrawn_at IS NULL",
                now,
                reason,
                lapseId,
                level);
    }
}
