package id.pkh.disbursement.sanction.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.sanction.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcStandings implements Standings {

    /**
     * Until the registry has published a family, its village is the one that its latest step or
     * decision names.
     */
    private static final String FAMILY =
            """
            SELECT f.kpm_id, k.status, coalesce(k.village_code, told.village_code) AS village_code
              FROM payment_family f
              LEFT JOIN kpm k USING (kpm_id)
              LEFT JOIN LATERAL (SELECT village_code
                                   FROM (SELECT village_code, greatest(issued_sequence, withdrawn_sequence) AS sequence
                                           FROM sanction_step WHERE kpm_id = f.kpm_id
                                         UNION ALL
                                         SELECT village_code, greatest(decided_sequence, lifted_sequence)
                                           FROM sanction_decision WHERE kpm_id = f.kpm_id) facts
                                  ORDER BY sequence DESC LIMIT 1) told ON true
             WHERE f.kpm_id = ?
            """;

    private static final String STEPS =
            "SELECT * FROM sanction_step WHERE kpm_id = ? ORDER BY period, cause, rung, step_id";
    private static final String DECISIONS =
            "SELECT * FROM sanction_decision WHERE kpm_id = ? ORDER BY decided_at NULLS LAST, decision_id";

    private final Database database;

    JdbcStandings(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Standing> of(UUID kpmId) {
        return database.first(
                        FAMILY,
                        p -> p.uuid(kpmId),
                        row ->
                                new Standing(
                                        kpmId,
                                        row.getString("village_code"),
                                        row.getString("status"),
                                        List.of(),
                                        List.of()))
                .filter(family -> family.villageCode() != null)
                .map(
                        family ->
                                new Standing(
                                        kpmId,
                                        family.villageCode(),
                                        family.status(),
                                        database.list(
                                                STEPS, p -> p.uuid(kpmId), JdbcStandings::step),
                                        database.list(
                                                DECISIONS,
                                                p -> p.uuid(kpmId),
                                                JdbcStandings::decision)));
    }

    private static RecordedStep step(ResultSet row) throws SQLException {
        return new RecordedStep(
                row.getObject("step_id", UUID.class),
                row.getString("step"),
                row.getString("period"),
                row.getString("cause"),
                row.getInt("rung"),
                row.getInt("running"),
                row.getString("attribution"),
                row.getObject("is_protected", Boolean.class),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("policy_code"),
                row.getString("legal_basis"),
                row.getBoolean("standing"),
                instant(row, "issued_at"),
                instant(row, "withdrawn_at"),
                row.getString("withdrawal_reason"));
    }

    private static RecordedDecision decision(ResultSet row) throws SQLException {
        return new RecordedDecision(
                row.getObject("decision_id", UUID.class),
                row.getObject("step_id", UUID.class),
                row.getString("kind"),
                row.getString("decision"),
                row.getString("effect"),
                row.getString("period"),
                row.getString("cause"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("reason"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("lift_reason"),
                row.getString("lifted_by"),
                instant(row, "lifted_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
