package id.pkh.disbursement.exceptions.persistence;

import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlBankExceptions implements BankExceptions {

    private static final String INSERT =
            """
            INSERT INTO bank_exception (exception_id, exception_class, reason, bank, cycle_id, village_code, kpm_id, payment_id,
                                        batch_id, instruction_id, report_id, line_no, amount_idr, found_at, state)
            SELECT exception_id, exception_class, reason, bank, cycle_id, village_code, kpm_id, payment_id,
                   batch_id, instruction_id, report_id, line_no, amount_idr, found_at, 'OPEN'
              FROM unnest(:ids, :classes, :reasons, :banks, :cycles, :villages, :kpms, :payments, :batches, :instructions,
                          :reports, :lines, :amounts, :times)
                AS found (exception_id, exception_class, reason, bank, cycle_id, village_code, kpm_id, payment_id,
                          batch_id, instruction_id, report_id, line_no, amount_idr, found_at)
            ON CONFLICT (payment_id) WHERE exception_class = 'NOT_INSTRUCTED' AND state <> 'RESOLVED'
            DO UPDATE SET reason = excluded.reason, bank = excluded.bank
            """;

    private static final String SETTLE =
            """
            UPDATE bank_exception SET state = 'RESOLVED', resolved_by = :by, resolved_at = :at
             WHERE payment_id = ANY (:payments) AND exception_class = 'NOT_INSTRUCTED' AND state <> 'RESOLVED'
            """;

    private final Database database;

    SqlBankExceptions(Database database) {
        this.database = database;
    }

    @Override
    public void add(List<BankException> found) {
        if (found.isEmpty()) {
            return;
        }
        database.update(
                INSERT,
                u ->
                        u.bind("ids", SqlArrays.uuids(found, BankException::exceptionId))
                                .bind(
                                        "classes",
                                        SqlArrays.texts(found, BankException::exceptionClass))
                                .bind("reasons", SqlArrays.texts(found, BankException::reason))
                                .bind("banks", SqlArrays.texts(found, one -> one.about().bank()))
                                .bind(
                                        "cycles",
                                        SqlArrays.uuids(found, one -> one.about().cycleId()))
                                .bind(
                                        "villages",
                                        SqlArrays.texts(found, one -> one.about().villageCode()))
                                .bind("kpms", SqlArrays.uuids(found, one -> one.about().kpmId()))
                                .bind(
                                        "payments",
                                        SqlArrays.uuids(found, one -> one.about().paymentId()))
                                .bind(
                                        "batches",
                                        SqlArrays.uuids(found, one -> one.about().batchId()))
                                .bind(
                                        "instructions",
                                        SqlArrays.uuids(found, one -> one.about().instructionId()))
                                .bind(
                                        "reports",
                                        SqlArrays.uuids(found, one -> one.about().reportId()))
                                .bind(
                                        "lines",
                                        SqlArrays.numbers(found, one -> one.about().lineNo()))
                                .bind(
                                        "amounts",
                                        SqlArrays.numbers(found, one -> one.about().amountIdr()))
                                .bind("times", SqlArrays.instants(found, BankException::foundAt)));
    }

    @Override
    public void settleInstructed(Collection<UUID> paymentIds, String by, Instant at) {
        if (!paymentIds.isEmpty()) {
            database.update(
                    SETTLE,
                    u ->
                            u.bind("by", by)
                                    .bind("at", at)
                                    .bind("payments", SqlArrays.uuids(paymentIds)));
        }
    }

    /** An exception without a village is shown only to callers who may see all villages. */
    @Override
    public List<BankException> page(Filter filter) {
        Conditions where =
                new Conditions()
                        .andIfGiven("exception_id > ?", filter.after())
                        .andIfGiven("bank = ?", filter.bank())
                        .andIfGiven("exception_class = ?", filter.exceptionClass())
                        .andIfGiven("(state <> 'RESOLVED') = ?", filter.open());
        if (!filter.scope().isEverywhere()) {
            where.andAnyArea("village_code", filter.scope().codes());
        }
        return database.query(
                "SELECT * FROM bank_exception WHERE "
                        + where.sql()
                        + " ORDER BY exception_id LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", filter.limit() + 1)
                                .map((row, context) -> ExceptionRows.exception(row))
                                .list());
    }

    @Override
    public Optional<BankException> lock(UUID exceptionId) {
        return database.query(
                "SELECT * FROM bank_exception WHERE exception_id = :exception FOR UPDATE",
                q ->
                        q.bind("exception", exceptionId)
                                .map((row, context) -> ExceptionRows.exception(row))
                                .findOne());
    }

    @Override
    public void propose(UUID exceptionId, String proposal, String finding, String by, Instant at) {
        database.update(
                "UPDATE bank_exception SET state = 'PROPOSED', proposal = :proposal, finding = :finding,"
                        + " proposed_by = :by, proposed_at = :at WHERE exception_id = :exception",
                u ->
                        u.bind("proposal", proposal)
                                .bind("finding", finding)
                                .bind("by", by)
                                .bind("at", at)
                                .bind("exception", exceptionId));
    }

    @Override
    public void resolve(UUID exceptionId, String by, Instant at) {
        database.update(
                "UPDATE bank_exception SET state = 'RESOLVED', resolved_by = :by, resolved_at = :at"
                        + " WHERE exception_id = :exception",
                u -> u.bind("by", by).bind("at", at).bind("exception", exceptionId));
    }
}
