package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.CyclesApi;
import id.pkh.client.disbursement.PaymentsApi;
import id.pkh.client.disbursement.model.BankExceptionPage;
import id.pkh.client.disbursement.model.BankReport;
import id.pkh.client.disbursement.model.BatchApprovalRequest;
import id.pkh.client.disbursement.model.BatchFindings;
import id.pkh.client.disbursement.model.BatchSendingRequest;
import id.pkh.client.disbursement.model.CycleMoney;
import id.pkh.client.disbursement.model.CycleSummary;
import id.pkh.client.disbursement.model.MoneyPosition;
import id.pkh.client.disbursement.model.PaymentBatch;
import id.pkh.client.disbursement.model.PaymentBatchPage;
import id.pkh.client.disbursement.model.Preparation;
import id.pkh.client.disbursement.model.PreparationRequest;
import id.pkh.client.disbursement.model.SealProposal;
import id.pkh.client.disbursement.model.SealProposalRequest;
import id.pkh.client.disbursement.model.SealRequest;
import id.pkh.client.http.ApiResponse;
import id.pkh.district.bank.BankAnswer;
import id.pkh.district.bank.SimulatedBank;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/**
 * Sends the money to the banks and applies their responses. An officer proposes to seal the list
 * and an approver seals it by its hash. One officer prepares the files, another approver approves
 * them by their hash, a third person sends them when the treasury has given the money. Each bank
 * fetches its files, and each of its reports is uploaded twice. In the end every rupiah is in
 * exactly one state.
 */
final class BankDoor {

    private static final long SEED = 2026;
    private static final String NO_HASH = "0".repeat(64);

    private final Stage stage;
    private final Cast cast;
    private final Findings findings;
    private final Narrator narrator;
    private final AccountScene accounts;
    private final TreasuryDesk treasury;
    private final Map<String, BankAnswer> answers = new TreeMap<>();
    private final Set<String> fundedBanks = new HashSet<>();

    BankDoor(StoryContext context, Identities identities, Narrator narrator) {
        this.stage = context.stage();
        this.cast = context.cast();
        this.findings = context.findings();
        this.narrator = narrator;
        this.accounts = new AccountScene(context, identities, narrator);
        this.treasury = new TreasuryDesk(context.stage(), context.cast());
    }

    /** Plays this part for a calculated cycle, and returns its figures by name. */
    Map<String, Object> play(String cycle) {
        seal(cycle);
        Optional<String> changed = accounts.changeOne(cycle);
        Preparation run = preparation(cycle);
        changed.ifPresent(
                kpm -> {
                    accounts.confirm(kpm, run);
                    preparation(cycle);
                });
        for (PaymentBatch batch : batches(cycle)) {
            approve(batch);
            fundAndSend(batch);
            answer(batch);
        }
        stage.awaitQuiet("the banks' answers");
        return figures(
                cycle,
                stage.disbursement(cast.officer())
                        .call(BanksApi::new, banks -> banks.getCycleMoney(cycle)));
    }

    /**
     * Nothing goes to a bank before the treasury has given money for it. Of what the bank refused
     * afterwards, a later file may be paid.
     */
    private void fundAndSend(PaymentBatch batch) {
        int status = Attempt.status(() -> send(batch));
        if (fundedBanks.add(batch.getCycleCode() + " " + batch.getBank())) {
            findings.equal("a file without the treasury's money", 409, status);
        }
        if (status == 409) {
            treasury.giveFor(batch);
            send(batch);
        }
    }

    private void seal(String cycle) {
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
        findings.equal("a seal of another list", 409, Attempt.status(() -> seal(cycle, NO_HASH)));
        seal(cycle, proposal.getListSha256());
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

    private Preparation preparation(String cycle) {
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

    private List<PaymentBatch> batches(String cycle) {
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
                    "%s: a file of %,d payments, Rp%,d together.",
                    batch.getBank(), batch.getPayments(), batch.getAmountIdr());
        }
        return batches;
    }

