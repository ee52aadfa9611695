package id.pkh.disbursement.batch.domain;

import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.payment.domain.PaymentListHash;
import java.time.Instant;
import java.util.UUID;

/**
 * Counts a batch from its instructions, in the order of their lines. The hash covers everything in
 * the file, including payee and account, so that an approval of the hash covers all of it.
 */
public final class BatchCount {

    private final PaymentListHash hash;
    private long payments;
    private long amountIdr;
    private long unusualAccounts;

    public BatchCount(Batch batch) {
        this.hash =
                new PaymentListHash()
                        .line(
                                batch.messageId(),
                                batch.cycleCode(),
                                batch.bank(),
                                batch.bic(),
                                batch.fundingAccount(),
                                batch.debtorName());
    }

    public BatchCount line(
            int lineNo,
            UUID instructionId,
            UUID paymentId,
            long amount,
            String payeeName,
            String account,
            boolean usualAccount) {
        hash.line(
                Integer.toString(lineNo),
                instructionId.toString(),
                paymentId.toString(),
                Long.toString(amount),
                payeeName,
                account);
        payments++;
        amountIdr = Math.addExact(amountIdr, amount);
        unusualAccounts += usualAccount ? 0 : 1;
        return this;
    }

    /** Completes the count. */
    public Figures figures(Instant at) {
        return new Figures(payments, amountIdr, unusualAccounts, hash.hex(), at);
    }
}
