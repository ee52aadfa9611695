package id.pkh.disbursement.sanction.persistence;

import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionStay;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTookEffect;
import id.pkh.disbursement.sanction.SanctionFact.MembershipRestored;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import id.pkh.disbursement.sanction.SanctionFacts;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/**
 * Upserts guarded by the sequence. A withdrawal may arrive before its step, and a lift before its
 * decision.
 */
@ApplicationScoped
class JdbcSanctionFacts implements SanctionFacts {

    private static final String ISSUE =
            """
            INSERT INTO sanction_step (step_id, kpm_id, village_code, step, period, cause, rung, running, attribution,
                                       is_protected, reasons, policy_code, legal_basis, issued_on, issued_at, issued_sequence)
            SELECT step_id, kpm_id, village_code, step, period, cause, rung, running, attribution,
                   is_protected, string_to_array(reasons, ','), policy_code, legal_basis, issued_on, issued_at, sequence
              FROM unnest(:ids, :kpmIds, :villages, :steps, :periods, :causes, :rungs, :running, :attributions,
                          :protected, :reasons, :policies, :legalBases, :days, :times, :sequences)
                   AS s (step_id, kpm_id, village_code, step, period, cause, rung, running, attribution,
                         is_protected, reasons, policy_code, legal_basis, issued_on, issued_at, sequence)
            ON CONFLICT (step_id) DO UPDATE
               SET village_code = excluded.village_code, step = excluded.step, period = excluded.period,
                   cause = excluded.cause, rung = excluded.rung, running = excluded.running,
                   attribution = excluded.attribution, is_protected = excluded.is_protected,
                   reasons = excluded.reasons, policy_code = excluded.policy_code, legal_basis = excluded.legal_basis,
                   issued_on = excluded.issued_on, issued_at = excluded.issued_at, issued_sequence = excluded.issued_sequence
             WHERE sanction_step.issued_sequence IS NULL OR sanction_step.issued_sequence < excluded.issued_sequence
            RETURNING kpm_id
            """;

    private static final String WITHDRAW =
            """
            INSERT INTO sanction_step (step_id, kpm_id, village_code, step, period, cause, rung, running, attribution,
                                       withdrawal_reason, withdrawn_on, withdrawn_at, withdrawn_sequence)
            SELECT * FROM unnest(:ids, :kpmIds, :villages, :steps, :periods, :causes, :rungs, :running, :attributions,
                                 :reasons, :days, :times, :sequences)
            ON CONFLICT (step_id) DO UPDATE
               SET withdrawal_reason = excluded.withdrawal_reason, withdrawn_on = excluded.withdrawn_on,
                   withdrawn_at = excluded.withdrawn_at, withdrawn_sequence = excluded.withdrawn_sequence
             WHERE sanction_step.withdrawn_sequence IS NULL OR sanction_step.withdrawn_sequence < excluded.withdrawn_sequence
            RETURNING kpm_id
            """;

    private static final String DECIDE =
            """
            INSERT INTO sanction_decision (decision_id, kpm_id, village_code, step_id, kind, decision, effect, period, cause,
                                           effective_from, on_notice, prepared_by, decided_by, decided_on, decided_at,
                                           decided_sequence)
            SELECT * FROM unnest(:ids, :kpmIds, :villages, :stepIds, :kinds, :decisions, :effects, :periods, :causes,
                                 :effectiveFrom, :onNotice, :preparers, :deciders, :days, :times, :sequences)
            ON CONFLICT (decision_id) DO UPDATE
               SET village_code = excluded.village_code, step_id = excluded.step_id, kind = excluded.kind,
                   decision = excluded.decision, effect = excluded.effect, period = excluded.period, cause = excluded.cause,
                   effective_from = excluded.effective_from, on_notice = excluded.on_notice,
                   prepared_by = excluded.prepared_by, decided_by = excluded.decided_by,
                   decided_on = excluded.decided_on, decided_at = excluded.decided_at, decided_sequence = excluded.decided_sequence
             WHERE sanction_decision.decided_sequence IS NULL OR sanction_decision.decided_sequence < excluded.decided_sequence
            RETURNING kpm_id
            """;