    private void approve(PaymentBatch batch) {
        findings.equal(
                "an approval of another hash",
                409,
                Attempt.status(() -> approve(batch.getBatchId(), NO_HASH)));
        approve(batch.getBatchId(), batch.getListSha256());
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

    private void send(PaymentBatch batch) {
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

    private void answer(PaymentBatch batch) {
        String bank = batch.getBank();
        PkhClient asBank = stage.disbursement(cast.bank(bank));
        try {
            Path folder = Files.createTempDirectory("pkh-bank-");
            try {
                Path pain001 = fetch(asBank, batch, folder.resolve(batch.getMessageId() + ".xml"));
                Path again = fetch(asBank, batch, folder.resolve("again.xml"));
                findings.equal(
                        "bytes of a file fetched twice", -1L, Files.mismatch(pain001, again));
                Path pain002 = folder.resolve("pain002-" + bank + ".xml");
                BankAnswer answer;
                try (OutputStream out = Files.newOutputStream(pain002)) {
                    answer = SimulatedBank.of(SEED).answer(pain001, out);
                }
                answers.merge(bank, answer, BankDoor::both);
                report(asBank, batch, pain002, answer);
            } finally {
                deleteAll(folder);
            }
        } catch (IOException | XMLStreamException failed) {
            throw new StoryFailure("the bank " + bank + " cannot answer", failed);
        }
    }

    private static Path fetch(PkhClient asBank, PaymentBatch batch, Path target)
            throws IOException {
        File fetched =
                asBank.call(BanksApi::new, banks -> banks.getPaymentBatchFile(batch.getBatchId()));
        return Files.move(fetched.toPath(), target);
    }

    private void report(PkhClient asBank, PaymentBatch batch, Path pain002, BankAnswer answer) {
        String bank = batch.getBank();
        ApiResponse<BankReport> first = send(asBank, pain002);
        findings.equal("an answer of " + bank, 201, first.getStatusCode());
        Map<String, Long> outcomes = first.getData().getOutcomes();
        long matched = outcomes.getOrDefault("MATCHED", 0L);
        long duplicates = outcomes.getOrDefault("DUPLICATE", 0L);
        long unknown = outcomes.getOrDefault("UNKNOWN_REFERENCE", 0L);
        findings.equal("lines of " + bank + " that match", batch.getPayments(), matched);
        findings.equal("repeated lines", answer.repeated() == null ? 0L : 1L, duplicates);
        findings.equal("invented lines", 1L, unknown);
        findings.equal("the same answer again", 200, send(asBank, pain002).getStatusCode());
        narrator.say(
                "%s responds: %,d lines match, %d is repeated, %d belongs to no payment; the same"
                        + " file again changes nothing.",
                bank, matched, duplicates, unknown);
    }

    private static ApiResponse<BankReport> send(PkhClient asBank, Path pain002) {
        String name = pain002.getFileName().toString();
        return asBank.call(
                BanksApi::new,
                banks -> banks.sendBankReportWithHttpInfo(pain002.toFile(), null, name, null));
    }

    private Map<String, Object> figures(String cycle, CycleMoney money) {
        Map<String, Long> byState = new HashMap<>();
        for (MoneyPosition position : money.getRegular()) {
            String state = position.getState().toString();
            byState.merge(state, position.getPayments(), Long::sum);
            narrator.say(
                    "%s %s: %,d payments, Rp%,d.",
                    position.getBank() == null ? "-" : position.getBank(),
                    Narrator.words(state),
                    position.getPayments(),
                    position.getAmountIdr());
        }
        long credited = answers.values().stream().mapToLong(BankAnswer::credited).sum();
        long sent = answers.values().stream().mapToLong(BankAnswer::transactions).sum();
        findings.equal("payments credited", credited, byState.getOrDefault("CREDITED", 0L));
        findings.equal("payments rejected", sent - credited, byState.getOrDefault("REJECTED", 0L));
        boolean balanced = money.getBalanced();
        findings.equal("every rupiah of " + cycle + " is in one place", true, balanced);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("payments_sent", sent);
        figures.put("payments_credited", byState.getOrDefault("CREDITED", 0L));
        figures.put("payments_rejected", byState.getOrDefault("REJECTED", 0L));
        figures.put("payments_unknown", byState.getOrDefault("UNKNOWN", 0L));
        figures.put("payments_not_instructed", byState.getOrDefault("NOT_INSTRUCTED", 0L));
        figures.put("bank_exceptions", exceptions());
        figures.put("rupiah_balanced", balanced);
        return figures;
    }

    private long exceptions() {
        long[] open = {0};
        stage.disbursement(cast.officer())
                .each(
                        BanksApi::new,
                        (banks, after) ->
                                banks.listBankExceptions(
                                        after, null, null, Stage.PAGE, true, null, null),
                        BankExceptionPage::getItems,
                        BankExceptionPage::getNext,
                        e -> open[0]++);
        return open[0];
    }

    /** A bank with several files. */
    private static BankAnswer both(BankAnswer one, BankAnswer other) {
        Map<String, String> rejected = new HashMap<>(one.rejected());
        rejected.putAll(other.rejected());
        return new BankAnswer(
                one.originalMessageId(),
                one.transactions() + other.transactions(),
                one.credited() + other.credited(),
                rejected,
                one.repeated(),
                one.invented());
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
