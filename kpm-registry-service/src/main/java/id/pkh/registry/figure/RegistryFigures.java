package id.pkh.registry.figure;

import id.pkh.platform.figures.CountedRows;
import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/**
 * Counts families by their status, and what was submitted, lodged, listed or done in the month. A
 * family is counted where it lives now. A complaint that began above the facilitator is not
 * counted: the number of a village would tell the person whom it is about.
 */
@Singleton
class RegistryFigures extends CountedRows {

    private static final String SQL =
            """
            WITH family AS (
                SELECT k.id, k.village_code, CASE WHEN :by_group THEN k.group_code END AS shown
                  FROM kpm k WHERE %s)
            SELECT f.village_code, f.shown AS group_code, 'DATA_UPDATES' AS figure, u.state AS item,
                   count(*) AS value
              FROM family f JOIN family_update u ON u.kpm_id = f.id
             WHERE (u.submitted_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN :first AND :last
             GROUP BY 1, 2, 4
            UNION ALL
            SELECT f.village_code, f.shown, 'REGISTERED_FAMILIES', s.new_status, count(*)
              FROM family f
              JOIN LATERAL (SELECT h.new_status FROM kpm_status_history h
                             WHERE h.kpm_id = f.id AND h.effective_on <= :last
                             ORDER BY h.kpm_version DESC LIMIT 1) s ON true
             GROUP BY 1, 2, 4
            UNION ALL
            SELECT f.village_code, f.shown, 'HOME_VISITS', v.purpose, count(*)
              FROM family f JOIN home_visit v ON v.kpm_id = f.id
             WHERE v.visited_on BETWEEN :first AND :last
               AND NOT EXISTS (SELECT FROM home_visit later WHERE later.supersedes = v.visit_id)
             GROUP BY 1, 2, 4
            UNION ALL
            SELECT f.village_code, f.shown, 'COMPLAINTS', c.state, count(*)
              FROM family f JOIN complaint c ON c.kpm_id = f.id
             WHERE c.first_level = 1
               AND (c.lodged_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN :first AND :last
             GROUP BY 1, 2, 4
            UNION ALL
            SELECT village_code, shown, 'COMPLEMENTARY_LACKING', programme, count(*)
              FROM (SELECT DISTINCT ON (s.kpm_id, s.programme, s.member_id) f.village_code, f.shown, s.programme, s.status
                      FROM family f JOIN complementary_status s ON s.kpm_id = f.id
                     WHERE s.effective_on <= :last
                     ORDER BY s.kpm_id, s.programme, s.member_id, s.effective_on DESC, s.status_id DESC) latest
             WHERE status <> 'HAS' GROUP BY 1, 2, 4
            UNION ALL
            SELECT f.village_code, f.shown, 'ADVOCACIES', a.state, count(*)
              FROM family f JOIN advocacy a ON a.kpm_id = f.id
             WHERE (a.listed_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN :first AND :last
             GROUP BY 1, 2, 4
            UNION ALL
            SELECT f.village_code, f.shown, 'INITIAL_MARKS', l.mark, count(*)
              FROM family f JOIN initial_invitation i ON i.kpm_id = f.id AND NOT i.withdrawn
              JOIN initial_meeting m ON m.meeting_id = i.meeting_id
              JOIN LATERAL (SELECT x.mark FROM initial_mark x
                             WHERE x.meeting_id = i.meeting_id AND x.kpm_id = i.kpm_id
                             ORDER BY x.record_no DESC LIMIT 1) l ON true
             WHERE m.meets_on BETWEEN :first AND :last
             GROUP BY 1, 2, 4
            UNION ALL
            SELECT f.village_code, f.shown, 'VALIDATED_CANDIDATES', h.old_status, count(*)
              FROM family f JOIN kpm_status_history h ON h.kpm_id = f.id
             WHERE h.new_status = 'VALIDATED' AND h.old_status IN ('INVITED', 'VISITED')
               AND h.effective_on BETWEEN :first AND :last
             GROUP BY 1, 2, 4
            UNION ALL
            SELECT f.village_code, f.shown, 'GRADUATIONS', g.state, count(*)
              FROM family f JOIN graduation g ON g.kpm_id = f.id
             WHERE (g.proposed_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN :first AND :last
             GROUP BY 1, 2, 4
            """;

    RegistryFigures(Database database) {
        super(
                database,
                "DATA_UPDATES",
                "HOME_VISITS",
                "COMPLAINTS",
                "COMPLEMENTARY_LACKING",
                "ADVOCACIES",
                "INITIAL_MARKS",
                "VALIDATED_CANDIDATES",
                "GRADUATIONS",
                "REGISTERED_FAMILIES");
    }

    @Override
    protected String sql(String visible) {
        return SQL.formatted(visible);
    }
}
