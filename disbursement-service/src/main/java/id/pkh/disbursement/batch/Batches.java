package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.exceptions.domain.AnswerTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All payment batches. */
public interface Batches {

    void add(Batch batch);

    Optional<Batch> byId(UUID batchId);

    Optional<Batch> byMessageId(String messageId);

    /** Locks and returns the batch. */
    Optional<Batch> lock(UUID batchId);

    /** Returns the batches that the run has not completed. */
    List<Batch> filling(UUID runId);

    /** The batches of a cycle that wait for their approval. */
    List<UUID> prepared(UUID cycleId);

    /** A person who resumes a run becomes a maker of the batches that it completes. */
    void addMaker(UUID runId, String person);

    int nextFileNo(UUID cycleId, String bank);

    /** Returns batches by bank and file number, starting after the given one. */
    List<Batch> ofCycle(UUID cycleId, String afterBank, int afterFileNo, int limit);

    /**
     * Returns batches whose banks have had their time to respond and that were not yet checked for
     * missing responses.
     */
    List<Batch> unanswered(AnswerTimes times, Instant now, int limit);

    /** Marks the batch as checked: no instruction of it waits for its first response any more. */
    void overdueMarked(UUID batchId, Instant at);

    void complete(UUID batchId, Figures figures);

    /** Records the content of a prepared batch after this person has taken a payment out. */
    void takenOut(UUID batchId, Figures figures, String by);

    void approve(UUID batchId, String sha256, String by, Instant at);

    void send(UUID batchId, String by, Instant at);

    /** Records the first download of the file. */
    void giveFile(UUID batchId, Instant at);

    /**
     * Returns batches with a file to fetch, of one bank or of all, starting after the given batch.
     */
    List<Batch> withFile(String bank, UUID after, int limit);

    void reject(UUID batchId, String reason, String by, Instant at);
}
