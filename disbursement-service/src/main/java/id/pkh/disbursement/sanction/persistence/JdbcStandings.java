package id.pkh.disbursement.sanction.persistence;

import id.pkh.disbursement.sanction.Standings;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcStandings implements Standings {

    /**
     * Until the registry has published a family, its village is taken from its latest step or
     * decision.
     */
    private static final String FAMILY =
            """
            SELECT k.status, coalesce(k.village_code, latest.village_code) AS village_code
              FROM payment_family f
              LEFT JOIN kpm k USING (kpm_id)
              LEFT JOIN LATERAL (SELECT village_code
                                   FROM (SELECT village_code, greatest(issued_sequence, withdrawn_sequence) AS sequence
                                           FROM sanction_step WHERE kpm_id = f.kpm_id
                                         UNION ALL
                                         SELECT village_code, greatest(decided_sequence, in_effect_sequence, lifted_sequence)
                                           FROM sanction_decision WHERE kpm_id = f.kpm_id) facts
                                  ORDER BY sequence DESC LIMIT 1) latest ON true
             WHERE f.kpm_id = :kpm AND coalesce(k.village_code, latest.village_code) IS NOT NULL
            """;

    private static final String STEPS =
            "SELECT * FROM sanction_step WHERE kpm_id = :kpm ORDER BY period, cause, rung, step_id";
    private static final String DECISIONS =
            """
            SELECT d.decision_id, d.step_id, d.kind, d.decision, coalesce(d.in_effect, d.effect) AS effect, d.period, d.cause,
                   coalesce(d.in_effect_from, d.effective_from) AS effective_from, d.prepared_by, d.decided_by, d.decided_at,
                   coalesce(d.on_notice, false) AND d.in_effect_sequence IS NULL AS awaits_notice, d.notice_route,
                   d.in_effect_at,
                   EXISTS (SELECT FROM sanction_stay s WHERE s.decision_id = d.decision_id AND s.ended_at IS NULL) AS stayed,
                   d.lift_reason, d.lifted_by, d.lifted_at
              FROM sanction_decision d
             WHERE d.kpm_id = :kpm ORDER BY d.decided_at NULLS LAST, d.decision_id
            """;
    private static final String REINSTATEMENTS =
            "SELECT decision_id, effective_from, prepared_by, decided_by, decided_at FROM reinstatement"
                    + " WHERE kpm_id = :kpm ORDER BY sequence, decision_id";

    private final Database database;

    JdbcStandings(Database database) {
        this.database = database;
    }

    private record Family(String villageCode, String status) {}

    @Override
    public Optional<Standing> of(UUID kpmId) {
        return rows(FAMILY, kpmId, Family.class).stream()
                .findFirst()
                .map(
                        family ->
                                new Standing(
                                        kpmId,
                                        family.villageCode(),
                                        family.status(),
                                        rows(STEPS, kpmId, RecordedStep.class),
                                        rows(DECISIONS, kpmId, RecordedDecision.class),
                                        rows(REINSTATEMENTS, kpmId, RecordedReinstatement.class)));
    }

    private <T> List<T> rows(String sql, UUID kpmId, Class<T> type) {
        return database.query(sql, q -> q.bind("kpm", kpmId).map(database.rowsAs(type)).list());
    }
}
