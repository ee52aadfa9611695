package id.pkh.disbursement.batch;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.bank.domain.BankTerms;
import id.pkh.disbursement.batch.Candidates.Candidate;
import id.pkh.disbursement.batch.Instructions.Attempt;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.BatchKind;
import id.pkh.disbursement.batch.domain.BatchStatus;
import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.finding.domain.HolderName;
import id.pkh.disbursement.payment.domain.PaymentKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts instructions into batches, one batch after the other for each bank, and completes full
 * batches.
 */
@ApplicationScoped
class FillBatches {

    static final String CAUSE = "PREPARATION";

    /** A candidate whose payment can be instructed. */
    record Payable(Candidate candidate, Payee payee, BankTerms terms) {}

    /** A batch that is not full, with its number of instructions. */
    private record Filling(Batch batch, int instructions) {}

    private record FileSeries(String bank, BatchKind kind) {}

    private final Batches batches;
    private final Instructions instructions;
    private final CountBatch countBatch;
    private final FundingAccounts fundingAccounts;
    private final DisbursementConfig config;

    FillBatches(
            Batches batches,
            Instructions instructions,
            CountBatch countBatch,
            FundingAccounts fundingAccounts,
            DisbursementConfig config) {
        this.batches = batches;
        this.instructions = instructions;
        this.countBatch = countBatch;
        this.fundingAccounts = fundingAccounts;
        this.config = config;
    }

    void fill(Run run, PaymentCycle cycle, List<Payable> payables, Instant now) {
        Map<FileSeries, Filling> open = new LinkedHashMap<>();
        for (Batch batch : batches.filling(run.runId())) {
            open.put(
                    new FileSeries(batch.bank(), batch.kind()),
                    new Filling(batch, instructions.lastLine(batch.batchId())));
        }
        Map<FileSeries, List<Payable>> bySeries = new LinkedHashMap<>();
        for (Payable payable : payables) {
            bySeries.computeIfAbsent(seriesOf(payable), series -> new ArrayList<>()).add(payable);
        }
        bySeries.forEach((series, some) -> fill(run, cycle, series, open.get(series), some, now));
    }

    private void fill(
            Run run,
            PaymentCycle cycle,
            FileSeries series,
            Filling open,
            List<Payable> payables,
            Instant now) {
        int max = config.bank().filePayments();
        Filling filling = open;
        for (int from = 0; from < payables.size(); ) {
            if (filling == null) {
                filling =
                        new Filling(newBatch(run, cycle, series, payables.get(0).terms(), now), 0);
            }
            int until = Math.min(payables.size(), from + max - filling.instructions());
            add(run, filling, payables.subList(from, until), now);
            filling = new Filling(filling.batch(), filling.instructions() + until - from);
            from = until;
            if (filling.instructions() >= max) {
                complete(filling.batch(), now);
                filling = null;
            }
        }
    }

    private void add(Run run, Filling filling, List<Payable> payables, Instant now) {
        List<Attempt> attempts = new ArrayList<>(payables.size());
        Map<Payee, String> credited =
                instructions.creditedNames(payables.stream().map(Payable::payee).toList());
        int lineNo = filling.instructions();
        for (Payable payable : payables) {
            Candidate candidate = payable.candidate();
            attempts.add(
                    new Attempt(
                            UuidCreator.getTimeOrderedEpoch(),
                            filling.batch().batchId(),
                            ++lineNo,
                            candidate.attempts() + 1,
                            candidate.paymentId(),
                            candidate.kpmId(),
                            run.cycleId(),
                            candidate.villageCode(),
                            candidate.amountIdr(),
                            payable.payee(),
                            holder(payable.payee(), credited)));
        }
        instructions.add(attempts, now);
    }

    /** Cash is paid to a person and not to an account. */
    private static HolderName holder(Payee payee, Map<Payee, String> credited) {
        return payee.account() == null ? null : HolderName.of(credited.get(payee), payee.name());
    }

    void completeAll(Run run, Instant now) {
        batches.filling(run.runId()).forEach(batch -> complete(batch, now));
    }

    private void complete(Batch batch, Instant now) {
        batches.complete(batch.batchId(), countBatch.count(batch, now));
    }

    private Batch newBatch(
            Run run, PaymentCycle cycle, FileSeries series, BankTerms terms, Instant now) {
        int fileNo = batches.nextFileNo(cycle.cycleId(), series.bank());
        Batch batch =
                new Batch(
                        UuidCreator.getTimeOrderedEpoch(),
                        cycle.cycleId(),
                        cycle.cycleCode(),
                        run.runId(),
                        series.bank(),
                        terms.bic(),
                        fundingAccounts.of(series.bank()),
                        config.bank().debtorName(),
                        series.kind(),
                        fileNo,
                        MessageId.of(cycle.cycleCode(), series.bank(), fileNo),
                        BatchStatus.PREPARING,
                        List.of(run.startedBy()),
                        now,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null);
        batches.add(batch);
        return batch;
    }

    private static FileSeries seriesOf(Payable payable) {
        Candidate candidate = payable.candidate();
        boolean first =
                candidate.kind().equals(PaymentKind.REGULAR.name()) && candidate.attempts() == 0;
        return new FileSeries(
                payable.payee().bank(), first ? BatchKind.REGULAR : BatchKind.SUPPLEMENTARY);
    }
}
