package id.pkh.registry.figure;

import id.pkh.platform.figures.CountedRows;
import id.pkh.platform.persistence.Database;
import jakarta.inject.Singleton;

/**
 * Counts families by their status, data updates that were submitted in the month, and visits of its
 * days. A family is counted where it lives now.
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
            """;

    RegistryFigures(Database database) {
        super(database, "DATA_UPDATES", "HOME_VISITS", "REGISTERED_FAMILIES");
    }

    @Override
    protected String sql(String visible) {
        return SQL.formatted(visible);
    }
}
