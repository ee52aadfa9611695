package id.pkh.disbursement.calculation.persistence;

import id.pkh.disbursement.calculation.CalculationRuns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Each change loads the run again: whoever locks a cycle in between detaches what was loaded. */
@ApplicationScoped
class PanacheCalculationRuns
        implements CalculationRuns, PanacheRepositoryBase<CalculationRunEntity, UUID> {

    @Override
    public Optional<Run> latest(UUID cycleId) {
        return find("cycleId = ?1 order by startedAt desc, runId desc", cycleId)
                .firstResultOptional()
                .map(CalculationRunEntity::toRun);
    }

    @Override
    public void lockUnfinished(UUID cycleId) {
        find("cycleId = ?1 and status <> ?2", cycleId, RunStatus.DONE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    @Override
    public void start(Run run) {
        persistAndFlush(CalculationRunEntity.of(run));
    }

    @Override
    public void takeOver(UUID runId, UUID owner, Instant leasedUntil) {
        CalculationRunEntity run = findById(runId);
        run.status = RunStatus.RUNNING;
        run.owner = owner;
        run.leasedUntil = leasedUntil;
        run.failure = null;
    }

    @Override
    public Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil) {
        return ownedBy(owner, runId)
                .map(
                        run -> {
                            run.leasedUntil = leasedUntil;
                            return run.toRun();
                        });
    }

    @Override
    public void advance(UUID runId, UUID checkpoint, int families, int paymentsChanged) {
        CalculationRunEntity run = findById(runId);
        run.checkpoint = checkpoint;
        run.familiesDone += families;
        run.paymentsChanged += paymentsChanged;
        run.chunks++;
    }

    @Override
    public void finish(UUID runId, Instant now) {
        CalculationRunEntity run = findById(runId);
        run.status = RunStatus.DONE;
        run.finishedAt = now;
    }

    @Override
    @Transactional
    public void interrupt(UUID runId, UUID owner, String failure) {
        ownedBy(owner, runId)
                .ifPresent(
                        run -> {
                            run.status = RunStatus.INTERRUPTED;
                            run.failure = failure;
                        });
    }

    /** The run, locked, if this owner still works on it. */
    private Optional<CalculationRunEntity> ownedBy(UUID owner, UUID runId) {
        return findByIdOptional(runId, LockModeType.PESSIMISTIC_WRITE)
                .filter(run -> run.status == RunStatus.RUNNING && run.owner.equals(owner));
    }
}
