package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.PreparationRuns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run is loaded, changed and saved by itself, and so it is an entity. It is changed only under
 * its lock, so a process that takes it over waits until the chunk of the previous owner is
 * complete.
 */
@ApplicationScoped
class PanachePreparationRuns
        implements PreparationRuns, PanacheRepositoryBase<PreparationRunEntity, UUID> {

    private static final String LATEST = "cycleId = ?1 order by startedAt desc, runId desc";
    private static final String OWNED = "runId = ?1 and owner = ?2 and status = RUNNING";

    @Override
    public Optional<Run> latest(UUID cycleId) {
        return find(LATEST, cycleId).firstResultOptional().map(PreparationRunEntity::toRun);
    }

    @Override
    public Optional<Run> byId(UUID runId) {
        return findByIdOptional(runId).map(PreparationRunEntity::toRun);
    }

    @Override
    public void start(Run run) {
        persistAndFlush(PreparationRunEntity.of(run));
    }

    @Override
    public Optional<Run> takeOver(UUID runId, UUID owner, Instant leasedUntil) {
        PreparationRunEntity run = findById(runId);
        getEntityManager().refresh(run, LockModeType.PESSIMISTIC_WRITE);
        if (run.status == RunStatus.DONE) {
            return Optional.empty();
        }
        run.status = RunStatus.RUNNING;
        run.owner = owner;
        run.leasedUntil = leasedUntil;
        run.failure = null;
        return Optional.of(run.toRun());
    }

    @Override
    public Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil) {
        Optional<PreparationRunEntity> owned = lockOwned(runId, owner);
        owned.ifPresent(run -> run.leasedUntil = leasedUntil);
        return owned.map(PreparationRunEntity::toRun);
    }

    @Override
    public void advance(UUID runId, PaymentPosition checkpoint, int instructed, int notInstructed) {
        PreparationRunEntity run = findById(runId);
        run.checkpointKpm = checkpoint.kpmId();
        run.checkpointKind = checkpoint.kind();
        run.instructed += instructed;
        run.notInstructed += notInstructed;
    }

    @Override
    public void finish(UUID runId, Instant now) {
        PreparationRunEntity run = findById(runId);
        run.status = RunStatus.DONE;
        run.finishedAt = now;
    }

    @Override
    public void interrupt(UUID runId, UUID owner, String failure) {
        lockOwned(runId, owner)
                .ifPresent(
                        run -> {
                            run.status = RunStatus.INTERRUPTED;
                            run.failure = failure;
                        });
    }

    private Optional<PreparationRunEntity> lockOwned(UUID runId, UUID owner) {
        return find(OWNED, runId, owner)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
