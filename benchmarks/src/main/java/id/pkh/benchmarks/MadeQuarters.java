package id.pkh.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Families of a country with the evidence of quarters, as statements for the verification service's
 * database.
 *
 * <p>300 families live in a village and ten villages make a sub-district. Of ten families, four
 * have one member, five have two and one has three. Seven of ten members go to school, two are
 * small children, one is old. One of fifty schools and health services has sent no form. In the
 * second month of each quarter a member that fails does so.
 */
final class MadeQuarters {

    private static final String FAILING =
            """
            CREATE FUNCTION pg_temp.failing(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT %s $$
            """;

    private static final String QUARTERS =
            """
            CREATE UNLOGGED TABLE made_quarter AS
            SELECT q - 1 AS q, first_day FROM unnest(ARRAY[%s]::date[]) WITH ORDINALITY AS each (first_day, q)
            """;

    private static final List<String> FACTS =
            List.of(
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
                                   n %% 10 < 7 AS school, pg_temp.failing(n) AS failing
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
                    SELECT pg_temp.made_id(3, row_number() OVER (ORDER BY first_day, point_code)) AS form_id, point_code, first_day,
                           CASE WHEN point_code LIKE 'SD%%' THEN 'SCHOOL' ELSE 'HEALTH' END AS kind
                      FROM made_quarter, (SELECT DISTINCT point_code FROM made_member WHERE NOT is_silent) reporting
                    """,
                    """
                    INSERT INTO service_point_form (form_id, kind, point_code, quarter_start, revision, sha256, received_by, received_at)
                    SELECT form_id, kind, point_code, first_day, 1, md5(point_code), 'facilitator', now() FROM made_form ORDER BY form_id
                    """,
                    """
                    INSERT INTO form_area (kind, point_code, quarter_start, area_code)
                    SELECT DISTINCT kind, point_code, first_day, village_code FROM made_form JOIN made_member USING (point_code)
                    """,
                    """
                    INSERT INTO health_point_village (point_code, village_code)
                    SELECT 'PUSKESMAS-' || district, village_code FROM made_village
                    """,
                    """
                    INSERT INTO form_member (member_id, quarter_start, form_id, kpm_id)
                    SELECT member_id, first_day, form_id, kpm_id FROM made_member JOIN made_form USING (point_code)
                     WHERE failing <> 'MISSING' ORDER BY first_day, n
                    """,
                    """
                    INSERT INTO evidence (member_id, kpm_id, month, kind, point_code, quarter_start, form_id, revision, alpa, izin, sakit, jml,
                           visits, is_closed, recorded_at)
                    SELECT member_id, kpm_id, first_day + make_interval(months => m), kind, point_code, first_day, form_id, 1,
                           CASE WHEN kind = 'SCHOOL' THEN CASE WHEN m <> 1 THEN 1 WHEN failing = 'NOT_MET' THEN 6 WHEN failing = 'WEAK' THEN 3 ELSE 1 END END,
                           CASE WHEN kind = 'SCHOOL' THEN 0 END, CASE WHEN kind = 'SCHOOL' THEN 1 END, CASE WHEN kind = 'SCHOOL' THEN 20 END,
                           CASE WHEN kind = 'HEALTH' THEN CASE WHEN failing = 'NOT_MET' AND m = 1 THEN 0 ELSE 1 END END,
                           CASE WHEN kind = 'HEALTH' THEN false END, now()
                      FROM made_member JOIN made_form USING (point_code), generate_series(0, 2) AS m
                     WHERE failing <> 'MISSING' ORDER BY first_day, n, m
                    """);

    private MadeQuarters() {}

    /**
     * Statements that put the families and their evidence in; they are formats, as the tables want
     * them. The list can be added to.
     *
     * @param failing expression for how a member {@code n} fails: NOT_MET, WEAK, MISSING or NO
     * @param quarters their first days
     */
    static List<String> filling(String failing, String... quarters) {
        List<String> statements = new ArrayList<>();
        statements.add(FAILING.replace("%s", failing));
        statements.add(
                QUARTERS.replace(
                        "%s",
                        Arrays.stream(quarters)
                                .map(day -> "'" + day + "'")
                                .collect(Collectors.joining(","))));
        statements.addAll(FACTS);
        return statements;
    }
}
