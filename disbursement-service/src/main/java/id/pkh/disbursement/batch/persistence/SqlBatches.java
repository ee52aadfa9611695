package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

@ApplicationScoped
class SqlBatches implements Batches {

    private static final String SELECT =
            "SELECT b.*, c.cycle_code FROM payment_batch b JOIN payment_cycle c USING (cycle_id) WHERE ";

    private static final String INSERT =
            """
            INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name, kind, file_no, message_id,
                                       status, makers, created_at)
            VALUES (:batch, :cycle, :run, :bank, :bic, :account, :debtor, :kind, :fileNo, :message, :status, :makers, :createdAt)
            """;

    private static final String FILLING =
            """
            SELECT b.*, c.cycle_code,
                   (SELECT count(*) FROM payment_instruction i WHERE i.batch_id = b.batch_id) AS instructions
              FROM payment_batch b JOIN payment_cycle c USING (cycle_id)
             WHERE b.run_id = :run AND b.status = 'PREPARING'
             ORDER BY b.bank, b.file_no
            """;

    private final Database database;

    SqlBatches(Database database) {
        this.database = database;
    }

    @Override
    public void add(Batch batch) {
        database.update(
                INSERT,
                u ->
                        u.bind("batch", batch.batchId())
                                .bind("cycle", batch.cycleId())
                                .bind("run", batch.runId())
                                .bind("bank", batch.bank())
                                .bind("bic", batch.bic())
                                .bind("account", batch.fundingAccount())
                                .bind("debtor", batch.debtorName())
                                .bind("kind", batch.kind().name())
                                .bind("fileNo", batch.fileNo())
                                .bind("message", batch.messageId())
                                .bind("status", batch.status().name())
                                .bind("makers", SqlArrays.texts(batch.makers()))
                                .bind("createdAt", batch.createdAt()));
    }

    @Override
    public Optional<Batch> byId(UUID batchId) {
        return one("b.batch_id = :batch", q -> q.bind("batch", batchId));
    }

    @Override
    public Optional<Batch> byMessageId(String messageId) {
        return one("b.message_id = :message", q -> q.bind("message", messageId));
    }

    @Override
    public Optional<Batch> lock(UUID batchId) {
        return one("b.batch_id = :batch FOR NO KEY UPDATE OF b", q -> q.bind("batch", batchId));
    }

    private Optional<Batch> one(String condition, Consumer<Query> bind) {
        return list(condition, bind).stream().findFirst();
    }

    private List<Batch> list(String condition, Consumer<Query> bind) {
        return database.query(
                SELECT + condition,
                q -> {
                    bind.accept(q);
                    return q.map((row, context) -> BatchRows.batch(row)).list();
                });
    }

    @Override
    public List<Filling> filling(UUID runId) {
        return database.query(
                FILLING,
                q ->
                        q.bind("run", runId)
                                .map(
                                        (row, context) ->
                                                new Filling(
                                                        BatchRows.batch(row),
                                                        row.getInt("instructions")))
                                .list());
    }

    @Override
    public void addMaker(UUID runId, String person) {
        database.update(
                "UPDATE payment_batch SET makers = makers || :person::text"
                        + " WHERE run_id = :run AND status = 'PREPARING' AND NOT :person = ANY (makers)",
                u -> u.bind("person", person).bind("run", runId));
    }

    @Override
    public int nextFileNo(UUID cycleId, String bank) {
        return database.query(
                "SELECT coalesce(max(file_no), 0) + 1 FROM payment_batch WHERE cycle_id = :cycle AND bank = :bank",
                q -> q.bind("cycle", cycleId).bind("bank", bank).mapTo(Integer.class).one());
    }

    @Override
    public List<Batch> ofCycle(UUID cycleId, String afterBank, int afterFileNo, int limit) {
        return list(
                "b.cycle_id = :cycle AND (b.bank, b.file_no) > (:bank, :fileNo)"
                        + " ORDER BY b.bank, b.file_no LIMIT :limit",
                q ->
                        q.bind("cycle", cycleId)
                                .bind("bank", afterBank)
                                .bind("fileNo", afterFileNo)
                                .bind("limit", limit));
    }

    @Override
    public List<Batch> unanswered(Instant sentBefore, int limit) {
        return list(
                "b.status = 'SENT' AND b.overdue_marked_at IS NULL AND b.sent_at < :before"
                        + " ORDER BY b.sent_at LIMIT :limit",
                q -> q.bind("before", sentBefore).bind("limit", limit));
    }

    @Override
    public void overdueMarked(UUID batchId, Instant at) {
        changeOne(batchId, "overdue_marked_at = :at", u -> u.bind("at", at));
    }

    @Override
    public void complete(UUID batchId, Figures figures) {
        changeOne(
                batchId,
                "status = 'PREPARED', payments = :payments, amount_idr = :amount, "
                        + "unusual_accounts = :unusual,"
                        + " list_sha256 = :sha256, prepared_at = :at",
                u ->
                        u.bind("payments", figures.payments())
                                .bind("amount", figures.amountIdr())
                                .bind("unusual", figures.unusualAccounts())
                                .bind("sha256", figures.listSha256())
                                .bind("at", figures.at()));
    }

    @Override
    public void approve(UUID batchId, String sha256, String by, Instant at) {
        changeOne(
                batchId,
                "status = 'APPROVED', approved_by = :by, approved_at = :at, approved_sha256 ="
                        + " :sha256",
                u -> u.bind("by", by).bind("at", at).bind("sha256", sha256));
    }

    @Override
    public void send(UUID batchId, String by, Instant at) {
        changeOne(
                batchId,
                "status = 'SENT', sent_by = :by, sent_at = :at",
                u -> u.bind("by", by).bind("at", at));
    }

    @Override
    public void giveFile(UUID batchId, Instant at) {
        changeOne(batchId, "file_given_at = coalesce(file_given_at, :at)", u -> u.bind("at", at));
    }

    @Override
    public List<Batch> withFile(String bank, UUID after, int limit) {
        Conditions where =
                new Conditions()
                        .and("b.status IN ('APPROVED', 'SENT')")
                        .andIfGiven("b.bank = ?", bank)
                        .andIfGiven("b.batch_id > ?", after);
        return list(
                where.sql() + " ORDER BY b.batch_id LIMIT :limit",
                q -> q.bindMap(where.values()).bind("limit", limit));
    }

    @Override
    public void reject(UUID batchId, String reason, String by, Instant at) {
        changeOne(
                batchId,
                "status = 'REJECTED', rejection_reason = :reason, rejected_by = :by, "
                        + "rejected_at = :at",
                u -> u.bind("reason", reason).bind("by", by).bind("at", at));
    }

    private void changeOne(UUID batchId, String set, Consumer<Update> bind) {
        int changed =
                database.update(
                        "UPDATE payment_batch SET " + set + " WHERE batch_id = :batch",
                        u -> bind.accept(u.bind("batch", batchId)));
        if (changed != 1) {
            throw new IllegalStateException(changed + " batches changed instead of one");
        }
    }
}
