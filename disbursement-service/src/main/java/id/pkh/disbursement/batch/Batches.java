package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All payment batches. */
public interface Batches {

    /** A batch that a preparation is filling, and how many instructions it has. */
    record Filling(Batch batch, int instructions) {}

    void add(Batch batch);

    Optional<Batch> byId(UUID batchId);

    Optional<Batch> byMessageId(String messageId);

    /** The batch, for this transaction alone. */
    Optional<Batch> lock(UUID batchId);

    /** Those that the run has not completed. */
    List<Filling> filling(UUID runId);

    /** Whoever goes on with a run is a maker of what it completes. */
    void addMaker(UUID runId, String person);

    int nextFileNo(UUID cycleId, String bank);

    /** By bank and file, from behind the given one on. */
    List<Batch> ofCycle(UUID cycleId, String afterBank, int afterFileNo, int limit);

    /** Sent before then, and not checked for missing responses since. */
    List<Batch> unanswered(Instant sentBefore, int limit);

    /** From now on no instruction of the batch waits for its first response. */
    void overdueMarked(UUID batchId, Instant at);

    void complete(UUID batchId, Figures figures);

    void approve(UUID batchId, String sha256, String by, Instant at);

    void send(UUID batchId, String by, Instant at);

    /** Says that the file was given out, if it was not before. */
    void giveFile(UUID batchId, Instant at);

    /** Those of the bank, or of any, that give a file, from behind the given one on. */
    List<Batch> withFile(String bank, UUID after, int limit);

    void reject(UUID batchId, String reason, String by, Instant at);
}
