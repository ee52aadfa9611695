package id.pkh.benchmarks;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Families of a country with the evidence of a quarter in the verification service's database, put
 * there past the service, and what a closing of the quarter leaves.
 *
 * <p>300 families live in a village and ten villages make a sub-district. Of ten families, four
 * have one member, five have two and one has three. Seven of ten members go to school, two are
 * small children, one is old. Of a hundred members, three do not meet their commitment and two are
 * missing on the forms; one of fifty schools and health services has sent none.
 */
final class QuarterTables extends ClosingTables {

    static final String QUARTER = "2026-Q3";

    QuarterTables(DataSource superuser, int families) {
        super(superuser, families);
    }

    @Override
    List<String> filling() {
        return List.of(
                """
                CREATE UNLOGGED TABLE made_village AS
                SELECT v, v / 10 AS district,
                       format('17.%%s.%%s.%%s', 10 + v / 1000, lpad((v / 10 %% 100)::text, 2, '0'), 1001 + v %% 10) AS village_code
                  FROM generate_series(0, (%1$d - 1) / 300) AS v
                """,
                """
                CREATE UNLOGGED TABLE made_member AS
                SELECT n, kpm_id, member_id, village_code, component, failing,
                       CASE WHEN school THEN 'SD-' || v ELSE NULL END AS school_id,
                       CASE WHEN school THEN 'SD-' || v ELSE 'PUSKESMAS-' || district END AS point_code,
                       CASE WHEN school THEN v ELSE district END %% 50 = 7 AS is_silent
                  FROM (SELECT n, pg_temp.made_id(1, i) AS kpm_id, pg_temp.made_id(2, n) AS member_id, v, district, village_code,
                               (ARRAY['SD','SD','SD','SD','SMP','SMP','SMA','EARLY_CHILD','EARLY_CHILD','ELDERLY'])[1 + n %% 10] AS component,
                               n %% 10 < 7 AS school,
                               CASE WHEN n / 10 %% 100 < 3 THEN 'NOT_MET' WHEN n / 10 %% 100 < 5 THEN 'MISSING' ELSE 'NO' END AS failing
                          FROM (SELECT i, row_number() OVER (ORDER BY i, j) - 1 AS n
                                  FROM generate_series(0, %1$d - 1) AS i,
                                       generate_series(1, (ARRAY[1,1,1,1,2,2,2,2,2,3])[1 + i %% 10]) AS j) numbered
                          JOIN made_village ON v = i / 300) placed
                """,
                """
                INSERT INTO kpm (kpm_id, status, village_code, version, recorded_at)
                SELECT pg_temp.made_id(1, i), 'ACTIVE', village_code, 1, now()
                  FROM generate_series(0, %1$d - 1) AS i JOIN made_village ON v = i / 300 ORDER BY i
                """,
                """
                INSERT INTO kpm_member (kpm_id, member_id, component, component_since, birth_month, school_id, nik_token)
                SELECT kpm_id, member_id, component, '2025-01-01',
                       CASE component WHEN 'EARLY_CHILD' THEN date '2023-05-01' WHEN 'ELDERLY' THEN date '1950-05-01'
                                      ELSE date '2014-05-01' END, school_id, md5('nik ' || n)
                  FROM made_member ORDER BY n
                """,
                """
                CREATE UNLOGGED TABLE made_form AS
                SELECT pg_temp.made_id(3, row_number() OVER (ORDER BY point_code)) AS form_id, point_code,
                       CASE WHEN point_code LIKE 'SD%%' THEN 'SCHOOL' ELSE 'HEALTH' END AS kind
                  FROM (SELECT DISTINCT point_code FROM made_member WHERE NOT is_silent) reporting
                """,
                """
                INSERT INTO service_point_form (form_id, kind, point_code, quarter_start, revision, sha256, received_by, received_at)
                SELECT form_id, kind, point_code, '2026-07-01', 1, md5(point_code), 'facilitator', now() FROM made_form ORDER BY form_id
                """,
                """
                INSERT INTO form_area (kind, point_code, quarter_start, area_code)
                SELECT DISTINCT kind, point_code, date '2026-07-01', village_code FROM made_form JOIN made_member USING (point_code)
                """,
                """
                INSERT INTO health_point_village (point_code, village_code)
                SELECT 'PUSKESMAS-' || district, village_code FROM made_village
                """,
                """
                INSERT INTO form_member (member_id, quarter_start, form_id, kpm_id)
                SELECT member_id, '2026-07-01', form_id, kpm_id FROM made_member JOIN made_form USING (point_code)
                 WHERE failing <> 'MISSING' ORDER BY n
                """,
                """
                INSERT INTO evidence (member_id, kpm_id, month, kind, point_code, quarter_start, form_id, revision, alpa, izin, sakit, jml,
                       visits, is_closed, recorded_at)
                SELECT member_id, kpm_id, date '2026-07-01' + make_interval(months => m), kind, point_code, '2026-07-01', form_id, 1,
                       CASE WHEN kind = 'SCHOOL' THEN CASE WHEN failing = 'NOT_MET' AND m = 1 THEN 6 ELSE 1 END END,
                       CASE WHEN kind = 'SCHOOL' THEN 0 END, CASE WHEN kind = 'SCHOOL' THEN 1 END, CASE WHEN kind = 'SCHOOL' THEN 20 END,
                       CASE WHEN kind = 'HEALTH' THEN CASE WHEN failing = 'NOT_MET' AND m = 1 THEN 0 ELSE 1 END END,
                       CASE WHEN kind = 'HEALTH' THEN false END, now()
                  FROM made_member JOIN made_form USING (point_code), generate_series(0, 2) AS m
                 WHERE failing <> 'MISSING' ORDER BY n, m
                """,
                // the verdicts by these facts, without a line of the service's code
                """
                CREATE UNLOGGED TABLE made_verdict AS
                SELECT kpm_id, CASE WHEN bool_or(not_met) THEN 'NOT_MET' WHEN bool_or(not_verified) THEN 'NOT_VERIFIED'
                                    WHEN bool_or(due) THEN 'MET' ELSE 'NOT_DUE' END AS result,
                       bool_or(not_met)::int + bool_or(not_verified)::int AS steps
                  FROM (SELECT kpm_id, component <> 'ELDERLY' AS due,
                               component <> 'ELDERLY' AND NOT is_silent AND failing = 'NOT_MET' AS not_met,
                               component <> 'ELDERLY' AND (is_silent OR failing = 'MISSING') AS not_verified
                          FROM made_member) each
                 GROUP BY kpm_id
                """);
    }

