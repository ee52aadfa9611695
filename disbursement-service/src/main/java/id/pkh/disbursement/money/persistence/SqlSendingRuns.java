package id.pkh.disbursement.money.persistence;

import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.SendingRuns;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlSendingRuns implements SendingRuns {

    private static final String LOCK =
            """
            SELECT r.*, b.bank, b.payments, b.sent_by, b.sent_at, c.cycle_code
              FROM sending_run r JOIN payment_batch b USING (batch_id) JOIN payment_cycle c USING (cycle_id)
             WHERE r.batch_id = :batch AND r.finished_at IS NULL FOR UPDATE OF r
            """;

    private final Database database;

    SqlSendingRuns(Database database) {
        this.database = database;
    }

    @Override
    public void begin(UUID batchId, Causation act) {
        database.update(
                "INSERT INTO sending_run (batch_id, correlation_id, causation_id, traceparent)"
                        + " VALUES (:batch, :correlation, :causation, :traceparent)",
                u ->
                        u.bind("batch", batchId)
                                .bind("correlation", act.correlationId())
                                .bind("causation", act.causationId())
                                .bind("traceparent", act.traceparent()));
    }

    @Override
    public Optional<SendingRun> lockUnfinished(UUID batchId) {
        return database.query(
                LOCK, q -> q.bind("batch", batchId).map((row, context) -> run(row)).findOne());
    }

    private static SendingRun run(ResultSet row) throws SQLException {
        return new SendingRun(
                new BatchReference(
                        row.getObject("batch_id", UUID.class),
                        row.getString("bank"),
                        row.getString("cycle_code")),
                row.getInt("payments"),
                row.getString("sent_by"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getInt("posted_line"),
                new Causation(
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("traceparent")));
    }

    @Override
    public List<UUID> unfinished() {
        return database.query(
                "SELECT batch_id FROM sending_run WHERE finished_at IS NULL ORDER BY batch_id",
                q -> q.mapTo(UUID.class).list());
    }

    @Override
    public Optional<Instant> oldestUnfinished() {
        return database.query(
                "SELECT b.sent_at FROM sending_run r JOIN payment_batch b USING (batch_id)"
                        + " WHERE r.finished_at IS NULL ORDER BY b.sent_at LIMIT 1",
                q -> q.mapTo(Instant.class).findOne());
    }

    @Override
    public void advance(UUID batchId, int postedLine) {
        database.update(
                "UPDATE sending_run SET posted_line = :line WHERE batch_id = :batch",
                u -> u.bind("line", postedLine).bind("batch", batchId));
    }

    @Override
    public void finish(UUID batchId, Instant at) {
        database.update(
                "UPDATE sending_run SET finished_at = :at WHERE batch_id = :batch",
                u -> u.bind("at", at).bind("batch", batchId));
    }
}
