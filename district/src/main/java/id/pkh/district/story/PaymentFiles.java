package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.CyclesApi;
import id.pkh.client.disbursement.PaymentsApi;
import id.pkh.client.disbursement.model.BatchApprovalRequest;
import id.pkh.client.disbursement.model.BatchFindings;
import id.pkh.client.disbursement.model.BatchSendingRequest;
import id.pkh.client.disbursement.model.CycleSummary;
import id.pkh.client.disbursement.model.PaymentBatch;
import id.pkh.client.disbursement.model.PaymentBatchPage;
import id.pkh.client.disbursement.model.Preparation;
import id.pkh.client.disbursement.model.PreparationRequest;
import id.pkh.client.disbursement.model.SealProposal;
import id.pkh.client.disbursement.model.SealProposalRequest;
import id.pkh.client.disbursement.model.SealRequest;
import id.pkh.district.bank.DistrictBanks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How the money of a cycle leaves. An officer proposes to seal the list and an approver seals it by
 * its hash. One officer prepares the files, another approver approves them by their hash, a third
 * person sends them when the treasury has given the money.
 */
final class PaymentFiles {

    private static final String NO_HASH = "0".repeat(64);
    private static final int CONFLICT = 409;

    private final Stage stage;
    private final Cast cast;
    private final Findings findings;
    private final Narrator narrator;
    private final TreasuryDesk treasury;
    private final Set<String> fundedBanks = new HashSet<>();

    PaymentFiles(StoryContext context, Narrator narrator) {
        this.stage = context.stage();
        this.cast = context.cast();
        this.findings = context.findings();
        this.narrator = narrator;
        this.treasury = new TreasuryDesk(context.stage(), context.cast());
    }

    SealProposal seal(String cycle) {
        PkhClient officer = stage.disbursement(cast.officer());
        CycleSummary summary =
                officer.call(PaymentsApi::new, payments -> payments.getCycleSummary(cycle));
        SealProposalRequest figures =
                new SealProposalRequest()
                        .payablePayments(summary.getPayablePayments())
                        .payableIdr(summary.getPayableIdr());
        officer.call(CyclesApi::new, cycles -> cycles.proposeSeal(cycle, newKey(), figures));
        SealProposal proposal =
                stage.disbursement(cast.sealer())
                        .call(CyclesApi::new, cycles -> cycles.getCycle(cycle))
                        .getSealProposal();
        findings.equal(
                "a seal of another list", CONFLICT, Attempt.status(() -> seal(cycle, NO_HASH)));
        seal(cycle, proposal.getListSha256());
        return proposal;
    }

    /** Names the list that a person acts upon. */
    private void seal(String cycle, String sha256) {
        stage.disbursement(cast.sealer())
                .call(
                        CyclesApi::new,
                        cycles ->
                                cycles.sealCycle(
                                        cycle, newKey(), new SealRequest().listSha256(sha256)));
    }

    /** Each act of a person is a new one. */
    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    Preparation prepare(String cycle) {
        Preparation[] run = new Preparation[1];
        stage.await(
                "the preparation of " + cycle,
                () -> {
                    run[0] =
                            stage.disbursement(cast.officer())
                                    .call(
                                            BanksApi::new,
                                            banks ->
                                                    banks.preparePaymentBatches(
                                                            cycle, new PreparationRequest()));
                    return run[0].getStatus().toString().equals("DONE");
                });
        return run[0];
    }

    /** The files of a cycle. */
    List<PaymentBatch> prepared(String cycle) {
        List<PaymentBatch> batches = new ArrayList<>();
        stage.disbursement(cast.officer())
                .each(
                        BanksApi::new,
                        (banks, after) -> banks.listPaymentBatchesOfCycle(cycle, after, Stage.PAGE),
                        PaymentBatchPage::getItems,
                        PaymentBatchPage::getNext,
                        batches::add);
        for (PaymentBatch batch : batches) {
            narrator.say(
                    "%s: a %s of %,d payments, Rp%,d together.",
                    batch.getBank(),
                    DistrictBanks.POST.equals(batch.getBank()) ? "list" : "file",
                    batch.getPayments(),
                    batch.getAmountIdr());
        }
        return batches;
    }

    /** Three people act on the file, and two for the money of the treasury. */
    PaymentBatch send(PaymentBatch batch) {
        findings.equal(
                "an approval of another hash",
                CONFLICT,
                Attempt.status(() -> approve(batch.getBatchId(), NO_HASH)));
        approve(batch.getBatchId(), batch.getListSha256());
        int status = Attempt.status(() -> dispatch(batch));
        if (fundedBanks.add(batch.getCycleCode() + " " + batch.getBank())) {
            findings.equal("a file without the treasury's money", CONFLICT, status);
        }
        if (status == CONFLICT) {
            treasury.giveFor(batch);
            dispatch(batch);
        }
        return stage.disbursement(cast.dispatcher())
                .call(BanksApi::new, banks -> banks.getPaymentBatch(batch.getBatchId()));
    }

    /** The approver has read what looks wrong, such as the account that was changed. */
    private void approve(UUID batch, String sha256) {
        PkhClient approver = stage.disbursement(cast.approver());
        BatchFindings found = approver.call(BanksApi::new, banks -> banks.getBatchFindings(batch));
        approver.call(
                BanksApi::new,
                banks ->
                        banks.approvePaymentBatch(
                                batch,
                                newKey(),
                                new BatchApprovalRequest()
                                        .listSha256(sha256)
                                        .findings(found.getFindings())
                                        .findingsSha256(found.getFindingsSha256())));
    }

    private void dispatch(PaymentBatch batch) {
        stage.disbursement(cast.dispatcher())
                .call(
                        BanksApi::new,
                        banks ->
                                banks.recordPaymentBatchSent(
                                        batch.getBatchId(),
                                        newKey(),
                                        new BatchSendingRequest()
                                                .listSha256(batch.getListSha256())));
    }
}