    /** A decision takes effect once, so the first fact counts. */
    private static final String TAKE_EFFECT =
            """
            INSERT INTO sanction_decision (decision_id, kpm_id, village_code, in_effect, in_effect_from, notice_route,
                                           in_effect_at, in_effect_sequence)
            SELECT * FROM unnest(:ids, :kpmIds, :villages, :effects, :effectiveFrom, :routes, :times, :sequences)
            ON CONFLICT (decision_id) DO UPDATE
               SET in_effect = excluded.in_effect, in_effect_from = excluded.in_effect_from,
                   notice_route = excluded.notice_route, in_effect_at = excluded.in_effect_at,
                   in_effect_sequence = excluded.in_effect_sequence
             WHERE sanction_decision.in_effect_sequence IS NULL OR sanction_decision.in_effect_sequence > excluded.in_effect_sequence
            RETURNING kpm_id
            """;

    private static final String STAY =
            """
            INSERT INTO sanction_stay (appeal_id, decision_id, kpm_id, stayed_at, ended_at)
            SELECT * FROM unnest(:ids, :decisionIds, :kpmIds, :stayed, :ended)
            ON CONFLICT (appeal_id) DO UPDATE
               SET stayed_at = coalesce(sanction_stay.stayed_at, excluded.stayed_at),
                   ended_at = coalesce(sanction_stay.ended_at, excluded.ended_at)
             WHERE (sanction_stay.stayed_at IS NULL AND excluded.stayed_at IS NOT NULL)
                OR (sanction_stay.ended_at IS NULL AND excluded.ended_at IS NOT NULL)
            RETURNING kpm_id
            """;

    private static final String REINSTATE =
            """
            INSERT INTO reinstatement (decision_id, kpm_id, village_code, effective_from, prepared_by, decided_by, decided_at,
                                       sequence)
            SELECT * FROM unnest(:ids, :kpmIds, :villages, :effectiveFrom, :preparers, :deciders, :times, :sequences)
            ON CONFLICT (decision_id) DO NOTHING
            RETURNING kpm_id
            """;

    /** The lift with the lowest sequence counts, so that a payment is not released twice. */
    private static final String LIFT =
            """
            INSERT INTO sanction_decision (decision_id, kpm_id, village_code, lift_reason, lifted_by, lifted_on, lifted_at, lifted_sequence)
            SELECT * FROM unnest(:ids, :kpmIds, :villages, :reasons, :lifters, :days, :times, :sequences)
            ON CONFLICT (decision_id) DO UPDATE
               SET lift_reason = excluded.lift_reason, lifted_by = excluded.lifted_by, lifted_on = excluded.lifted_on,
                   lifted_at = excluded.lifted_at, lifted_sequence = excluded.lifted_sequence
             WHERE sanction_decision.lifted_sequence IS NULL OR sanction_decision.lifted_sequence > excluded.lifted_sequence
            RETURNING kpm_id
            """;

    private final Database database;

    JdbcSanctionFacts(Database database) {
        this.database = database;
    }

    @Override
    public Set<UUID> issue(List<StepIssued> facts) {
        return write(
                ISSUE,
                facts,
                q ->
                        q.bind("ids", SqlArrays.uuids(facts, StepIssued::stepId))
                                .bind("kpmIds", SqlArrays.uuids(facts, StepIssued::kpmId))
                                .bind("villages", SqlArrays.texts(facts, StepIssued::villageCode))
                                .bind("steps", SqlArrays.texts(facts, StepIssued::step))
                                .bind("periods", SqlArrays.texts(facts, StepIssued::period))
                                .bind("causes", SqlArrays.texts(facts, StepIssued::cause))
                                .bind("rungs", SqlArrays.numbers(facts, StepIssued::rung))
                                .bind("running", SqlArrays.numbers(facts, StepIssued::running))
                                .bind(
                                        "attributions",
                                        SqlArrays.texts(facts, StepIssued::attribution))
                                .bind("protected", SqlArrays.flags(facts, StepIssued::isProtected))
                                .bind(
                                        "reasons",
                                        SqlArrays.texts(facts, f -> String.join(",", f.reasons())))
                                .bind("policies", SqlArrays.texts(facts, StepIssued::policyCode))
                                .bind("legalBases", SqlArrays.texts(facts, StepIssued::legalBasis))
                                .bind("days", SqlArrays.days(facts, StepIssued::issuedOn))
                                .bind("times", SqlArrays.instants(facts, StepIssued::issuedAt))
                                .bind("sequences", SqlArrays.numbers(facts, StepIssued::sequence)));
    }

