package id.pkh.verification.decision.persistence;

import static id.pkh.platform.persistence.SqlArrays.codes;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.decision.LiftProposal;
import id.pkh.verification.decision.LiftProposalRows;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class JdbcLiftProposalRows implements LiftProposalRows {

    private static final String IN_EFFECT =
            "d.measure = 'SUSPEND' AND d.lift_reason IS NULL"
                    + " AND (d.in_effect_from IS NOT NULL OR d.takes_effect = 'AS_RECORDED')";

    private static final String SUSPENSIONS =
            "SELECT d.decision_id, d.kpm_id, s.cause, s.period, p.period AS proposed_for FROM decision_now d"
                    + " JOIN sanction_step s ON s.step_id = d.step_id"
                    + " LEFT JOIN lift_proposal p ON p.decision_id = d.decision_id AND p.withdrawn_at IS NULL"
                    + " WHERE d.kpm_id = ANY (:kpms) AND s.cause = ANY (:causes) AND "
                    + IN_EFFECT;

    private static final String ADD =
            "INSERT INTO lift_proposal (lift_proposal_id, decision_id, kpm_id, cause, period, is_person_needed, proposed_on,"
                    + " proposed_at) VALUES (:id, :decision, :kpm, :cause, :period, :person, :on, :at)";

    private static final String TO_END =
            "SELECT p.decision_id FROM lift_proposal p LEFT JOIN decision_lift l ON l.decision_id = p.decision_id"
                    + " WHERE p.withdrawn_at IS NULL AND NOT p.is_person_needed AND l.decision_id IS NULL"
                    + " AND (:after::uuid IS NULL OR p.decision_id > :after) ORDER BY p.decision_id LIMIT :limit";

    private static final String LIST =
            "SELECT p.*, d.effect, coalesce(d.in_effect_from, d.effective_from) AS suspended_from, d.lifted_at"
                    + " FROM lift_proposal p JOIN decision_now d ON d.decision_id = p.decision_id"
                    + " LEFT JOIN kpm k ON k.kpm_id = p.kpm_id WHERE ";

    private final Database database;

    JdbcLiftProposalRows(Database database) {
        this.database = database;
    }

    @Override
    public List<Suspension> suspensions(Collection<UUID> kpmIds, Set<Cause> causes) {
        return database.query(
                SUSPENSIONS,
                q ->
                        q.bind("kpms", uuids(kpmIds))
                                .bind("causes", codes(causes, cause -> cause))
                                .map(database.rowsAs(Suspension.class))
                                .list());
    }

    @Override
    public void add(
            UUID liftProposalId,
            Suspension suspension,
            String period,
            boolean isPersonNeeded,
            LocalDate on,
            Instant at) {
        database.update(
                ADD,
                u ->
                        u.bind("id", liftProposalId)
                                .bind("decision", suspension.decisionId())
                                .bind("kpm", suspension.kpmId())
                                .bind("cause", suspension.cause())
                                .bind("period", period)
                                .bind("person", isPersonNeeded)
                                .bind("on", on)
                                .bind("at", at));
    }

    @Override
    public void withdraw(UUID decisionId, Instant at) {
        database.update(
                "UPDATE lift_proposal SET withdrawn_at = :at WHERE decision_id = :decision AND withdrawn_at IS NULL",
                u -> u.bind("at", at).bind("decision", decisionId));
    }

    @Override
    public List<UUID> toEnd(UUID after, int limit) {
        return database.query(
                TO_END, q -> q.bind("after", after).bind("limit", limit).mapTo(UUID.class).list());
    }

    @Override
    public long countInEffectSinceBefore(LocalDate day) {
        return database.query(
                "SELECT count(*) FROM decision_now d WHERE "
                        + IN_EFFECT
                        + " AND coalesce(d.in_effect_from, d.effective_from) < :day",
                q -> q.bind("day", day).mapTo(Long.class).one());
    }

    @Override
    public List<LiftProposal> list(
            UUID kpmId, String village, Boolean isOpen, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope, village)
                        .andIfGiven("p.kpm_id = ?", kpmId)
                        .andIfGiven("(p.withdrawn_at IS NULL AND d.lifted_at IS NULL) = ?", isOpen)
                        .andIfGiven("p.lift_proposal_id > ?", after);
        return database.query(
                LIST + conditions.sql() + " ORDER BY p.lift_proposal_id LIMIT :limit",
                q ->
                        q.bindMap(conditions.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(LiftProposal.class))
                                .list());
    }
}
