package id.pkh.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
final class QuarterTables {

    static final String QUARTER = "2026-Q3";

    private static final List<String> FILL =
            List.of(
                    MadeIds.FUNCTION,
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

    private final DataSource database;
    private final int families;

    QuarterTables(DataSource superuser, int families) {
        this.database = superuser;
        this.families = families;
    }

    /** Fills the tables; triggers are off meanwhile, so what is put in has to be right. */
    void fill() throws SQLException {
        MadeIds.fill(database, FILL, families);
        settle();
    }

    /** The tables as they were before the quarter was closed. */
    void forgetClosing() throws SQLException {
        RelayedEvents.await(database);
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute(
                    "TRUNCATE commitment_result, member_result, sanction_history, sanction_step, outbox CASCADE");
            sql.execute("DELETE FROM quarter_closing");
        }
        settle();
    }

    private void settle() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "VACUUM (ANALYZE) kpm, kpm_member, service_point_form, form_area, form_member, evidence,"
                            + " health_point_village, commitment_result, member_result, sanction_history, sanction_step");
            sql.execute("CHECKPOINT");
        }
    }

    /** What the closing has written, written again by bare statements. */
    BareStatements bare() {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("kept_history", "SELECT * FROM sanction_history ORDER BY kpm_id");
        kept.put("kept_result", "SELECT * FROM commitment_result ORDER BY kpm_id");
        kept.put("kept_member", "SELECT * FROM member_result ORDER BY kpm_id");
        kept.put("kept_step", "SELECT * FROM sanction_step ORDER BY step_id");
        kept.put(
                "kept_event",
                "SELECT " + BareStatements.EVENT_COLUMNS + " FROM outbox ORDER BY id");
        return new BareStatements(
                database,
                kept,
                List.of(),
                List.of(
                        "INSERT INTO sanction_history SELECT * FROM kept_history",
                        "INSERT INTO commitment_result SELECT * FROM kept_result",
                        "INSERT INTO member_result SELECT * FROM kept_member",
                        "INSERT INTO sanction_step SELECT * FROM kept_step",
                        "INSERT INTO outbox (%1$s) SELECT %1$s FROM kept_event"
                                .formatted(BareStatements.EVENT_COLUMNS)));
    }

    /** Fails unless every family has the verdict, the steps and the events that its facts give. */
    void verify() throws SQLException {
        Counts counts = new Counts(database);
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
                        """),
                counts.of("SELECT event_type, count(*) FROM outbox GROUP BY 1"));
        Counts.require(
                "members assessed",
                counts.of("SELECT 'members', count(*) FROM made_member"),
                counts.of("SELECT 'members', count(*) FROM member_result"));
    }
}
