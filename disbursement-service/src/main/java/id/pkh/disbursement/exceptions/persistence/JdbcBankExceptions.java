package id.pkh.disbursement.exceptions.persistence;

import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.jdbc.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcBankExceptions implements BankExceptions {

    private static final String INSERT =
            """
            INSERT INTO bank_exception (exception_id, exception_class, reason, bank, cycle_id, village_code, kpm_id, payment_id,
                                        batch_id, instruction_id, report_id, line_no, amount_idr, found_at, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
            ON CONFLICT (payment_id) WHERE exception_class = 'NOT_INSTRUCTED' AND state <> 'RESOLVED'
            DO UPDATE SET reason = excluded.reason, bank = excluded.bank
            """;

    private static final String SETTLE =
            """
            UPDATE bank_exception SET state = 'RESOLVED', resolved_by = ?, resolved_at = ?
             WHERE payment_id = ANY (?) AND exception_class = 'NOT_INSTRUCTED' AND state <> 'RESOLVED'
            """;

    /** What belongs to no village is for those who see all of them. */
    private static final String PAGE =
            """
            SELECT * FROM bank_exception
             WHERE exception_id > ?
               AND (?::text IS NULL OR bank = ?)
               AND (?::text IS NULL OR exception_class = ?)
               AND (?::text IS NULL OR (state <> 'RESOLVED') = ?::boolean)
               AND (? OR village_code LIKE ANY (?))
             ORDER BY exception_id LIMIT ?
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    JdbcBankExceptions(Database database) {
        this.database = database;
    }

    @Override
    public void add(List<BankException> found) {
        database.batch(
                INSERT,
                found,
                (p, exception) ->
                        p.uuid(exception.exceptionId())
                                .text(exception.exceptionClass())
                                .text(exception.reason())
                                .text(exception.about().bank())
                                .uuid(exception.about().cycleId())
                                .text(exception.about().villageCode())
                                .uuid(exception.about().kpmId())
                                .uuid(exception.about().paymentId())
                                .uuid(exception.about().batchId())
                                .uuid(exception.about().instructionId())
                                .uuid(exception.about().reportId())
                                .numberOrNull(exception.about().lineNo())
                                .numberOrNull(exception.about().amountIdr())
                                .instant(exception.foundAt()));
    }

    @Override
    public void settleInstructed(Collection<UUID> paymentIds, String by, Instant at) {
        if (!paymentIds.isEmpty()) {
            database.update(SETTLE, p -> p.text(by).instant(at).uuids(paymentIds));
        }
    }

    @Override
    public List<BankException> page(Filter filter) {
        return database.list(
                PAGE,
                p ->
                        p.uuid(filter.after() == null ? BEFORE_ALL : filter.after())
                                .text(filter.bank())
                                .text(filter.bank())
                                .text(filter.exceptionClass())
                                .text(filter.exceptionClass())
                                .text(filter.open() == null ? null : filter.open().toString())
                                .text(filter.open() == null ? null : filter.open().toString())
                                .flag(filter.scope().isEverywhere())
                                .texts(Arrays.asList(filter.scope().likePatterns()))
                                .number(filter.limit() + 1L),
                ExceptionRows::exception);
    }

    @Override
    public Optional<BankException> lock(UUID exceptionId) {
        return database.first(
                "SELECT * FROM bank_exception WHERE exception_id = ? FOR UPDATE",
                p -> p.uuid(exceptionId),
                ExceptionRows::exception);
    }

    @Override
    public void propose(UUID exceptionId, String proposal, String finding, String by, Instant at) {
        database.update(
                "UPDATE bank_exception SET state = 'PROPOSED', proposal = ?, finding = ?, proposed_by = ?,"
                        + " proposed_at = ? WHERE exception_id = ?",
                p -> p.text(proposal).text(finding).text(by).instant(at).uuid(exceptionId));
    }

    @Override
    public void resolve(UUID exceptionId, String by, Instant at) {
        database.update(
                "UPDATE bank_exception SET state = 'RESOLVED', resolved_by = ?, resolved_at = ?"
                        + " WHERE exception_id = ?",
                p -> p.text(by).instant(at).uuid(exceptionId));
    }
}
