package id.pkh.benchmarks;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The groups of a country with the sheets of a month in the meeting service's database, put there
 * past the service, and what a closing of the month leaves.
 *
 * <p>25 families are a group, and the twelve groups of a village have one facilitator. Nine of ten
 * groups met, and one of three learnt.
 */
final class MonthTables extends CountryTables {

    static final String MONTH = "2026-09";

    MonthTables(DataSource superuser, int families) {
        super(superuser, families);
    }

    @Override
    List<String> filling() {
        return List.of(
                """
                CREATE UNLOGGED TABLE made_group AS
                SELECT g, g / 12 AS v, pg_temp.made_id(4, g) AS group_id, pg_temp.made_id(5, g / 12) AS facilitator_id,
                       village_code, village_code || '-' || lpad((1 + g %% 12)::text, 2, '0') AS code, g %% 10 <> 3 AS met, g %% 3 = 0 AS learnt
                  FROM (SELECT g, format('17.%%s.%%s.%%s', 10 + g / 12000, lpad((g / 120 %% 100)::text, 2, '0'), 1001 + g / 12 %% 10) AS village_code
                          FROM generate_series(0, (%1$d - 1) / 25) AS g) placed
                """,
                """
                CREATE UNLOGGED TABLE made_family AS
                SELECT pg_temp.made_id(1, i) AS kpm_id, made_group.*, i FROM generate_series(0, %1$d - 1) AS i JOIN made_group ON g = i / 25
                """,
                """
                INSERT INTO kpm_group (id, code, name, village_code, meeting_place, formed_on, version, recorded_at)
                SELECT group_id, code, 'Melati ' || g, village_code, 'Balai desa', '2025-01-01', 1, now() FROM made_group ORDER BY g
                """,
                """
                INSERT INTO facilitator_assignment (assignment_id, facilitator_id, facilitator_code, role, village_code, valid_from, version)
                SELECT DISTINCT ON (v) group_id, facilitator_id, 'F' || v, 'FACILITATOR', village_code, date '2025-01-01', 1 FROM made_group
                """,
                """
                INSERT INTO family (kpm_id, village_code, group_code, status, version, occurred_on)
                SELECT kpm_id, village_code, code, 'ACTIVE', 1, '2025-01-01' FROM made_family ORDER BY i
                """,
                """
                INSERT INTO group_membership (kpm_id, group_code, status, from_date)
                SELECT kpm_id, code, 'ACTIVE', '2025-01-01' FROM made_family ORDER BY i
                """,
                """
                CREATE UNLOGGED TABLE made_meeting AS
                SELECT pg_temp.made_id(6, g * 2 + k) AS id, g, group_id, facilitator_id, (ARRAY['GROUP_MEETING', 'P2K2'])[k + 1] AS kind
                  FROM made_group, generate_series(0, 1) AS k WHERE CASE k WHEN 0 THEN met ELSE learnt END
                """,
                """
                INSERT INTO meeting (id, group_id, kind, month, held_on, facilitator_id, revision, recorded_at, recorded_by)
                SELECT id, group_id, kind, '2026-09-01', '2026-09-10', facilitator_id, 1, now(), 'facilitator' FROM made_meeting ORDER BY id
                """,
                """
                INSERT INTO meeting_revision (meeting_id, revision, held_on, facilitator_id, recorded_at, recorded_by)
                SELECT id, 1, '2026-09-10', facilitator_id, now(), 'facilitator' FROM made_meeting ORDER BY id
                """,
                """
                INSERT INTO attendance (month, meeting_id, revision, kpm_id, mark)
                SELECT '2026-09-01', id, 1, kpm_id, CASE WHEN i %% 20 = 7 THEN 'ABSENT' ELSE 'PRESENT' END
                  FROM made_meeting JOIN made_family USING (g) WHERE kind = 'GROUP_MEETING' ORDER BY id, i
                """);
    }

    @Override
    List<String> forgetting() {
        return List.of(
                "TRUNCATE month_closing, group_month, not_held, facilitator_duty, facilitator_lapse,"
                        + " facilitator_lapse_revision, facilitator_lapse_group, facilitator_escalation, outbox CASCADE",
                "UPDATE kpm_group SET version = 1 WHERE version <> 1",
                "VACUUM (FULL) kpm_group");
    }

    @Override
    Map<String, String> written() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("group_month", "SELECT * FROM group_month ORDER BY group_id");
        rows.put("not_held", "SELECT * FROM not_held ORDER BY id");
        rows.put("facilitator_duty", "SELECT * FROM facilitator_duty ORDER BY facilitator_id");
        rows.put("facilitator_lapse", "SELECT * FROM facilitator_lapse ORDER BY id");
        rows.put(
                "facilitator_lapse_revision",
                "SELECT * FROM facilitator_lapse_revision ORDER BY lapse_id");
        rows.put(
                "facilitator_lapse_group",
                "SELECT * FROM facilitator_lapse_group ORDER BY lapse_id");
        return rows;
    }

    /** The versions of the groups are updated; all other rows are new. */
    @Override
    BareStatements bare() {
        return super.bare()
                .after(
                        "kept_closing",
                        "SELECT * FROM month_closing",
                        "INSERT INTO month_closing SELECT * FROM kept_closing")
                .and(
                        "kept_version",
                        "SELECT id, version FROM kpm_group ORDER BY id",
                        "UPDATE kpm_group g SET version = k.version FROM kept_version k WHERE g.id = k.id");
    }

    @Override
    void verify(Counts counts) throws SQLException {
        Counts.require(
                "events",
                counts.of(
                        """
                        SELECT 'id.pkh.meeting.meeting-month-closed.v1', count(*) FROM made_group
                        UNION ALL SELECT 'id.pkh.meeting.meeting-not-held.v1', count(*) FROM made_group WHERE NOT met
                        UNION ALL SELECT 'id.pkh.meeting.facilitator-lapse-recorded.v1',
                                         count(DISTINCT v) FILTER (WHERE NOT met) + count(DISTINCT v) FILTER (WHERE NOT learnt) FROM made_group
                        """),
                counts.of("SELECT event_type, count(*) FROM outbox GROUP BY 1"));
        Counts.require(
                "families without a meeting",
                counts.of("SELECT 'families', count(*) FROM made_family WHERE NOT met"),
                counts.of("SELECT 'families', sum(cardinality(kpm_ids)) FROM not_held"));
        Counts.require(
                "groups that are closed wrongly",
                Map.of(),
                counts.of(
                        """
                        SELECT CASE WHEN m.group_id IS NULL THEN 'not closed' WHEN n.group_id IS NULL THEN 'without reason' ELSE 'with a reason' END, count(*)
                          FROM made_group g
                          LEFT JOIN group_month m ON m.group_id = g.group_id AND m.facilitator_id = g.facilitator_id
                          LEFT JOIN not_held n ON n.group_id = g.group_id
                         WHERE m.group_id IS NULL OR g.met = (n.group_id IS NOT NULL) GROUP BY 1
                        """));
    }
}
