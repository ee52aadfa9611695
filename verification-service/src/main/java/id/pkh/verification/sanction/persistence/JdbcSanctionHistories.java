package id.pkh.verification.sanction.persistence;

import static id.pkh.verification.Database.column;
import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.LiftReason;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Set-based: a statement for all families of a change, whether that is one or five hundred. */
@ApplicationScoped
class JdbcSanctionHistories implements SanctionHistories {

    private static final String ADD_HISTORIES =
            "INSERT INTO sanction_history (kpm_id) SELECT id FROM unnest(?) AS id ORDER BY id ON CONFLICT DO NOTHING";

    private static final String LOCK =
            "SELECT kpm_id, version FROM sanction_history WHERE kpm_id = ANY (?) ORDER BY kpm_id FOR UPDATE";

    private static final String ISSUE =
            "INSERT INTO sanction_step (step_id, kpm_id, village_code, period, period_start, cause, rung, running, step,"
                    + " is_protected, attribution, reasons, notified, policy_code, legal_basis, issued_on, issued_at)"
                    + " SELECT s.step_id, s.kpm_id, s.village_code, s.period, s.period_start, s.cause, s.rung, s.running,"
                    + " s.step, s.is_protected, s.attribution, string_to_array(s.reasons, ','),"
                    + " string_to_array(s.notified, ','), s.policy_code, s.legal_basis, s.issued_on, s.issued_at"
                    + " FROM unnest(?, ?, ?, ?, ?, ?, ?::int[], ?::int[], ?, ?, ?, ?, ?, ?, ?, ?, ?) AS s (step_id, kpm_id,"
                    + " village_code, period, period_start, cause, rung, running, step, is_protected, attribution,"
                    + " reasons, notified, policy_code, legal_basis, issued_on, issued_at)";

    private final Database database;

    JdbcSanctionHistories(Database database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Long> lock(Collection<UUID> kpmIds) {
        if (kpmIds.isEmpty()) {
            return Map.of();
        }
        database.update(ADD_HISTORIES, (Object) ids(kpmIds));
        Map<UUID, Long> versions = new LinkedHashMap<>();
        database.query(
                LOCK,
                row -> versions.put(Database.id(row, "kpm_id"), row.getLong("version")),
                (Object) ids(kpmIds));
        return versions;
    }

    @Override
    public void saveVersions(Map<UUID, Long> versions) {
        database.update(
                "UPDATE sanction_history h SET version = v.version FROM unnest(?, ?) AS v (kpm_id, version)"
                        + " WHERE h.kpm_id = v.kpm_id",
                column(versions.entrySet(), Map.Entry::getKey),
                column(versions.entrySet(), Map.Entry::getValue));
    }

    @Override
    public List<IssuedStep> standing(Collection<UUID> kpmIds, Set<Cause> causes) {
        return database.query(
                "SELECT * FROM sanction_step WHERE kpm_id = ANY (?) AND cause = ANY (?) AND withdrawn_at IS NULL",
                StepRows::read,
                ids(kpmIds),
                column(causes, Cause::name));
    }

    @Override
    public Optional<IssuedStep> find(UUID stepId) {
        return database.first(
                "SELECT * FROM sanction_step WHERE step_id = ?", StepRows::read, stepId);
    }

    @Override
    public void issue(List<IssuedStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        database.update(
                ISSUE,
                column(steps, IssuedStep::stepId),
                column(steps, IssuedStep::kpmId),
                column(steps, IssuedStep::villageCode),
                column(steps, s -> s.due().period().text()),
                column(steps, s -> s.due().period().firstDay()),
                column(steps, s -> s.due().cause().name()),
                column(steps, s -> s.due().rung()),
                column(steps, s -> s.due().running()),
                column(steps, s -> s.due().step().name()),
                column(steps, s -> s.due().isProtected()),
                column(steps, s -> s.due().attribution().name()),
                column(steps, s -> Database.joined(s.due().reasons())),
                column(steps, s -> Database.joined(s.due().notified())),
                column(steps, s -> s.due().policyCode()),
                column(steps, s -> s.due().legalBasis()),
                column(steps, IssuedStep::issuedOn),
                column(steps, IssuedStep::issuedAt));
    }

    @Override
    public void withdraw(
            Collection<UUID> stepIds, WithdrawalReason reason, LocalDate on, Instant at) {
        if (stepIds.isEmpty()) {
            return;
        }
        database.update(
                "UPDATE sanction_step SET withdrawn_on = ?, withdrawn_at = ?, withdrawal_reason = ?"
                        + " WHERE step_id = ANY (?)",
                on,
                at,
                reason.name(),
                ids(stepIds));
    }

    @Override
    public Map<UUID, UUID> suspensionsOn(Collection<UUID> stepIds) {
        if (stepIds.isEmpty()) {
            return Map.of();
        }
        return database
                .query(
                        "SELECT d.step_id, d.decision_id FROM sanction_decision d"
                                + " LEFT JOIN suspension_lift l ON l.decision_id = d.decision_id"
                                + " WHERE d.step_id = ANY (?) AND d.decision = 'SUSPEND' AND l.decision_id IS NULL",
                        row ->
                                Map.entry(
                                        Database.id(row, "step_id"),
                                        Database.id(row, "decision_id")),
                        (Object) ids(stepIds))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void lift(Collection<UUID> decisionIds, LiftReason reason, LocalDate on, Instant at) {
        if (decisionIds.isEmpty()) {
            return;
        }
        database.update(
                "INSERT INTO suspension_lift (decision_id, reason, lifted_by, lifted_on, lifted_at)"
                        + " SELECT id, ?, 'system', ?, ? FROM unnest(?) AS id",
                reason.name(),
                on,
                at,
                ids(decisionIds));
    }
}
