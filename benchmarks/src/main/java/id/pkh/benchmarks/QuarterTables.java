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
 * <p>The families are those of {@link MadeQuarters}. Of a hundred members, three do not meet their
 * commitment and two are missing on the forms.
 */
final class QuarterTables extends CountryTables {

    static final String QUARTER = "2026-Q3";

    QuarterTables(DataSource superuser, int families) {
        super(superuser, families);
    }

    @Override
    List<String> filling() {
        List<String> statements =
                MadeQuarters.filling(
                        "CASE WHEN n / 10 %% 100 < 3 THEN 'NOT_MET' WHEN n / 10 %% 100 < 5 THEN 'MISSING' ELSE 'NO' END",
                        "2026-07-01");
        // the verdicts by these facts, without a line of the service's code
        statements.add(
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
        return statements;
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