    @Override
    public Set<UUID> withdraw(List<StepWithdrawn> facts) {
        return write(
                WITHDRAW,
                facts,
                q ->
                        q.bind("ids", SqlArrays.uuids(facts, StepWithdrawn::stepId))
                                .bind("kpmIds", SqlArrays.uuids(facts, StepWithdrawn::kpmId))
                                .bind(
                                        "villages",
                                        SqlArrays.texts(facts, StepWithdrawn::villageCode))
                                .bind("steps", SqlArrays.texts(facts, StepWithdrawn::step))
                                .bind("periods", SqlArrays.texts(facts, StepWithdrawn::period))
                                .bind("causes", SqlArrays.texts(facts, StepWithdrawn::cause))
                                .bind("rungs", SqlArrays.numbers(facts, StepWithdrawn::rung))
                                .bind("running", SqlArrays.numbers(facts, StepWithdrawn::running))
                                .bind(
                                        "attributions",
                                        SqlArrays.texts(facts, StepWithdrawn::attribution))
                                .bind("reasons", SqlArrays.texts(facts, StepWithdrawn::reason))
                                .bind("days", SqlArrays.days(facts, StepWithdrawn::withdrawnOn))
                                .bind(
                                        "times",
                                        SqlArrays.instants(facts, StepWithdrawn::withdrawnAt))
                                .bind(
                                        "sequences",
                                        SqlArrays.numbers(facts, StepWithdrawn::sequence)));
    }

    @Override
    public Set<UUID> decide(List<DecisionTaken> facts) {
        return write(
                DECIDE,
                facts,
                q ->
                        q.bind("ids", SqlArrays.uuids(facts, DecisionTaken::decisionId))
                                .bind("kpmIds", SqlArrays.uuids(facts, DecisionTaken::kpmId))
                                .bind(
                                        "villages",
                                        SqlArrays.texts(facts, DecisionTaken::villageCode))
                                .bind("stepIds", SqlArrays.uuids(facts, DecisionTaken::stepId))
                                .bind("kinds", SqlArrays.texts(facts, DecisionTaken::kind))
                                .bind("decisions", SqlArrays.texts(facts, DecisionTaken::decision))
                                .bind("effects", SqlArrays.codes(facts, DecisionTaken::effect))
                                .bind("periods", SqlArrays.texts(facts, DecisionTaken::period))
                                .bind("causes", SqlArrays.texts(facts, DecisionTaken::cause))
                                .bind(
                                        "effectiveFrom",
                                        SqlArrays.days(facts, DecisionTaken::effectiveFrom))
                                .bind("onNotice", SqlArrays.flags(facts, DecisionTaken::onNotice))
                                .bind(
                                        "preparers",
                                        SqlArrays.texts(facts, DecisionTaken::preparedBy))
                                .bind("deciders", SqlArrays.texts(facts, DecisionTaken::decidedBy))
                                .bind("days", SqlArrays.days(facts, DecisionTaken::decidedOn))
                                .bind("times", SqlArrays.instants(facts, DecisionTaken::decidedAt))
                                .bind(
                                        "sequences",
                                        SqlArrays.numbers(facts, DecisionTaken::sequence)));
    }

