package id.pkh.disbursement.batch.file;

import id.pkh.disbursement.batch.CountBatch;
import id.pkh.disbursement.batch.Instructions;
import id.pkh.disbursement.batch.Instructions.Line;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.platform.security.ReadLog;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;

/** The file of an approved batch. Whoever gets it stands in the read log. */
@ApplicationScoped
public class BatchFile {

    private static final String FIELDS = "payee_name,account_number";
    private static final int WRITE_TIMEOUT_SECONDS = 3_600;

    private final Instructions instructions;
    private final CountBatch countBatch;
    private final ReadLog readLog;

    BatchFile(Instructions instructions, CountBatch countBatch, ReadLog readLog) {
        this.instructions = instructions;
        this.countBatch = countBatch;
        this.readLog = readLog;
    }

    /** What has to be right, and on record, before the first byte is written. */
    public void open(Batch batch) {
        if (!batch.givesFile()) {
            throw Refused.because(Batch.BATCH_NOT_APPROVED)
                    .with("message_id", batch.messageId())
                    .with("status", batch.status().name());
        }
        QuarkusTransaction.requiringNew()
                .timeout(WRITE_TIMEOUT_SECONDS)
                .run(
                        () -> {
                            countBatch.requireUnchanged(batch, line -> {});
                            readLog.record(
                                    "payment_batch",
                                    batch.batchId().toString(),
                                    FIELDS,
                                    "pain.001 " + batch.messageId());
                        });
    }

    /** Streams it; in a transaction, because only there rows come in portions. */
    public void write(Batch batch, OutputStream out) throws IOException {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(WRITE_TIMEOUT_SECONDS)
                    .call(
                            () -> {
                                Pain001 file = new Pain001(out, batch);
                                file.begin();
                                instructions.each(batch.batchId(), line -> transaction(file, line));
                                file.finish();
                                return null;
                            });
        } catch (RuntimeException failed) {
            throw new IOException("file " + batch.messageId() + " was not written", failed);
        }
    }

    private static void transaction(Pain001 file, Line line) {
        try {
            file.transaction(line);
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a transaction was not written", broken);
        }
    }
}
