package id.pkh.disbursement.money.persistence;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.UnpublishedChanges;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlUnpublishedChanges implements UnpublishedChanges {

    private static final String TAKE =
            """
            WITH taken AS (
                DELETE FROM unpublished_status_change
                 WHERE change_id IN (SELECT change_id FROM unpublished_status_change ORDER BY change_id LIMIT :limit)
                RETURNING *)
            SELECT t.*, i.payment_id, i.kpm_id, i.village_code, i.amount_idr, i.attempt, b.batch_id, b.bank, c.cycle_code
              FROM taken t
              JOIN payment_instruction i USING (instruction_id)
              JOIN payment_batch b USING (batch_id)
              JOIN payment_cycle c ON c.cycle_id = b.cycle_id
             ORDER BY t.change_id
            """;

    private final Database database;
    private final AdvisoryLocks locks;

    SqlUnpublishedChanges(Database database, AdvisoryLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    @Override
    public void lock() {
        locks.take("disbursement.unpublished-changes");
    }

    @Override
    public List<Unpublished> take(int limit) {
        return database.query(
                TAKE, q -> q.bind("limit", limit).map((row, context) -> unpublished(row)).list());
    }

    private static Unpublished unpublished(ResultSet row) throws SQLException {
        Instruction before =
                new Instruction(
                        row.getObject("instruction_id", UUID.class),
                        row.getObject("payment_id", UUID.class),
                        row.getObject("kpm_id", UUID.class),
                        row.getString("village_code"),
                        row.getLong("amount_idr"),
                        row.getInt("attempt"),
                        InstructionStatus.valueOf(row.getString("old_status")),
                        null,
                        null);
        return new Unpublished(
                new BatchReference(
                        row.getObject("batch_id", UUID.class),
                        row.getString("bank"),
                        row.getString("cycle_code")),
                new Causation(
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("traceparent")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new StatusChange(
                        before,
                        InstructionStatus.valueOf(row.getString("new_status")),
                        null,
                        null,
                        row.getString("reason")));
    }
}
