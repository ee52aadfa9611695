package id.pkh.verification.decision.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.Decisions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions and what happened to them are rows that never change. */
@ApplicationScoped
class JdbcDecisions implements Decisions {

    private static final String ADD =
            "INSERT INTO sanction_decision (decision_id, step_id, step, proposal_id, proposed, kpm_id, decision, effect,"
                    + " effective_from, reason_code, reason, prepared_by, decided_by, decided_on, decided_at, draft_id,"
                    + " takes_effect) VALUES (:decision, :step, :kind, :proposal,"
                    + " (SELECT kind FROM membership_proposal WHERE proposal_id = :proposal), :kpm, :measure, :effect, :from,"
                    + " :reason, :note, :prepared, :decided, :on, :at, :draft, :takes)";

    private static final String CLOSE_PROPOSALS =
            "UPDATE membership_proposal SET status = 'DECIDED' WHERE proposal_id = ANY (:proposals)";

    private static final String LIFT =
            "INSERT INTO decision_lift (decision_id, reason, note, lifted_by, lifted_on, lifted_at)"
                    + " SELECT id, :reason, :note, :by, :on, :at FROM unnest(:decisions) AS id";

    private static final String END_STAYS_OF_LIFTED =
            "UPDATE decision_stay SET ended_at = :at WHERE decision_id = ANY (:decisions) AND ended_at IS NULL";

    private static final String TAKE_EFFECT =
            "INSERT INTO decision_effect (decision_id, notice_id, effective_from, recorded_on, recorded_at)"
                    + " VALUES (:decision, :notice, :from, :on, :at)";

    private static final String DUE =
            "SELECT decision_id FROM decision_now WHERE effect_due_on <= :today AND in_effect_from IS NULL"
                    + " AND NOT is_stayed AND lift_reason IS NULL AND (:after::uuid IS NULL OR decision_id > :after)"
                    + " ORDER BY decision_id LIMIT :limit";

    private final Database database;

    JdbcDecisions(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Decision> find(UUID decisionId) {
        return read(new Conditions().and("d.decision_id = ?", decisionId), 1).stream().findFirst();
    }

    @Override
    public Optional<Decision> find(UUID decisionId, AreaScope scope) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope).and("d.decision_id = ?", decisionId);
        return read(conditions, 1).stream().findFirst();
    }

    @Override
    public List<Decision> find(Collection<UUID> decisionIds) {
        return read(
                new Conditions().and("d.decision_id = ANY (?)", uuids(decisionIds)),
                decisionIds.size());
    }

    @Override
    public List<Decision> onSteps(Collection<UUID> stepIds) {
        return read(new Conditions().and("d.step_id = ANY (?)", uuids(stepIds)), stepIds.size());
    }

    @Override
    public List<Decision> notLiftedOn(Collection<UUID> stepIds) {
        return database.query(
                "SELECT * FROM decision_now WHERE step_id = ANY (:steps) AND lift_reason IS NULL"
                        + " AND measure NOT IN ('DISMISS', 'REINSTATE') ORDER BY decision_id",
                q ->
                        q.bind("steps", uuids(stepIds))
                                .map(database.rowsAs(DecisionRow.class))
                                .map(DecisionRow::decision)
                                .list());
    }

    @Override
    public void add(List<Decision> decisions) {
        database.batch(
                ADD,
                decisions,
                (row, decision) ->
                        row.bind("decision", decision.decisionId())
                                .bind("step", decision.stepId())
                                .bind("kind", decision.step())
                                .bind("proposal", decision.proposalId())
                                .bind("kpm", decision.kpmId())
                                .bind("measure", decision.measure())
                                .bind("effect", decision.effect())
                                .bind("from", decision.effectiveFrom())
                                .bind("reason", decision.reasonCode())
                                .bind("note", decision.note())
                                .bind("prepared", decision.preparedBy())
                                .bind("decided", decision.decidedBy())
                                .bind("on", decision.decidedOn())
                                .bind("at", decision.decidedAt())
                                .bind("draft", decision.draftId())
                                .bind(
                                        "takes",
                                        decision.measure().isAgainstFamily()
                                                ? "ON_NOTICE"
                                                : "AT_ONCE"));
        List<UUID> proposals =
                decisions.stream()
                        .map(Decision::proposalId)
                        .filter(proposal -> proposal != null)
                        .toList();
        database.update(CLOSE_PROPOSALS, u -> u.bind("proposals", uuids(proposals)));
    }

    @Override
    public void lift(Collection<UUID> decisionIds, Decision.Lift lift) {
        if (decisionIds.isEmpty()) {
            return;
        }
        database.update(
                LIFT,
                u ->
                        u.bind("reason", lift.reason())
                                .bind("note", lift.note())
                                .bind("by", lift.liftedBy())
                                .bind("on", lift.liftedOn())
                                .bind("at", lift.liftedAt())
                                .bind("decisions", uuids(decisionIds)));
        database.update(
                END_STAYS_OF_LIFTED,
                u -> u.bind("at", lift.liftedAt()).bind("decisions", uuids(decisionIds)));
    }

    @Override
    public void takeEffect(Decision decision, LocalDate from, LocalDate on, Instant at) {
        database.update(
                TAKE_EFFECT,
                u ->
                        u.bind("decision", decision.decisionId())
                                .bind("notice", decision.delivery().noticeId())
                                .bind("from", from)
                                .bind("on", on)
                                .bind("at", at));
    }

    @Override
    public void stay(UUID appealId, UUID decisionId, Instant at) {
        database.update(
                "INSERT INTO decision_stay (appeal_id, decision_id, stayed_at) VALUES (:appeal, :decision, :at)",
                u -> u.bind("appeal", appealId).bind("decision", decisionId).bind("at", at));
    }

    @Override
    public List<UUID> endStays(UUID appealId, Instant at) {
        return database.query(
                "UPDATE decision_stay SET ended_at = :at WHERE appeal_id = :appeal AND ended_at IS NULL"
                        + " RETURNING decision_id",
                q -> q.bind("appeal", appealId).bind("at", at).mapTo(UUID.class).list());
    }

    @Override
    public List<UUID> dueForEffect(LocalDate today, UUID after, int limit) {
        return database.query(
                DUE,
                q ->
                        q.bind("today", today)
                                .bind("after", after)
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    @Override
    public List<Decision> list(UUID kpmId, String village, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope, village)
                        .andIfGiven("d.kpm_id = ?", kpmId)
                        .andIfGiven("d.decision_id > ?", after);
        return read(conditions, limit);
    }

    private List<Decision> read(Conditions conditions, int limit) {
        return database.query(
                "SELECT d.* FROM decision_now d LEFT JOIN kpm k USING (kpm_id) WHERE "
                        + conditions.sql()
                        + " ORDER BY d.decision_id LIMIT :limit",
                q ->
                        q.bindMap(conditions.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(DecisionRow.class))
                                .map(DecisionRow::decision)
                                .list());
    }
}
