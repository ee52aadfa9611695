package id.pkh.meeting.figure;

import id.pkh.platform.figures.CountedRows;
import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/**
 * Counts groups, families, meetings and marks. A meeting that makes up for another one is counted
 * by itself: the month in which the other one was missed has it already.
 */
@Singleton
class MeetingFigures extends CountedRows {

    private static final String SQL =
            """
            WITH of_group AS (
                SELECT k.id, k.code, k.village_code, CASE WHEN :by_group THEN k.code END AS shown,
                       (SELECT count(*) FROM group_membership f
                         WHERE f.group_code = k.code AND f.from_date <= :last
                           AND (f.until_date IS NULL OR f.until_date >= :last)
                           AND f.status IN ('ACTIVE', 'SUSPENDED')) AS families
                  FROM kpm_group k
                 WHERE k.formed_on <= :last AND %s),
            met AS (
                SELECT g.village_code, g.shown, m.id, m.group_id, m.kind, m.month, m.revision, m.makes_up,
                       coalesce(m.session_code, '') AS session_code, coalesce(s.module, '') AS module_code
                  FROM of_group g JOIN meeting m ON m.group_id = g.id AND m.month = :first
                   AND m.taken_back_at IS NULL
                  LEFT JOIN p2k2_session s ON s.code = m.session_code AND s.valid_from =
                       (SELECT max(valid_from) FROM p2k2_session WHERE valid_from <= :first)),
            mark AS (
                SELECT m.village_code, m.shown, m.kind, m.module_code, a.kpm_id, a.mark
                  FROM met m JOIN attendance a ON a.month = m.month AND a.meeting_id = m.id
                   AND a.revision = m.revision),
            counted AS (
                SELECT village_code, shown, 'FAMILIES' AS figure, '' AS item, sum(families) AS value
                  FROM of_group GROUP BY 1, 2
                UNION ALL
                SELECT village_code, shown, 'GROUPS', '', count(*) FROM of_group
                 WHERE families > 0 GROUP BY 1, 2
                UNION ALL
                SELECT village_code, shown, kind || '_HELD', '', count(*) FROM met
                 WHERE makes_up IS NULL GROUP BY 1, 2, 3
                UNION ALL
                SELECT village_code, shown, 'MADE_UP', kind, count(*) FROM met
                 WHERE makes_up IS NOT NULL GROUP BY 1, 2, 4
                UNION ALL
                SELECT village_code, shown, 'GROUPS_MET', kind, count(DISTINCT group_id) FROM met
                 WHERE makes_up IS NULL GROUP BY 1, 2, 4
                UNION ALL
                SELECT g.village_code, g.shown, 'GROUPS_NOT_MET', n.reason, count(*)
                  FROM of_group g JOIN not_held n ON n.group_id = g.id AND n.month = :first
                   AND n.superseded_at IS NULL GROUP BY 1, 2, 4
                UNION ALL
                SELECT g.village_code, g.shown, 'GROUPS_WITHOUT_RECORD', d.kind, count(*)
                  FROM of_group g CROSS JOIN (VALUES ('GROUP_MEETING'), ('P2K2')) d (kind)
                 WHERE g.families > 0
                   AND NOT EXISTS (SELECT FROM meeting m WHERE m.group_id = g.id AND m.month = :first
                                      AND m.kind = d.kind AND m.taken_back_at IS NULL)
                   AND (d.kind = 'P2K2' OR NOT EXISTS (SELECT FROM not_held n WHERE n.group_id = g.id
                                      AND n.month = :first AND n.superseded_at IS NULL))
                 GROUP BY 1, 2, 4
                UNION ALL
                SELECT village_code, shown, kind || '_MARKS', mark, count(*) FROM mark GROUP BY 1, 2, 3, 4
                UNION ALL
                SELECT village_code, shown, 'P2K2_SESSIONS', session_code, count(*) FROM met
                 WHERE kind = 'P2K2' GROUP BY 1, 2, 4
                UNION ALL
                SELECT village_code, shown, 'P2K2_FAMILIES', module_code, count(DISTINCT kpm_id)
                  FROM mark WHERE kind = 'P2K2' AND mark IN ('PRESENT', 'PRESENT_BY_PROXY') GROUP BY 1, 2, 4)
            SELECT village_code, shown AS group_code, figure, item, value::bigint FROM counted WHERE value > 0
            """;

    MeetingFigures(Database database) {
        super(
                database,
                "FAMILIES",
                "GROUPS",
                "GROUP_MEETING_HELD",
                "P2K2_HELD",
                "MADE_UP",
                "GROUPS_MET",
                "GROUPS_NOT_MET",
                "GROUPS_WITHOUT_RECORD",
                "GROUP_MEETING_MARKS",
                "P2K2_MARKS",
                "P2K2_SESSIONS",
                "P2K2_FAMILIES");
    }

    @Override
    protected String sql(String visible) {
        return SQL.formatted(visible);
    }
}
