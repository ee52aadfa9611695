package id.pkh.verification.sanction.persistence;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.Decisions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decisions are single and rare, so they are entities. */
@ApplicationScoped
class PanacheDecisions implements Decisions {

    private final Database database;

    PanacheDecisions(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Decision> find(UUID decisionId) {
        return decisions("decisionId", decisionId).stream().findFirst();
    }

    @Override
    public Optional<Decision> onStep(UUID stepId) {
        return decisions("stepId", stepId).stream().findFirst();
    }

    @Override
    public void add(Decision decision) {
        SanctionDecisionEntity entity = new SanctionDecisionEntity();
        entity.decisionId = decision.decisionId();
        entity.stepId = decision.stepId();
        entity.step = decision.step();
        entity.kpmId = decision.kpmId();
        entity.decision = decision.kind();
        entity.effect = decision.effect();
        entity.effectiveFrom = decision.effectiveFrom();
        entity.reason = decision.reason();
        entity.decidedBy = decision.decidedBy();
        entity.decidedOn = decision.decidedOn();
        entity.decidedAt = decision.decidedAt();
        entity.persistAndFlush();
    }

    @Override
    public List<Decision> list(UUID kpmId, String village, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope, village)
                        .andIfGiven("d.kpm_id = ?", kpmId)
                        .andIfGiven("d.decision_id > ?", after);
        return read(conditions, limit);
    }

    @Override
    public Optional<Decision> find(UUID decisionId, AreaScope scope) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope).and("d.decision_id = ?", decisionId);
        return read(conditions, 1).stream().findFirst();
    }

    private List<Decision> read(Conditions conditions, int limit) {
        List<UUID> ids =
                database.query(
                        "SELECT d.decision_id FROM sanction_decision d LEFT JOIN kpm k USING (kpm_id) WHERE "
                                + conditions.sql()
                                + " ORDER BY d.decision_id LIMIT :limit",
                        q ->
                                q.bindMap(conditions.values())
                                        .bind("limit", limit)
                                        .mapTo(UUID.class)
                                        .list());
        return decisions("decisionId in ?1 order by decisionId", ids);
    }

    private static List<Decision> decisions(String query, Object value) {
        List<SanctionDecisionEntity> found = SanctionDecisionEntity.list(query, value);
        Map<UUID, SuspensionLiftEntity> lifts =
                SuspensionLiftEntity.<SuspensionLiftEntity>list(
                                "decisionId in ?1",
                                found.stream().map(entity -> entity.decisionId).toList())
                        .stream()
                        .collect(Collectors.toMap(lift -> lift.decisionId, lift -> lift));
        return found.stream().map(entity -> entity.decision(lifts.get(entity.decisionId))).toList();
    }
}