    @Override
    List<String> forgetting() {
        return List.of(
                "TRUNCATE commitment_result, member_result, sanction_history, sanction_step, outbox CASCADE",
                "DELETE FROM quarter_closing");
    }

    @Override
    Map<String, String> written() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("sanction_history", "SELECT * FROM sanction_history ORDER BY kpm_id");
        rows.put("commitment_result", "SELECT * FROM commitment_result ORDER BY kpm_id");
        rows.put("member_result", "SELECT * FROM member_result ORDER BY kpm_id");
        rows.put("sanction_step", "SELECT * FROM sanction_step ORDER BY step_id");
        return rows;
    }

    @Override
    void verify(Counts counts) throws SQLException {
        Counts.require(
                "verdicts",
                counts.of("SELECT result, count(*) FROM made_verdict GROUP BY 1"),
                counts.of("SELECT result, count(*) FROM commitment_result GROUP BY 1"));
        Counts.require(
                "families with another verdict than their facts give, or with other steps",
                Map.of(),
                counts.of(
                        """
                        SELECT v.result || ' ' || v.steps || ', found ' || coalesce(r.result, '-') || ' ' || coalesce(s.steps, 0), count(*)
                          FROM made_verdict v LEFT JOIN commitment_result r USING (kpm_id)
                          LEFT JOIN (SELECT kpm_id, count(*) AS steps FROM sanction_step GROUP BY 1) s USING (kpm_id)
                         WHERE r.result IS DISTINCT FROM v.result OR coalesce(s.steps, 0) <> v.steps GROUP BY 1
                        """));
        Counts.require(
                "events",
                counts.of(
                        """
                        SELECT 'id.pkh.verification.commitment-assessed.v1', count(*) FROM made_verdict
                        UNION ALL
                        SELECT 'id.pkh.verification.suspension-warning-issued.v1', sum(steps) FROM made_verdict
                        UNION ALL
                        SELECT 'id.pkh.verification.quarter-closed.v1', 1
                        """),
                counts.of("SELECT event_type, count(*) FROM outbox GROUP BY 1"));
        Counts.require(
                "members assessed",
                counts.of("SELECT 'members', count(*) FROM made_member"),
                counts.of("SELECT 'members', count(*) FROM member_result"));
    }
}
