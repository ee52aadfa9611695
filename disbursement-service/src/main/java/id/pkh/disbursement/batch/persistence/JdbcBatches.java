package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.jdbc.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcBatches implements Batches {

    private static final String SELECT =
            "SELECT b.*, c.cycle_code FROM payment_batch b JOIN payment_cycle c USING (cycle_id) ";

    private static final String FILLING =
            """
            SELECT b.*, c.cycle_code,
                   (SELECT count(*) FROM payment_instruction i WHERE i.batch_id = b.batch_id) AS instructions
              FROM payment_batch b JOIN payment_cycle c USING (cycle_id)
             WHERE b.run_id = ? AND b.status = 'PREPARING'
             ORDER BY b.bank, b.file_no
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    JdbcBatches(Database database) {
        this.database = database;
    }

    @Override
    public void add(Batch batch) {
        database.update(
                "INSERT INTO payment_batch (batch_id, cycle_id, run_id, bank, bic, funding_account, debtor_name,"
                        + " kind, file_no, message_id, status, makers, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                p ->
                        p.uuid(batch.batchId())
                                .uuid(batch.cycleId())
                                .uuid(batch.runId())
                                .text(batch.bank())
                                .text(batch.bic())
                                .text(batch.fundingAccount())
                                .text(batch.debtorName())
                                .text(batch.kind().name())
                                .number(batch.fileNo())
                                .text(batch.messageId())
                                .text(batch.status().name())
                                .texts(batch.makers())
                                .instant(batch.createdAt()));
    }

    @Override
    public Optional<Batch> byId(UUID batchId) {
        return database.first(
                SELECT + "WHERE b.batch_id = ?", p -> p.uuid(batchId), BatchRows::batch);
    }

    @Override
    public Optional<Batch> byMessageId(String messageId) {
        return database.first(
                SELECT + "WHERE b.message_id = ?", p -> p.text(messageId), BatchRows::batch);
    }

    @Override
    public Optional<Batch> lock(UUID batchId) {
        return database.first(
                SELECT + "WHERE b.batch_id = ? FOR NO KEY UPDATE OF b",
                p -> p.uuid(batchId),
                BatchRows::batch);
    }

    @Override
    public List<Filling> filling(UUID runId) {
        return database.list(
                FILLING,
                p -> p.uuid(runId),
                row -> new Filling(BatchRows.batch(row), row.getInt("instructions")));
    }

    @Override
    public void addMaker(UUID runId, String person) {
        database.update(
                "UPDATE payment_batch SET makers = makers || ?"
                        + " WHERE run_id = ? AND status = 'PREPARING' AND NOT ? = ANY (makers)",
                p -> p.text(person).uuid(runId).text(person));
    }

    @Override
    public int nextFileNo(UUID cycleId, String bank) {
        return database.first(
                        "SELECT coalesce(max(file_no), 0) + 1 FROM payment_batch WHERE cycle_id = ? AND bank = ?",
                        p -> p.uuid(cycleId).text(bank),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    @Override
    public List<Batch> ofCycle(UUID cycleId, String afterBank, int afterFileNo, int limit) {
        return database.list(
                SELECT
                        + "WHERE b.cycle_id = ? AND (b.bank, b.file_no) > (?, ?)"
                        + " ORDER BY b.bank, b.file_no LIMIT ?",
                p -> p.uuid(cycleId).text(afterBank).number(afterFileNo).number(limit),
                BatchRows::batch);
    }

    @Override
    public List<Batch> unanswered(Instant sentBefore, int limit) {
        return database.list(
                SELECT
                        + "WHERE b.status = 'SENT' AND b.sent_at < ? AND EXISTS (SELECT 1 FROM instruction_page p"
                        + " WHERE p.batch_id = b.batch_id AND p.is_silent) ORDER BY b.sent_at LIMIT ?",
                p -> p.instant(sentBefore).number(limit),
                BatchRows::batch);
    }

    @Override
    public void complete(UUID batchId, Figures figures) {
        changeOne(
                database.update(
                        "UPDATE payment_batch SET status = 'PREPARED', payments = ?, amount_idr = ?,"
                                + " unusual_accounts = ?, list_sha256 = ?, prepared_at = ? WHERE batch_id = ?",
                        p ->
                                p.number(figures.payments())
                                        .number(figures.amountIdr())
                                        .number(figures.unusualAccounts())
                                        .text(figures.listSha256())
                                        .instant(figures.at())
                                        .uuid(batchId)));
    }

    @Override
    public void approve(UUID batchId, String sha256, String by, Instant at) {
        changeOne(
                database.update(
                        "UPDATE payment_batch SET status = 'APPROVED', approved_by = ?, approved_at = ?,"
                                + " approved_sha256 = ? WHERE batch_id = ?",
                        p -> p.text(by).instant(at).text(sha256).uuid(batchId)));
    }

    @Override
    public void send(UUID batchId, String by, Instant at) {
        changeOne(
                database.update(
                        "UPDATE payment_batch SET status = 'SENT', sent_by = ?, sent_at = ? WHERE batch_id = ?",
                        p -> p.text(by).instant(at).uuid(batchId)));
    }

    @Override
    public void giveFile(UUID batchId, Instant at) {
        changeOne(
                database.update(
                        "UPDATE payment_batch SET file_given_at = coalesce(file_given_at, ?) WHERE batch_id = ?",
                        p -> p.instant(at).uuid(batchId)));
    }

    @Override
    public List<Batch> withFile(String bank, UUID after, int limit) {
        return database.list(
                SELECT
                        + "WHERE b.status IN ('APPROVED', 'SENT') AND (?::text IS NULL OR b.bank = ?)"
                        + " AND b.batch_id > ? ORDER BY b.batch_id LIMIT ?",
                p -> p.text(bank).text(bank).uuid(after == null ? BEFORE_ALL : after).number(limit),
                BatchRows::batch);
    }

    @Override
    public void reject(UUID batchId, String reason, String by, Instant at) {
        changeOne(
                database.update(
                        "UPDATE payment_batch SET status = 'REJECTED', rejection_reason = ?, rejected_by = ?,"
                                + " rejected_at = ? WHERE batch_id = ?",
                        p -> p.text(reason).text(by).instant(at).uuid(batchId)));
    }

    private static void changeOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException(changed + " batches changed instead of one");
        }
    }
}
