package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.TakenOutPayments;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlTakenOutPayments implements TakenOutPayments {

    private static final String ADD =
            """
            INSERT INTO taken_out_payment (instruction_id, batch_id, payment_id, amount_idr, reason, words, taken_by, taken_at,
                                           former_sha256, list_sha256)
            VALUES (:instruction, :batch, :payment, :amount, :reason, :words, :by, :at, :former, :list)
            """;

    private static final String AFTER =
            """
            SELECT i.line_no, t.payment_id, i.kpm_id, i.village_code, t.amount_idr, t.reason, t.words, t.taken_by, t.taken_at,
                   t.list_sha256, e.exception_id, e.state = 'RESOLVED' AS settled
              FROM taken_out_payment t
              JOIN payment_instruction i USING (instruction_id)
              JOIN bank_exception e ON e.instruction_id = t.instruction_id AND e.exception_class = 'CORRECTION_PENDING'
             WHERE t.batch_id = :batch AND i.line_no > :line
             ORDER BY i.line_no LIMIT :limit
            """;

    private final Database database;

    SqlTakenOutPayments(Database database) {
        this.database = database;
    }

    @Override
    public void add(TakenOut takenOut) {
        database.update(
                ADD,
                u ->
                        u.bind("instruction", takenOut.instructionId())
                                .bind("batch", takenOut.batchId())
                                .bind("payment", takenOut.paymentId())
                                .bind("amount", takenOut.amountIdr())
                                .bind("reason", takenOut.reason().name())
                                .bind("words", takenOut.words())
                                .bind("by", takenOut.by())
                                .bind("at", takenOut.at())
                                .bind("former", takenOut.formerSha256())
                                .bind("list", takenOut.listSha256()));
    }

    @Override
    public List<TakenOutLine> after(UUID batchId, int lineNo, int limit) {
        return database.query(
                AFTER,
                q ->
                        q.bind("batch", batchId)
                                .bind("line", lineNo)
                                .bind("limit", limit)
                                .map(database.rowsAs(TakenOutLine.class))
                                .list());
    }
}
