package id.pkh.disbursement.batch;

import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.bank.domain.BankTerms;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.batch.domain.BatchCount;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Counts the instructions of a batch, and counts them again before each act that relies on the
 * figures.
 */
@ApplicationScoped
public class CountBatch {

    private final Instructions instructions;
    private final Banks banks;

    CountBatch(Instructions instructions, Banks banks) {
        this.instructions = instructions;
        this.banks = banks;
    }

    Figures count(Batch batch, Instant at) {
        BankTerms terms = banks.on(BusinessDates.on(batch.createdAt())).get(batch.bank());
        BatchCount count = new BatchCount(batch);
        instructions.each(
                batch.batchId(),
                line ->
                        count.line(
                                line.lineNo(),
                                line.instructionId(),
                                line.paymentId(),
                                line.amountIdr(),
                                line.payeeName(),
                                line.account(),
                                terms == null
                                        || line.account() == null
                                        || terms.isUsualLength(line.account())));
        return count.figures(at);
    }

    /** Refuses with BATCH_CHANGED unless the rows are the same as when the batch was prepared. */
    public void requireUnchanged(Batch batch) {
        Figures then = batch.figures();
        Figures now = count(batch, then.at());
        if (now.payments() != then.payments()
                || now.amountIdr() != then.amountIdr()
                || !now.listSha256().equals(then.listSha256())) {
            throw Refused.because("BATCH_CHANGED").with("message_id", batch.messageId());
        }
    }
}
