package id.pkh.disbursement.calculation.persistence;

import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.calculation.CalculationRuns.RunStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "calculation_run")
class CalculationRunEntity {

    @Id
    @Column(name = "run_id")
    UUID runId;

    @Column(name = "cycle_id", nullable = false, updatable = false)
    UUID cycleId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "text")
    RunStatus status;

    UUID checkpoint;

    @Column(name = "families_total", nullable = false, updatable = false)
    long familiesTotal;

    @Column(name = "families_done", nullable = false)
    long familiesDone;

    @Column(name = "payments_changed", nullable = false)
    long paymentsChanged;

    @Column(nullable = false)
    int chunks;

    @Column(name = "started_by", nullable = false, updatable = false, columnDefinition = "text")
    String startedBy;

    @Column(name = "started_at", nullable = false, updatable = false)
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(columnDefinition = "text")
    String failure;

    @Column(nullable = false)
    UUID owner;

    @Column(name = "leased_until", nullable = false)
    Instant leasedUntil;

    static CalculationRunEntity of(Run run) {
        CalculationRunEntity entity = new CalculationRunEntity();
        entity.runId = run.runId();
        entity.cycleId = run.cycleId();
        entity.status = run.status();
        entity.familiesTotal = run.familiesTotal();
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
                checkpoint,
                familiesTotal,
                familiesDone,
                paymentsChanged,
                startedBy,
                startedAt,
                finishedAt,
                failure,
                owner,
                leasedUntil);
    }
}
