package id.pkh.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Families of a country in the disbursement service's database, put there past the service, and
 * what the calculation of a cycle leaves.
 *
 * <p>Of ten families, four have one member, five have two and one has three. Of ten members, four
 * are in primary school, two in junior and one in senior secondary school, two are small children
 * and one is old. Of a hundred families, three stand warned.
 */
final class CycleTables extends CountryTables {

    static final String CYCLE = "2026-T2";
    static final String FROM = "2026-04-01";
    static final String UNTIL = "2026-06-30";
    static final String QUARTER = "2026-Q1";

    private static final String HISTORY =
            "payment_id, kpm_id, cycle_id, old_status, new_status, amount_idr, warned, reasons, blocked_by, cause, cause_id, recorded_at";

    CycleTables(DataSource superuser, int families) {
        super(superuser, families);
    }

    @Override
    List<String> filling() {
        return List.of(
                """
                CREATE UNLOGGED TABLE made_family AS
                SELECT i, pg_temp.made_id(1, i) AS kpm_id,
                       format('17.%%s.%%s.%%s', 10 + v / 1000, lpad((v / 10 %% 100)::text, 2, '0'), 1001 + v %% 10) AS village_code,
                       i %% 100 < 3 AS warned
                  FROM (SELECT i, i / 300 AS v FROM generate_series(0, %1$d - 1) AS i) numbered
                """,
                """
                CREATE UNLOGGED TABLE made_member AS
                SELECT n, kpm_id, pg_temp.made_id(2, n) AS member_id,
                       (ARRAY['SD','SD','SD','SD','SMP','SMP','SMA','EARLY_CHILD','EARLY_CHILD','ELDERLY'])[1 + n %% 10] AS component,
                       (ARRAY[225000,225000,225000,225000,375000,375000,500000,750000,750000,600000])[1 + n %% 10] AS amount_idr
                  FROM (SELECT kpm_id, row_number() OVER (ORDER BY i, j) - 1 AS n
                          FROM made_family, generate_series(1, (ARRAY[1,1,1,1,2,2,2,2,2,3])[1 + i %% 10]) AS j) numbered
                """,
                "INSERT INTO payment_family (kpm_id) SELECT kpm_id FROM made_family ORDER BY i",
                """
                INSERT INTO kpm (kpm_id, status, base_status, village_code, paying_bank, account_known, occurred_on, recorded_at, state_sequence)
                SELECT kpm_id, 'ACTIVE', 'ACTIVE', village_code, 'BRI', true, '2026-01-01', now(), 1 FROM made_family ORDER BY i
                """,
                """
                INSERT INTO kpm_member (kpm_id, member_id, component, component_since)
                SELECT kpm_id, member_id, component, '2025-01-01' FROM made_member ORDER BY n
                """,
                """
                INSERT INTO sanction_step (step_id, kpm_id, village_code, step, period, cause, rung, running, attribution, is_protected,
                                           policy_code, legal_basis, issued_on, issued_at, issued_sequence)
                SELECT pg_temp.made_id(3, i), kpm_id, village_code, 'SUSPENSION_WARNING', '2026-Q1', 'COMMITMENT', 2, 2, 'FAMILY', false,
                       'LADDER-2025', 'unconfirmed', '2026-04-01', now(), 1
                  FROM made_family WHERE warned ORDER BY i
                """,
                """
                INSERT INTO closed_quarter (closing_id, verification_period, area_code, closed_on, recorded_at)
                VALUES (pg_temp.made_id(4, 1), '%2$s', '*', '2026-04-05', now())
                """
                        .replace("%2$s", QUARTER));
    }

    @Override
    List<String> forgetting() {
        return List.of(
                "TRUNCATE payment, payment_history, ineligible_family, calculation_run, payment_cycle, outbox CASCADE",
                "DELETE FROM job",
                "UPDATE payment_family SET version = 0 WHERE version <> 0",
                "VACUUM (FULL) payment_family");
    }

    @Override
    Map<String, String> written() {
        return Map.of("payment", "SELECT * FROM payment ORDER BY kpm_id");
    }

    @Override
    BareStatements bare() {
        return super.bare()
                .after(
                        "kept_cycle",
                        "SELECT * FROM payment_cycle",
                        "INSERT INTO payment_cycle SELECT * FROM kept_cycle")
                .and(
                        "kept_history",
                        "SELECT " + HISTORY + " FROM payment_history ORDER BY payment_history_id",
                        "INSERT INTO payment_history (%1$s) SELECT %1$s FROM kept_history"
                                .formatted(HISTORY));
    }

    @Override
    void verify(Counts counts) throws SQLException {
        Counts.require(
                "payments",
                counts.of(
                        """
                        SELECT sum || ' ' || warned, count(*)
                          FROM (SELECT sum(amount_idr) AS sum, warned FROM made_family JOIN made_member USING (kpm_id)
                                 GROUP BY kpm_id, warned) each GROUP BY 1
                        """),
                counts.of(
                        "SELECT amount_idr || ' ' || warned, count(*) FROM payment WHERE status = 'PAYABLE' GROUP BY 1"));
        Counts.require(
                "families with another amount than their members give",
                Map.of(),
                counts.of(
                        """
                        SELECT m.sum || ', found ' || coalesce(p.amount_idr, 0), count(*)
                          FROM (SELECT kpm_id, sum(amount_idr) AS sum FROM made_member GROUP BY 1) m LEFT JOIN payment p USING (kpm_id)
                         WHERE p.amount_idr IS DISTINCT FROM m.sum GROUP BY 1
                        """));
        Counts.require(
                "events",
                counts.of(
                        """
                        SELECT 'id.pkh.disbursement.entitlement-calculated.v1', count(*) FROM made_family
                        UNION ALL SELECT 'id.pkh.disbursement.cycle-opened.v1', 1
                        """),
                counts.of("SELECT event_type, count(*) FROM outbox GROUP BY 1"));
        Counts.require(
                "entries of the history",
                counts.of("SELECT 'PAYABLE', count(*) FROM made_family"),
                counts.of("SELECT new_status, count(*) FROM payment_history GROUP BY 1"));
    }
}
