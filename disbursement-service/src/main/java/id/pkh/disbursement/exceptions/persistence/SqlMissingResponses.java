package id.pkh.disbursement.exceptions.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.MissingResponses;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Set-wise: a file has up to a hundred thousand payments. */
@ApplicationScoped
class SqlMissingResponses implements MissingResponses {

    private static final String ADD =
            """
            INSERT INTO bank_exception (exception_id, exception_class, reason, bank, cycle_id, batch_id, amount_idr, payments, found_at,
                                        state)
            VALUES (:id, 'MISSING_AFTER_SLA', :reason, :bank, :cycle, :batch, :amount, :payments, :at, 'OPEN')
            ON CONFLICT (batch_id) WHERE exception_class = 'MISSING_AFTER_SLA' AND state <> 'RESOLVED' AND payments IS NOT NULL
            DO UPDATE SET amount_idr = bank_exception.amount_idr + excluded.amount_idr,
                          payments = bank_exception.payments + excluded.payments
            """;

    private static final String SETTLE_ANSWERED =
            """
            UPDATE bank_exception e
               SET state = 'RESOLVED', resolved_by = 'ANSWERED', resolved_at = :at, settled_by_fact = 'ANSWERED'
             WHERE e.batch_id = :batch AND e.exception_class = 'MISSING_AFTER_SLA' AND e.state <> 'RESOLVED'
               AND (e.payments IS NOT NULL
                    AND NOT EXISTS (SELECT FROM payment_instruction WHERE batch_id = :batch AND status = 'UNKNOWN')
                    OR e.instruction_id IS NOT NULL
                    AND NOT EXISTS (SELECT FROM payment_instruction i
                                     WHERE i.instruction_id = e.instruction_id AND i.status = 'UNKNOWN'))
            """;

    private static final String OPEN_FILE =
            """
            SELECT b.payments FROM bank_exception e JOIN payment_batch b USING (batch_id)
             WHERE e.batch_id = :batch AND e.exception_class = 'MISSING_AFTER_SLA' AND e.state <> 'RESOLVED'
               AND e.payments IS NOT NULL
               FOR UPDATE OF e
            """;

    private static final String UNANSWERED =
            """
            SELECT instruction_id FROM payment_instruction WHERE batch_id = :batch AND status = 'UNKNOWN'
             ORDER BY line_no LIMIT :atMost
            """;

    /** The deadline is that of the file, because the bank has had its time. */
    private static final String ASK =
            """
            INSERT INTO bank_exception (exception_id, exception_class, reason, bank, cycle_id, village_code, kpm_id, payment_id,
                                        batch_id, instruction_id, amount_idr, found_at, state)
            SELECT asked.exception_id, e.exception_class, e.reason, e.bank, e.cycle_id, i.village_code, i.kpm_id, i.payment_id,
                   i.batch_id, i.instruction_id, i.amount_idr, e.found_at, 'OPEN'
              FROM unnest(:ids, :instructions) AS asked (exception_id, instruction_id)
              JOIN payment_instruction i USING (instruction_id)
              JOIN bank_exception e ON e.batch_id = i.batch_id AND e.exception_class = 'MISSING_AFTER_SLA'
                                   AND e.state <> 'RESOLVED' AND e.payments IS NOT NULL
            ON CONFLICT DO NOTHING
            """;

    private static final String GIVE_WAY =
            """
            UPDATE bank_exception
               SET state = 'RESOLVED', resolved_by = 'ASKED_ONE_BY_ONE', resolved_at = :at, settled_by_fact = 'ASKED_ONE_BY_ONE'
             WHERE batch_id = :batch AND exception_class = 'MISSING_AFTER_SLA' AND state <> 'RESOLVED' AND payments IS NOT NULL
            """;

    private final Database database;

    SqlMissingResponses(Database database) {
        this.database = database;
    }

    @Override
    public void add(BankException found, int payments) {
        database.update(
                ADD,
                u ->
                        u.bind("id", found.exceptionId())
                                .bind("reason", found.reason())
                                .bind("bank", found.about().bank())
                                .bind("cycle", found.about().cycleId())
                                .bind("batch", found.about().batchId())
                                .bind("amount", found.about().amountIdr())
                                .bind("payments", payments)
                                .bind("at", found.foundAt()));
    }

    @Override
    public void settleAnswered(UUID batchId, Instant at) {
        database.update(SETTLE_ANSWERED, u -> u.bind("batch", batchId).bind("at", at));
    }

    @Override
    public Optional<OpenFile> openFile(UUID batchId, int atMost) {
        return database.query(
                        OPEN_FILE, q -> q.bind("batch", batchId).mapTo(Long.class).findFirst())
                .map(payments -> new OpenFile(payments, unanswered(batchId, atMost)));
    }

    private List<UUID> unanswered(UUID batchId, int atMost) {
        return database.query(
                UNANSWERED,
                q -> q.bind("batch", batchId).bind("atMost", atMost).mapTo(UUID.class).list());
    }

    @Override
    public void askOneByOne(UUID batchId, List<UUID> instructionIds, Instant at) {
        List<UUID> exceptionIds =
                instructionIds.stream().map(each -> UuidCreator.getTimeOrderedEpoch()).toList();
        database.update(
                ASK,
                u ->
                        u.bind("ids", SqlArrays.uuids(exceptionIds))
                                .bind("instructions", SqlArrays.uuids(instructionIds)));
        database.update(GIVE_WAY, u -> u.bind("batch", batchId).bind("at", at));
    }
}
