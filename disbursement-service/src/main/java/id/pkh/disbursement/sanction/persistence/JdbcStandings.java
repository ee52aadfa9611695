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
                                         SELECT village_code, greatest(decided_sequence, lifted_sequence)
                                           FROM sanction_decision WHERE kpm_id = f.kpm_id) facts
                                  ORDER BY sequence DESC LIMIT 1) latest ON true
             WHERE f.kpm_id = :kpm AND coalesce(k.village_code, latest.village_code) IS NOT NULL
            """;

    private static final String STEPS =
            "SELECT * FROM sanction_step WHERE kpm_id = :kpm ORDER BY period, cause, rung, step_id";
    private static final String DECISIONS =
            "SELECT * FROM sanction_decision WHERE kpm_id = :kpm ORDER BY decided_at NULLS LAST, decision_id";

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
                                        rows(DECISIONS, kpmId, RecordedDecision.class)));
    }

    private <T> List<T> rows(String sql, UUID kpmId, Class<T> type) {
        return database.query(sql, q -> q.bind("kpm", kpmId).map(database.rowsAs(type)).list());
    }
}
