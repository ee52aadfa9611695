package id.pkh.verification.sanction.persistence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.Conditions;
import id.pkh.verification.Database;
import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.LiftReason;
import id.pkh.verification.sanction.StepQueries;
import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.MoneyEffect;
import id.pkh.verification.sanction.domain.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads by key, a page at a time. A family that moved is seen by those who look after it now. */
@ApplicationScoped
class JdbcStepQueries implements StepQueries {

    private static final String VILLAGE = "coalesce(k.village_code, s.village_code)";

    private static final String STEPS =
            "SELECT s.*, "
                    + VILLAGE
                    + " AS current_village FROM sanction_step s LEFT JOIN kpm k USING (kpm_id) WHERE ";

    private static final String DECISIONS =
            "SELECT d.*, l.reason AS lift_reason, l.note, l.lifted_by, l.lifted_on, l.lifted_at"
                    + " FROM sanction_decision d JOIN sanction_step s USING (step_id)"
                    + " LEFT JOIN kpm k ON k.kpm_id = d.kpm_id"
                    + " LEFT JOIN suspension_lift l ON l.decision_id = d.decision_id WHERE ";

    private final Database database;

    JdbcStepQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<Seen> steps(StepFilter filter, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                new Conditions()
                        .andWithin("k.village_code", scope)
                        .andIfGiven("s.kpm_id = ?", filter.kpmId())
                        .andArea("k.village_code", filter.village())
                        .andIfGiven("s.period = ?", filter.period())
                        .andIfGiven("s.cause = ?", filter.cause())
                        .andIfGiven("s.step = ?", filter.step())
                        .andIfGiven("(s.withdrawn_at IS NULL) = ?", filter.standing())
                        .andIfGiven("s.step_id > ?", after);
        return database.query(
                STEPS + conditions.sql() + " ORDER BY s.step_id LIMIT ?",
                JdbcStepQueries::seen,
                conditions.values(limit));
    }

    @Override
    public Optional<Seen> step(UUID stepId, AreaScope scope) {
        return database.first(
                STEPS + "s.step_id = ? AND " + VILLAGE + " LIKE ANY (?)",
                JdbcStepQueries::seen,
                stepId,
                scope.likePatterns());
    }

    @Override
    public List<Decision> decisions(
            UUID kpmId, String village, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                new Conditions()
                        .andWithin("k.village_code", scope)
                        .andIfGiven("d.kpm_id = ?", kpmId)
                        .andArea("k.village_code", village)
                        .andIfGiven("d.decision_id > ?", after);
        return database.query(
                DECISIONS + conditions.sql() + " ORDER BY d.decision_id LIMIT ?",
                JdbcStepQueries::decision,
                conditions.values(limit));
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(StepRows.read(row), row.getString("current_village"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        String liftReason = row.getString("lift_reason");
        return new Decision(
                Database.id(row, "decision_id"),
                Database.id(row, "step_id"),
                Step.valueOf(row.getString("step")),
                Database.id(row, "kpm_id"),
                DecisionKind.valueOf(row.getString("decision")),
                MoneyEffect.valueOf(row.getString("effect")),
                Database.date(row, "effective_from"),
                row.getString("reason"),
                row.getString("decided_by"),
                Database.date(row, "decided_on"),
                Database.instant(row, "decided_at"),
                liftReason == null
                        ? null
                        : new Decision.Lift(
                                LiftReason.valueOf(liftReason),
                                row.getString("note"),
                                row.getString("lifted_by"),
                                Database.date(row, "lifted_on"),
                                Database.instant(row, "lifted_at")));
    }
}
