package id.pkh.benchmarks;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Families of a country with the evidence and the assessments of four quarters in the verification
 * service's database, put there past the service, and what a replay of {@link ReplayOfDraft} over
 * these quarters leaves.
 *
 * <p>The families are those of {@link MadeQuarters}. Of a hundred members, three fulfil what the
 * policy in force asks schools for and not what the draft asks for, two are missing on all forms,
 * and one never meets the commitment.
 */
final class ReplayTables extends CountryTables {

    static final List<String> QUARTERS = List.of("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3");

    /** Reads what a replay reads, and counts the quarters that fail on both sides. */
    private static final String FACTS =
            """
            SELECT count(*) FILTER (WHERE fails_now), count(*) FILTER (WHERE fails_then)
              FROM (SELECT k.kpm_id, q.first_day,
                           bool_or(100 * (jml + izin + sakit) < 85 * (jml + izin + sakit + alpa) OR visits = 0) AS fails_now,
                           bool_or(100 * (jml + izin + sakit) < 90 * (jml + izin + sakit + alpa) OR visits = 0) AS fails_then
                      FROM kpm k JOIN kpm_member m USING (kpm_id) JOIN standing_line l USING (member_id)
                      JOIN made_quarter q ON l.month BETWEEN q.first_day AND q.first_day + 70
                      JOIN commitment_result r ON r.kpm_id = k.kpm_id AND r.quarter_start = q.first_day
                     WHERE r.superseded_at IS NULL GROUP BY 1, 2) quarters
            """;

    ReplayTables(DataSource superuser, int families) {
        super(superuser, families);
    }

    @Override
    List<String> filling() {
        List<String> statements =
                MadeQuarters.filling(
                        "CASE WHEN n / 10 %% 100 < 3 THEN 'WEAK' WHEN n / 10 %% 100 < 5 THEN 'MISSING'"
                                + " WHEN n / 10 %% 100 < 6 THEN 'NOT_MET' ELSE 'NO' END",
                        "2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01");
        statements.addAll(
                List.of(
                        // the verdicts by these facts, without a line of the service's code
                        """
                        CREATE UNLOGGED TABLE made_family AS
                        SELECT kpm_id, bool_or(NOT is_silent AND component <> 'ELDERLY' AND failing = 'NOT_MET') AS fails,
                               bool_or(NOT is_silent AND failing = 'WEAK' AND school_id IS NOT NULL) AS is_weak
                          FROM made_member GROUP BY kpm_id
                        """,
                        """
                        INSERT INTO commitment_result (kpm_id, quarter_start, revision, period, result, attribution, reasons,
                               not_met_state, not_met_reasons, not_verified_state, not_verified_attribution, not_verified_reasons,
                               policy_code, assessed_at)
                        SELECT kpm_id, first_day, 1, to_char(first_day, 'YYYY-"Q"Q'), CASE WHEN fails THEN 'NOT_MET' ELSE 'MET' END,
                               CASE WHEN fails THEN 'FAMILY' ELSE 'NOBODY' END, '{}', CASE WHEN fails THEN 'SIGNAL' ELSE 'CLEAN' END,
                               '{}', 'CLEAN', 'NOBODY', '{}', 'COMMITMENTS-2026', now()
                          FROM made_family, made_quarter ORDER BY first_day, kpm_id
                        """));
        return statements;
    }

    @Override
    List<String> forgetting() {
        return List.of("TRUNCATE policy_replay, policy_replay_change, policy_replay_count");
    }

    @Override
    Map<String, String> written() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("policy_replay", "SELECT * FROM policy_replay");
        rows.put(
                "policy_replay_change",
                "SELECT * FROM policy_replay_change ORDER BY kpm_id, cause, period");
        rows.put("policy_replay_count", "SELECT * FROM policy_replay_count ORDER BY area_code");
        return rows;
    }

    /** A replay writes little: its limit is the reading of the same facts by one statement. */
    @Override
    BareStatements bare() {
        return super.bare().reading(FACTS);
    }

    @Override
    void verify(Counts counts) throws SQLException {
        Counts.require(
                "changes",
                counts.of(
                        """
                        SELECT to_char(first_day, 'YYYY-"Q"Q') || ' NONE '
                               || (ARRAY['SUSPENSION_WARNING','SUSPENSION_PROPOSED','TERMINATION_PROPOSED','TERMINATION_PROPOSED'])[1 + q],
                               count(*)
                          FROM made_family, made_quarter WHERE is_weak AND NOT fails GROUP BY 1
                        """),
                counts.of(
                        "SELECT period || ' ' || step_before || ' ' || step_after, count(*) FROM policy_replay_change GROUP BY 1"));
        Counts.require(
                "families that are changed or kept wrongly",
                Map.of(),
                counts.of(
                        """
                        SELECT CASE WHEN c.kpm_id IS NULL THEN 'kept' ELSE 'changed' END, count(*)
                          FROM made_family f
                          LEFT JOIN (SELECT DISTINCT kpm_id FROM policy_replay_change) c USING (kpm_id)
                         WHERE (is_weak AND NOT fails) <> (c.kpm_id IS NOT NULL) GROUP BY 1
                        """));
        Counts.require(
                "sums",
                counts.of(
                        """
                        SELECT 'families', count(*) FROM made_family WHERE is_weak AND NOT fails
                        UNION ALL SELECT 'steps', count(*) FROM policy_replay_change
                        """),
                counts.of(
                        """
                        SELECT 'families', families_changed FROM policy_replay
                        UNION ALL SELECT 'steps', sum(steps) FROM policy_replay_count
                        """));
    }
}
