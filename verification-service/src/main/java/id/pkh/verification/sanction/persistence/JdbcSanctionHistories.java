package id.pkh.verification.sanction.persistence;

import static id.pkh.platform.persistence.SqlArrays.codes;
import static id.pkh.platform.persistence.SqlArrays.days;
import static id.pkh.platform.persistence.SqlArrays.flags;
import static id.pkh.platform.persistence.SqlArrays.instants;
import static id.pkh.platform.persistence.SqlArrays.numbers;
import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.sanction.IssuedStep;
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
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/** Set-based: one statement for all families of a change, whether there is one or five hundred. */
@ApplicationScoped
class JdbcSanctionHistories implements SanctionHistories {

    private static final String ADD_HISTORIES =
            "INSERT INTO sanction_history (kpm_id) SELECT id FROM unnest(:kpms) AS id ORDER BY id"
                    + " ON CONFLICT DO NOTHING RETURNING kpm_id, version";

    private static final String LOCK =
            "SELECT kpm_id, version FROM sanction_history WHERE kpm_id = ANY (:kpms) ORDER BY kpm_id FOR UPDATE";

    private static final String SAVE_VERSIONS =
            "UPDATE sanction_history h SET version = v.version FROM unnest(:kpms, :versions) AS v (kpm_id, version)"
                    + " WHERE h.kpm_id = v.kpm_id";

    private static final String ISSUE =
            "INSERT INTO sanction_step (step_id, kpm_id, village_code, period, period_start, cause, rung, running, step,"
                    + " is_protected, attribution, reasons, notified, policy_code, legal_basis, issued_on, issued_at)"
                    + " SELECT s.step_id, s.kpm_id, s.village_code, s.period, s.period_start, s.cause, s.rung, s.running,"
                    + " s.step, s.is_protected, s.attribution, string_to_array(s.reasons, ','),"
                    + " string_to_array(s.notified, ','), s.policy_code, s.legal_basis, s.issued_on, s.issued_at"
                    + " FROM unnest(:steps, :kpms, :villages, :periods, :starts, :causes, :rungs, :runs, :kinds,"
                    + " :protected, :attributions, :reasons, :notified, :policies, :bases, :days, :times)"
                    + " AS s (step_id, kpm_id, village_code, period, period_start, cause, rung, running, step,"
                    + " is_protected, attribution, reasons, notified, policy_code, legal_basis, issued_on, issued_at)";

    private record LockedFamily(UUID kpmId, long version) {}

    private final Database database;

    JdbcSanctionHistories(Database database) {
        this.database = database;
    }

    /** A row that this transaction adds is locked with it, and is not read again. */
    @Override
    public Map<UUID, Long> lock(Collection<UUID> kpmIds) {
        if (kpmIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Long> versions =
                new LinkedHashMap<>(database.query(ADD_HISTORIES, versionsOf(kpmIds)));
        List<UUID> known = kpmIds.stream().filter(kpmId -> !versions.containsKey(kpmId)).toList();
        if (!known.isEmpty()) {
            versions.putAll(database.queryWithFreshPlan(LOCK, versionsOf(known)));
        }
        return versions;
    }

    private Function<Query, Map<UUID, Long>> versionsOf(Collection<UUID> kpmIds) {
        return q ->
                q.bind("kpms", uuids(kpmIds))
                        .map(database.rowsAs(LockedFamily.class))
                        .collectToMap(LockedFamily::kpmId, LockedFamily::version);
    }

    @Override
    public void saveVersions(Map<UUID, Long> versions) {
        database.update(
                SAVE_VERSIONS,
                u ->
                        u.bind("kpms", uuids(versions.entrySet(), Map.Entry::getKey))
                                .bind(
                                        "versions",
                                        numbers(versions.entrySet(), Map.Entry::getValue)));
    }

    @Override
    public List<IssuedStep> active(Collection<UUID> kpmIds, Set<Cause> causes) {
        return database.queryWithFreshPlan(
                "SELECT * FROM sanction_step"
                        + " WHERE kpm_id = ANY (:kpms) AND cause = ANY (:causes) AND withdrawn_at IS NULL",
                q ->
                        q.bind("kpms", uuids(kpmIds))
                                .bind("causes", codes(causes, cause -> cause))
                                .map(database.rowsAs(StepRow.class))
                                .map(StepRow::issued)
                                .list());
    }

    @Override
    public Optional<IssuedStep> find(UUID stepId) {
        return find(Set.of(stepId)).stream().findFirst();
    }

    @Override
    public List<IssuedStep> find(Collection<UUID> stepIds) {
        return database.query(
                "SELECT * FROM sanction_step WHERE step_id = ANY (:steps)",
                q ->
                        q.bind("steps", uuids(stepIds))
                                .map(database.rowsAs(StepRow.class))
                                .map(StepRow::issued)
                                .list());
    }

    @Override
    public void issue(List<IssuedStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        database.update(
                ISSUE,
                u ->
                        u.bind("steps", uuids(steps, IssuedStep::stepId))
                                .bind("kpms", uuids(steps, IssuedStep::kpmId))
                                .bind("villages", texts(steps, IssuedStep::villageCode))
                                .bind("periods", texts(steps, s -> s.due().period().text()))
                                .bind("starts", days(steps, s -> s.due().period().firstDay()))
                                .bind("causes", codes(steps, s -> s.due().cause()))
                                .bind("rungs", numbers(steps, s -> s.due().rung()))
                                .bind("runs", numbers(steps, s -> s.due().running()))
                                .bind("kinds", codes(steps, s -> s.due().step()))
                                .bind("protected", flags(steps, s -> s.due().isProtected()))
                                .bind("attributions", codes(steps, s -> s.due().attribution()))
                                .bind("reasons", texts(steps, s -> joined(s.due().reasons())))
                                .bind("notified", texts(steps, s -> joined(s.due().notified())))
                                .bind("policies", texts(steps, s -> s.due().policyCode()))
                                .bind("bases", texts(steps, s -> s.due().legalBasis()))
                                .bind("days", days(steps, IssuedStep::issuedOn))
                                .bind("times", instants(steps, IssuedStep::issuedAt)));
    }

    @Override
    public void withdraw(
            Collection<UUID> stepIds, WithdrawalReason reason, LocalDate on, Instant at) {
        if (stepIds.isEmpty()) {
            return;
        }
        database.update(
                "UPDATE sanction_step SET withdrawn_on = :on, withdrawn_at = :at, withdrawal_reason = :reason"
                        + " WHERE step_id = ANY (:steps)",
                u ->
                        u.bind("on", on)
                                .bind("at", at)
                                .bind("reason", reason)
                                .bind("steps", uuids(stepIds)));
    }

    /** Arrays of arrays cannot be unnested, so the codes of a row are passed as one text. */
    private static String joined(List<String> codes) {
        return String.join(",", codes);
    }
}
