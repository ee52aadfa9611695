package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Act;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.batch.domain.BatchKind;
import id.pkh.disbursement.batch.domain.BatchStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;

/** A change writes only the columns that it concerns, never back what was only read. */
@Entity
@DynamicUpdate
@Table(name = "payment_batch")
class BatchEntity {

    @Id UUID batchId;
    UUID cycleId;

    @Formula("(SELECT c.cycle_code FROM payment_cycle c WHERE c.cycle_id = cycle_id)")
    String cycleCode;

    UUID runId;
    String bank;
    String bic;
    String fundingAccount;
    String debtorName;

    @Enumerated(EnumType.STRING)
    BatchKind kind;

    int fileNo;
    String messageId;

    @Enumerated(EnumType.STRING)
    BatchStatus status;

    List<String> makers;
    Instant createdAt;
    Long payments;
    Long amountIdr;
    Long unusualAccounts;
    String listSha256;
    int takenOut;
    Instant preparedAt;
    String approvedBy;
    Instant approvedAt;
    String approvedSha256;
    Instant fileGivenAt;
    String sentBy;
    Instant sentAt;
    Instant overdueMarkedAt;
    String rejectedBy;
    Instant rejectedAt;
    String rejectionReason;

    static BatchEntity of(Batch batch) {
        BatchEntity entity = new BatchEntity();
        entity.batchId = batch.batchId();
        entity.cycleId = batch.cycleId();
        entity.runId = batch.runId();
        entity.bank = batch.bank();
        entity.bic = batch.bic();
        entity.fundingAccount = batch.fundingAccount();
        entity.debtorName = batch.debtorName();
        entity.kind = batch.kind();
        entity.fileNo = batch.fileNo();
        entity.messageId = batch.messageId();
        entity.status = batch.status();
        entity.makers = batch.makers();
        entity.createdAt = batch.createdAt();
        return entity;
    }

    Batch toBatch() {
        return new Batch(
                batchId,
                cycleId,
                cycleCode,
                runId,
                bank,
                bic,
                fundingAccount,
                debtorName,
                kind,
                fileNo,
                messageId,
                status,
                List.copyOf(makers),
                createdAt,
                listSha256 == null
                        ? null
                        : new Figures(payments, amountIdr, unusualAccounts, listSha256, preparedAt),
                takenOut,
                act(approvedBy, approvedAt),
                fileGivenAt,
                act(sentBy, sentAt),
                act(rejectedBy, rejectedAt),
                rejectionReason);
    }

    private static Act act(String by, Instant at) {
        return by == null ? null : new Act(by, at);
    }
}