    @Override
    public Set<UUID> takeEffect(List<DecisionTookEffect> facts) {
        return write(
                TAKE_EFFECT,
                facts,
                q ->
                        q.bind("ids", SqlArrays.uuids(facts, DecisionTookEffect::decisionId))
                                .bind("kpmIds", SqlArrays.uuids(facts, DecisionTookEffect::kpmId))
                                .bind(
                                        "villages",
                                        SqlArrays.texts(facts, DecisionTookEffect::villageCode))
                                .bind("effects", SqlArrays.codes(facts, DecisionTookEffect::effect))
                                .bind(
                                        "effectiveFrom",
                                        SqlArrays.days(facts, DecisionTookEffect::effectiveFrom))
                                .bind(
                                        "routes",
                                        SqlArrays.texts(facts, DecisionTookEffect::noticeRoute))
                                .bind(
                                        "times",
                                        SqlArrays.instants(facts, DecisionTookEffect::tookEffectAt))
                                .bind(
                                        "sequences",
                                        SqlArrays.numbers(facts, DecisionTookEffect::sequence)));
    }

    @Override
    public Set<UUID> stay(List<DecisionStay> facts) {
        return write(
                STAY,
                facts,
                q ->
                        q.bind("ids", SqlArrays.uuids(facts, DecisionStay::appealId))
                                .bind(
                                        "decisionIds",
                                        SqlArrays.uuids(facts, DecisionStay::decisionId))
                                .bind("kpmIds", SqlArrays.uuids(facts, DecisionStay::kpmId))
                                .bind(
                                        "stayed",
                                        SqlArrays.instants(facts, f -> f.isEnded() ? null : f.at()))
                                .bind(
                                        "ended",
                                        SqlArrays.instants(
                                                facts, f -> f.isEnded() ? f.at() : null)));
    }

    @Override
    public Set<UUID> reinstate(List<MembershipRestored> facts) {
        return write(
                REINSTATE,
                facts,
                q ->
                        q.bind("ids", SqlArrays.uuids(facts, MembershipRestored::decisionId))
                                .bind("kpmIds", SqlArrays.uuids(facts, MembershipRestored::kpmId))
                                .bind(
                                        "villages",
                                        SqlArrays.texts(facts, MembershipRestored::villageCode))
                                .bind(
                                        "effectiveFrom",
                                        SqlArrays.days(facts, MembershipRestored::effectiveFrom))
                                .bind(
                                        "preparers",
                                        SqlArrays.texts(facts, MembershipRestored::preparedBy))
                                .bind(
                                        "deciders",
                                        SqlArrays.texts(facts, MembershipRestored::decidedBy))
                                .bind(
                                        "times",
                                        SqlArrays.instants(facts, MembershipRestored::decidedAt))
                                .bind(
                                        "sequences",
                                        SqlArrays.numbers(facts, MembershipRestored::sequence)));
    }

    @Override
    public Set<UUID> lift(List<DecisionLifted> facts) {
        return write(
                LIFT,
                facts,
                q ->
                        q.bind("ids", SqlArrays.uuids(facts, DecisionLifted::decisionId))
                                .bind("kpmIds", SqlArrays.uuids(facts, DecisionLifted::kpmId))
                                .bind(
                                        "villages",
                                        SqlArrays.texts(facts, DecisionLifted::villageCode))
                                .bind("reasons", SqlArrays.codes(facts, DecisionLifted::reason))
                                .bind("lifters", SqlArrays.texts(facts, DecisionLifted::liftedBy))
                                .bind("days", SqlArrays.days(facts, DecisionLifted::liftedOn))
                                .bind("times", SqlArrays.instants(facts, DecisionLifted::liftedAt))
                                .bind(
                                        "sequences",
                                        SqlArrays.numbers(facts, DecisionLifted::sequence)));
    }

    private Set<UUID> write(String sql, List<?> facts, UnaryOperator<Query> bind) {
        return facts.isEmpty()
                ? Set.of()
                : database.query(sql, q -> bind.apply(q).mapTo(UUID.class).set());
    }
}
