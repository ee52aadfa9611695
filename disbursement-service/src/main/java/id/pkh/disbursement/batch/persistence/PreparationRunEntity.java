package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.PreparationRuns.PaymentPosition;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.PreparationRuns.RunStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "preparation_run")
class PreparationRunEntity {

    @Id UUID runId;
    UUID cycleId;

    @Enumerated(EnumType.STRING)
    RunStatus status;

    boolean includeFailed;
    UUID checkpointKpm;
    String checkpointKind;
    long instructed;
    long notInstructed;
    String startedBy;
    Instant startedAt;
    Instant finishedAt;
    String failure;
    UUID owner;
    Instant leasedUntil;

    static PreparationRunEntity of(Run run) {
        PreparationRunEntity entity = new PreparationRunEntity();
        entity.runId = run.runId();
        entity.cycleId = run.cycleId();
        entity.status = run.status();
        entity.includeFailed = run.includeFailed();
        entity.startedBy = run.startedBy();
        entity.startedAt = run.startedAt();
        entity.owner = run.owner();
        entity.leasedUntil = run.leasedUntil();
        return entity;
    }

    Run toRun() {
        return new Run(
                runId,
                cycleId,
                status,
                includeFailed,
                checkpointKpm == null ? null : new PaymentPosition(checkpointKpm, checkpointKind),
                instructed,
                notInstructed,
                startedBy,
                startedAt,
                finishedAt,
                failure,
                owner,
                leasedUntil);
    }
}
