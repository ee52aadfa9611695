package id.pkh.disbursement.sanction.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import id.pkh.disbursement.sanction.SanctionFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

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
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[],
                          ?::boolean[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::bigint[])
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
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[],
                                 ?::text[], ?::date[], ?::timestamptz[], ?::bigint[])
            ON CONFLICT (step_id) DO UPDATE
               SET withdrawal_reason = excluded.withdrawal_reason, withdrawn_on = excluded.withdrawn_on,
                   withdrawn_at = excluded.withdrawn_at, withdrawn_sequence = excluded.withdrawn_sequence
             WHERE sanction_step.withdrawn_sequence IS NULL OR sanction_step.withdrawn_sequence < excluded.withdrawn_sequence
            RETURNING kpm_id
            """;

    private static final String DECIDE =
            """
            INSERT INTO sanction_decision (decision_id, kpm_id, village_code, step_id, kind, decision, effect, period, cause,
                                           effective_from, decided_by, reason, decided_on, decided_at, decided_sequence)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::date[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::bigint[])
            ON CONFLICT (decision_id) DO UPDATE
               SET village_code = excluded.village_code, step_id = excluded.step_id, kind = excluded.kind,
                   decision = excluded.decision, effect = excluded.effect, period = excluded.period, cause = excluded.cause,
                   effective_from = excluded.effective_from, decided_by = excluded.decided_by, reason = excluded.reason,
                   decided_on = excluded.decided_on, decided_at = excluded.decided_at, decided_sequence = excluded.decided_sequence
             WHERE sanction_decision.decided_sequence IS NULL OR sanction_decision.decided_sequence < excluded.decided_sequence
            RETURNING kpm_id
            """;

    /** The lift with the lowest sequence counts, so that a payment is not released twice. */
    private static final String LIFT =
            """
            INSERT INTO sanction_decision (decision_id, kpm_id, village_code, lift_reason, lifted_by, lifted_on, lifted_at, lifted_sequence)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::timestamptz[], ?::bigint[])
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
                p ->
                        p.uuids(column(facts, StepIssued::stepId))
                                .uuids(column(facts, StepIssued::kpmId))
                                .texts(column(facts, StepIssued::villageCode))
                                .texts(column(facts, StepIssued::step))
                                .texts(column(facts, StepIssued::period))
                                .texts(column(facts, StepIssued::cause))
                                .numbers(column(facts, f -> (long) f.rung()))
                                .numbers(column(facts, f -> (long) f.running()))
                                .texts(column(facts, StepIssued::attribution))
                                .flags(column(facts, StepIssued::isProtected))
                                .texts(column(facts, f -> String.join(",", f.reasons())))
                                .texts(column(facts, StepIssued::policyCode))
                                .texts(column(facts, StepIssued::legalBasis))
                                .days(column(facts, StepIssued::issuedOn))
                                .instants(column(facts, StepIssued::issuedAt))
                                .numbers(column(facts, StepIssued::sequence)));
    }

    @Override
    public Set<UUID> withdraw(List<StepWithdrawn> facts) {
        return write(
                WITHDRAW,
                facts,
                p ->
                        p.uuids(column(facts, StepWithdrawn::stepId))
                                .uuids(column(facts, StepWithdrawn::kpmId))
                                .texts(column(facts, StepWithdrawn::villageCode))
                                .texts(column(facts, StepWithdrawn::step))
                                .texts(column(facts, StepWithdrawn::period))
                                .texts(column(facts, StepWithdrawn::cause))
                                .numbers(column(facts, f -> (long) f.rung()))
                                .numbers(column(facts, f -> (long) f.running()))
                                .texts(column(facts, StepWithdrawn::attribution))
                                .texts(column(facts, StepWithdrawn::reason))
                                .days(column(facts, StepWithdrawn::withdrawnOn))
                                .instants(column(facts, StepWithdrawn::withdrawnAt))
                                .numbers(column(facts, StepWithdrawn::sequence)));
    }

    @Override
    public Set<UUID> decide(List<DecisionTaken> facts) {
        return write(
                DECIDE,
                facts,
                p ->
                        p.uuids(column(facts, DecisionTaken::decisionId))
                                .uuids(column(facts, DecisionTaken::kpmId))
                                .texts(column(facts, DecisionTaken::villageCode))
                                .uuids(column(facts, DecisionTaken::stepId))
                                .texts(column(facts, DecisionTaken::kind))
                                .texts(column(facts, DecisionTaken::decision))
                                .texts(column(facts, f -> f.effect().name()))
                                .texts(column(facts, DecisionTaken::period))
                                .texts(column(facts, DecisionTaken::cause))
                                .days(column(facts, DecisionTaken::effectiveFrom))
                                .texts(column(facts, DecisionTaken::decidedBy))
                                .texts(column(facts, DecisionTaken::reason))
                                .days(column(facts, DecisionTaken::decidedOn))
                                .instants(column(facts, DecisionTaken::decidedAt))
                                .numbers(column(facts, DecisionTaken::sequence)));
    }

    @Override
    public Set<UUID> lift(List<DecisionLifted> facts) {
        return write(
                LIFT,
                facts,
                p ->
                        p.uuids(column(facts, DecisionLifted::decisionId))
                                .uuids(column(facts, DecisionLifted::kpmId))
                                .texts(column(facts, DecisionLifted::villageCode))
                                .texts(column(facts, DecisionLifted::reason))
                                .texts(column(facts, DecisionLifted::liftedBy))
                                .days(column(facts, DecisionLifted::liftedOn))
                                .instants(column(facts, DecisionLifted::liftedAt))
                                .numbers(column(facts, DecisionLifted::sequence)));
    }

    private Set<UUID> write(String sql, List<?> facts, Database.Binder binder) {
        if (facts.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                database.list(sql, binder, row -> row.getObject("kpm_id", UUID.class)));
    }

    private static <F, V> List<V> column(List<F> facts, Function<F, V> value) {
        return facts.stream().map(value).toList();
    }
}
