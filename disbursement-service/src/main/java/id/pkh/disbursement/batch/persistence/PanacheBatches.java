package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.batch.domain.BatchStatus;
import id.pkh.disbursement.exceptions.domain.AnswerTimes;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A batch is loaded, changed and saved by itself, and so it is an entity. Each change is flushed at
 * once, because statements in the same transaction read the table.
 */
@ApplicationScoped
class PanacheBatches implements Batches, PanacheRepositoryBase<BatchEntity, UUID> {

    private static final String FILLING = "runId = ?1 and status = PREPARING order by bank, fileNo";
    private static final String OF_CYCLE =
            "cycleId = ?1 and (bank, fileNo) > (?2, ?3) order by bank, fileNo";
    private static final String UNANSWERED =
            "status = SENT and overdueMarkedAt is null and sentAt < ?1";
    private static final String WITH_FILE =
            "status in (APPROVED, SENT) and (?1 is null or bank = ?1) and batchId > ?2 order by batchId";
    private static final String NEXT_FILE_NO =
            "select coalesce(max(fileNo), 0) + 1 from BatchEntity where cycleId = ?1 and bank = ?2";
    private static final String PREPARED =
            "select batchId from BatchEntity where cycleId = ?1 and status = PREPARED order by bank, fileNo";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Override
    public void add(Batch batch) {
        write(BatchEntity.of(batch));
    }

    /**
     * Reads the row again each time, because a request may have changed the batch between two
     * calls.
     */
    @Override
    public Optional<Batch> byId(UUID batchId) {
        Optional<BatchEntity> batch = findByIdOptional(batchId);
        batch.ifPresent(getEntityManager()::detach);
        return batch.map(BatchEntity::toBatch);
    }

    @Override
    public Optional<Batch> byMessageId(String messageId) {
        return find("messageId", messageId).firstResultOptional().map(BatchEntity::toBatch);
    }

    @Override
    public Optional<Batch> lock(UUID batchId) {
        return findByIdOptional(batchId, LockModeType.PESSIMISTIC_WRITE).map(BatchEntity::toBatch);
    }

    @Override
    public List<Batch> filling(UUID runId) {
        return batches(find(FILLING, runId));
    }

    @Override
    public List<UUID> prepared(UUID cycleId) {
        return find(PREPARED, cycleId).project(UUID.class).list();
    }

    @Override
    public void addMaker(UUID runId, String person) {
        for (BatchEntity batch : list(FILLING, runId)) {
            addMaker(batch, person);
            write(batch);
        }
    }

    private static void addMaker(BatchEntity batch, String person) {
        if (!batch.makers.contains(person)) {
            batch.makers = Stream.concat(batch.makers.stream(), Stream.of(person)).toList();
        }
    }

    @Override
    public int nextFileNo(UUID cycleId, String bank) {
        return find(NEXT_FILE_NO, cycleId, bank).project(Integer.class).singleResult();
    }

    @Override
    public List<Batch> ofCycle(UUID cycleId, String afterBank, int afterFileNo, int limit) {
        return batches(find(OF_CYCLE, cycleId, afterBank, afterFileNo).page(0, limit));
    }

    @Override
    public List<Batch> unanswered(AnswerTimes times, Instant now, int limit) {
        List<Batch> unanswered =
                new ArrayList<>(
                        batches(
                                (times.banks().isEmpty()
                                                ? find(
                                                        UNANSWERED + " order by sentAt",
                                                        times.sentBefore(now))
                                                : find(
                                                        UNANSWERED
                                                                + " and bank not in ?2 order by sentAt",
                                                        times.sentBefore(now),
                                                        times.banks()))
                                        .page(0, limit)));
        for (String bank : times.banks()) {
            unanswered.addAll(
                    batches(
                            find(
                                            UNANSWERED + " and bank = ?2 order by sentAt",
                                            times.sentBefore(bank, now),
                                            bank)
                                    .page(0, limit)));
        }
        return unanswered;
    }

    @Override
    public List<Batch> withFile(String bank, UUID after, int limit) {
        return batches(find(WITH_FILE, bank, after == null ? BEFORE_ALL : after).page(0, limit));
    }

    @Override
    public void overdueMarked(UUID batchId, Instant at) {
        BatchEntity batch = findById(batchId);
        batch.overdueMarkedAt = at;
        write(batch);
    }

    @Override
    public void complete(UUID batchId, Figures figures) {
        BatchEntity batch = findById(batchId);
        batch.status = BatchStatus.PREPARED;
        batch.payments = figures.payments();
        batch.amountIdr = figures.amountIdr();
        batch.unusualAccounts = figures.unusualAccounts();
        batch.listSha256 = figures.listSha256();
        batch.preparedAt = figures.at();
        write(batch);
    }

    @Override
    public void takenOut(UUID batchId, Figures figures, String by) {
        BatchEntity batch = findById(batchId);
        batch.payments = figures.payments();
        batch.amountIdr = figures.amountIdr();
        batch.unusualAccounts = figures.unusualAccounts();
        batch.listSha256 = figures.listSha256();
        batch.takenOut++;
        addMaker(batch, by);
        write(batch);
    }

    @Override
    public void approve(UUID batchId, String sha256, String by, Instant at) {
        BatchEntity batch = findById(batchId);
        batch.status = BatchStatus.APPROVED;
        batch.approvedBy = by;
        batch.approvedAt = at;
        batch.approvedSha256 = sha256;
        write(batch);
    }

    @Override
    public void send(UUID batchId, String by, Instant at) {
        BatchEntity batch = findById(batchId);
        batch.status = BatchStatus.SENT;
        batch.sentBy = by;
        batch.sentAt = at;
        write(batch);
    }

    @Override
    public void giveFile(UUID batchId, Instant at) {
        BatchEntity batch = findById(batchId);
        if (batch.fileGivenAt == null) {
            batch.fileGivenAt = at;
            write(batch);
        }
    }

    @Override
    public void reject(UUID batchId, String reason, String by, Instant at) {
        BatchEntity batch = findById(batchId);
        batch.status = BatchStatus.REJECTED;
        batch.rejectedBy = by;
        batch.rejectedAt = at;
        batch.rejectionReason = reason;
        write(batch);
    }

    /** The next reader gets what the database has kept. */
    private void write(BatchEntity batch) {
        persistAndFlush(batch);
        getEntityManager().detach(batch);
    }

    private static List<Batch> batches(PanacheQuery<BatchEntity> query) {
        return query.stream().map(BatchEntity::toBatch).toList();
    }
}
