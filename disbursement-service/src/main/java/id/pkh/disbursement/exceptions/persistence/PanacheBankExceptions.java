package id.pkh.disbursement.exceptions.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People propose and confirm on the entity; what is added or settled in bulk is SQL. */
@ApplicationScoped
class PanacheBankExceptions
        implements BankExceptions, PanacheRepositoryBase<BankExceptionEntity, UUID> {

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
            DO UPDATE SET reason = excluded.reason, bank = excluded.bank,
                          version = bank_exception.version
                                    + (bank_exception.reason IS DISTINCT FROM excluded.reason)::int
            """;

    private static final String SETTLE =
            """
            UPDATE bank_exception SET state = 'RESOLVED', resolved_by = :by, resolved_at = :at, resolved_by_ministry = true
             WHERE payment_id = ANY (:payments) AND exception_class = 'NOT_INSTRUCTED' AND state <> 'RESOLVED'
            """;

    private static final String OPEN_CORRECTIONS =
            """
            INSERT INTO bank_exception (exception_id, exception_class, reason, bank, cycle_id, village_code, kpm_id, payment_id,
                                        batch_id, instruction_id, amount_idr, found_at, state)
            SELECT refused.exception_id, 'CORRECTION_PENDING', i.status_reason, b.bank, i.cycle_id, i.village_code, i.kpm_id,
                   i.payment_id, i.batch_id, i.instruction_id, i.amount_idr, :at, 'OPEN'
              FROM unnest(:ids, :instructions) AS refused (exception_id, instruction_id)
              JOIN payment_instruction i USING (instruction_id)
              JOIN payment_batch b USING (batch_id)
              JOIN bank_reason_correction r ON r.reason = i.status_reason
             WHERE i.status IN ('REJECTED', 'RETURNED')
            ON CONFLICT DO NOTHING
            """;

    private static final String SETTLE_CORRECTED =
            """
            UPDATE bank_exception e
               SET state = 'RESOLVED', resolved_by = 'ACCOUNT_CONFIRMED ' || c.change_id, resolved_at = :at,
                   settled_by_fact = 'ACCOUNT_CONFIRMED'
              FROM payment_batch b, account_confirmation c
             WHERE e.kpm_id = ANY (:kpms) AND e.exception_class = 'CORRECTION_PENDING' AND e.state <> 'RESOLVED'
               AND b.batch_id = e.batch_id AND c.kpm_id = e.kpm_id
               AND c.confirmed_at > coalesce((SELECT t.taken_at FROM taken_out_payment t WHERE t.instruction_id = e.instruction_id),
                                             b.prepared_at)
            """;

    private static final String COUNT_OPEN =
            """
            SELECT exception_class, count(*) AS open, count(*) FILTER (WHERE due_on < :today) AS overdue,
                   min(found_at) AS oldest_found_at
              FROM bank_exception WHERE state <> 'RESOLVED' GROUP BY exception_class
            """;

    private static final String LEFT_OUT =
            """
            SELECT reason, count(*) AS payments FROM bank_exception
             WHERE cycle_id = :cycle AND exception_class = 'NOT_INSTRUCTED' AND state <> 'RESOLVED'
             GROUP BY reason ORDER BY reason
            """;

    private final Database database;

    PanacheBankExceptions(Database database) {
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

    @Override
    public void openCorrections(Collection<UUID> instructionIds, Instant at) {
        List<UUID> exceptionIds =
                instructionIds.stream().map(each -> UuidCreator.getTimeOrderedEpoch()).toList();
        database.update(
                OPEN_CORRECTIONS,
                u ->
                        u.bind("ids", SqlArrays.uuids(exceptionIds))
                                .bind("instructions", SqlArrays.uuids(instructionIds))
                                .bind("at", at));
    }

    /** Of several confirmed accounts any one proves that the account was changed. */
    @Override
    public void settleCorrected(Collection<UUID> kpmIds, Instant at) {
        database.update(
                SETTLE_CORRECTED, u -> u.bind("kpms", SqlArrays.uuids(kpmIds)).bind("at", at));
    }

    @Override
    public List<OpenOfClass> countOpen(LocalDate today) {
        return database.query(
                COUNT_OPEN,
                q -> q.bind("today", today).map(database.rowsAs(OpenOfClass.class)).list());
    }

    @Override
    public List<LeftOut> leftOut(UUID cycleId) {
        return database.query(
                LEFT_OUT, q -> q.bind("cycle", cycleId).map(database.rowsAs(LeftOut.class)).list());
    }

    /** An exception without a village is shown only to callers who may see all villages. */
    @Override
    public List<BankException> page(Filter filter) {
        Conditions where =
                new Conditions()
                        .andIfGiven("exception_id > ?", filter.after())
                        .andIfGiven("bank = ?", filter.bank())
                        .andIfGiven(
                                "exception_class = ANY (?)",
                                filter.classes() == null
                                        ? null
                                        : SqlArrays.texts(filter.classes(), name -> name))
                        .andIfGiven("(state <> 'RESOLVED') = ?", filter.open())
                        .andIfGiven("state <> 'RESOLVED' AND due_on < ?", filter.overdueOn());
        if (!filter.scope().isEverywhere()) {
            where.andAnyArea("village_code", filter.scope().codes());
        }
        List<UUID> ids =
                database.query(
                        "SELECT exception_id FROM bank_exception WHERE "
                                + where.sql()
                                + " ORDER BY exception_id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", filter.limit() + 1)
                                        .mapTo(UUID.class)
                                        .list());
        return list("exceptionId in ?1 order by exceptionId", ids).stream()
                .map(BankExceptionEntity::toException)
                .toList();
    }

    @Override
    public Optional<BankException> lock(UUID exceptionId) {
        return findByIdOptional(exceptionId, LockModeType.PESSIMISTIC_WRITE)
                .map(BankExceptionEntity::toException);
    }

    @Override
    public BankException propose(UUID exceptionId, Proposal proposal, Settler by, Instant at) {
        BankExceptionEntity exception = findById(exceptionId);
        exception.state = State.PROPOSED;
        exception.proposal = proposal.reason();
        exception.finding = proposal.finding();
        exception.evidence = proposal.evidence();
        exception.version++;
        exception.proposedBy = by.subject();
        exception.proposedByMinistry = by.ofMinistry();
        exception.proposedAt = at;
        return saved(exception);
    }

    @Override
    public BankException resolve(UUID exceptionId, Settler by, Instant at) {
        BankExceptionEntity exception = findById(exceptionId);
        exception.state = State.RESOLVED;
        exception.resolvedBy = by.subject();
        exception.resolvedByMinistry = by.ofMinistry();
        exception.resolvedAt = at;
        return saved(exception);
    }

    /** Returns what the database has kept. */
    private BankException saved(BankExceptionEntity exception) {
        flush();
        getEntityManager().refresh(exception);
        return exception.toException();
    }
}
