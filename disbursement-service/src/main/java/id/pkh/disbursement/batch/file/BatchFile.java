package id.pkh.disbursement.batch.file;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.CountBatch;
import id.pkh.disbursement.batch.Instructions;
import id.pkh.disbursement.batch.Instructions.InstructionLine;
import id.pkh.disbursement.batch.LockedBatch;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.platform.security.ReadLog;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/** The file of an approved batch. Every download is recorded in the read log. */
@ApplicationScoped
public class BatchFile {

    private static final String FIELDS = "payee_name,account_number";
    private static final String FIELDS_OF_LIST = "payee_name";
    private static final int WRITE_TIMEOUT_SECONDS = 3_600;
    private static final int BUFFER_BYTES = 32 * 1024;

    private final LockedBatch lockedBatch;
    private final Batches batches;
    private final Instructions instructions;
    private final CountBatch countBatch;
    private final ReadLog readLog;
    private final Clock clock;

    BatchFile(
            LockedBatch lockedBatch,
            Batches batches,
            Instructions instructions,
            CountBatch countBatch,
            ReadLog readLog,
            Clock clock) {
        this.lockedBatch = lockedBatch;
        this.batches = batches;
        this.clock = clock;
        this.instructions = instructions;
        this.countBatch = countBatch;
        this.readLog = readLog;
    }

    /**
     * Checks the batch and records the download before the first byte is written. The batch is
     * locked in the meantime, so that it cannot be rejected while its file is downloaded, and the
     * file of a rejected batch cannot be downloaded.
     */
    public void open(UUID batchId, boolean asList) {
        QuarkusTransaction.requiringNew()
                .timeout(WRITE_TIMEOUT_SECONDS)
                .run(
                        () -> {
                            Batch batch = batches.lock(batchId).orElseThrow();
                            refuseUnlessApproved(batch);
                            refuseUnlessDelivered(batch, asList);
                            lockedBatch.refuseIfDisputed(batch);
                            countBatch.requireUnchanged(batch);
                            batches.giveFile(batchId, clock.instant());
                            readLog.record(
                                    "payment_batch",
                                    batchId.toString(),
                                    null,
                                    asList ? FIELDS_OF_LIST : FIELDS,
                                    nameOf(asList) + " " + batch.messageId());
                        });
    }

    private static String nameOf(boolean asList) {
        return asList ? "pay-out-list" : "pain.001";
    }

    private static void refuseUnlessDelivered(Batch batch, boolean asList) {
        if (batch.isPayOutList() != asList) {
            throw Refused.because("BATCH_OF_OTHER_DELIVERY")
                    .with("message_id", batch.messageId())
                    .with("expected", nameOf(!asList));
        }
    }

    private static void refuseUnlessApproved(Batch batch) {
        if (!batch.givesFile()) {
            throw Refused.because(Batch.BATCH_NOT_APPROVED)
                    .with("message_id", batch.messageId())
                    .with("status", batch.status().name());
        }
    }

    /** Streams the list by which families are paid in cash; see {@link #write}. */
    public void writeList(Batch batch, OutputStream out) throws IOException {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(WRITE_TIMEOUT_SECONDS)
                    .call(
                            () -> {
                                PayOutList list =
                                        new PayOutList(
                                                new BufferedOutputStream(out, BUFFER_BYTES), batch);
                                list.begin();
                                instructions.eachByVillage(batch.batchId(), list::line);
                                list.finish();
                                return null;
                            });
        } catch (RuntimeException failed) {
            throw new IOException("list " + batch.messageId() + " was not written", failed);
        }
    }

    /**
     * Streams the file. It needs a transaction, because the driver fetches rows in portions only
     * inside one.
     */
    public void write(Batch batch, OutputStream out) throws IOException {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(WRITE_TIMEOUT_SECONDS)
                    .call(
                            () -> {
                                // the XML writer writes each name and each text by itself
                                Pain001 file =
                                        new Pain001(
                                                new BufferedOutputStream(out, BUFFER_BYTES), batch);
                                file.begin();
                                instructions.each(batch.batchId(), line -> transaction(file, line));
                                file.finish();
                                return null;
                            });
        } catch (RuntimeException failed) {
            throw new IOException("file " + batch.messageId() + " was not written", failed);
        }
    }

    private static void transaction(Pain001 file, InstructionLine line) {
        try {
            file.transaction(line);
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a transaction was not written", broken);
        }
    }
}
