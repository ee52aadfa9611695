package id.pkh.systemtests;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.CyclesApi;
import id.pkh.client.disbursement.PaymentsApi;
import id.pkh.client.disbursement.model.BatchApprovalRequest;
import id.pkh.client.disbursement.model.BatchFindings;
import id.pkh.client.disbursement.model.BatchSendingRequest;
import id.pkh.client.disbursement.model.BatchStatus;
import id.pkh.client.disbursement.model.CycleSummary;
import id.pkh.client.disbursement.model.OpenCycleRequest;
import id.pkh.client.disbursement.model.Payment;
import id.pkh.client.disbursement.model.PaymentBatch;
import id.pkh.client.disbursement.model.PaymentBatchPage;
import id.pkh.client.disbursement.model.PaymentKind;
import id.pkh.client.disbursement.model.PaymentStatus;
import id.pkh.client.disbursement.model.Preparation;
import id.pkh.client.disbursement.model.PreparationRequest;
import id.pkh.client.disbursement.model.QuarterWaiverRequest;
import id.pkh.client.disbursement.model.SealProposalRequest;
import id.pkh.client.disbursement.model.SealRequest;
import id.pkh.client.disbursement.model.StatusAtBank;
import id.pkh.district.bank.BankKind;
import id.pkh.district.bank.Mischief;
import id.pkh.district.bank.Plan.Outcome;
import id.pkh.district.bank.PlayedBank;
import id.pkh.district.story.BankRound;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import id.pkh.district.story.TreasuryDesk;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The cycles of the year, and what the bank does with their payments. */
final class YearMoney implements AutoCloseable {

    /** A reason after which the payment is sent again as it is. */
    private static final String TOO_LATE = "TM01";

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final int MONTHS = 3;

    /** No payment has this amount. */
    private static final long NONE = 1;

    private final Stage stage;
    private final Cast cast;
    private final YearVillage village;
    private final TreasuryDesk treasury;
    private final BankRound round;
    private final List<String> cycles = new ArrayList<>();
    private long refused;

    YearMoney(Stage stage, Cast cast, YearVillage village) {
        this.stage = stage;
        this.cast = cast;
        this.village = village;
        this.treasury = new TreasuryDesk(stage, cast);
        this.round = new BankRound(stage, cast, this::opened);
    }

    /** It answers each line by pain.002, and tells what it credited by camt.054. */
    private PlayedBank opened(String code) {
        return PlayedBank.planned(
                code,
                BankKind.EVERY_LINE,
                Mischief.none(),
                (order, line) ->
                        Optional.of(
                                order.rupiah() == refused
                                        ? Outcome.refused(TOO_LATE)
                                        : Outcome.credited()));
    }

    /** Opens the cycle of a quarter, which waits for the verification of the quarter before. */
    void open(int number, String verified) {
        String cycle = "2026-T" + number;
        YearMonth first = YearMonth.of(2026, MONTHS * number - 2);
        officer()
                .call(
                        CyclesApi::new,
                        money ->
                                money.openCycle(
                                        new OpenCycleRequest()
                                                .cycleCode(cycle)
                                                .coversFrom(first.atDay(1))
                                                .coversUntil(first.plusMonths(2).atEndOfMonth())
                                                .channel(OpenCycleRequest.ChannelEnum.BANK)
                                                .verificationPeriod(verified)));
        cycles.add(cycle);
    }

    void letProceed(String cycle) {
        officer()
                .call(
                        CyclesApi::new,
                        money ->
                                money.waiveQuarter(
                                        cycle,
                                        newKey(),
                                        new QuarterWaiverRequest()
                                                .reason("The system begins with this quarter")));
    }

    void calculate(String cycle) {
        officer().call(CyclesApi::new, money -> money.calculateCycle(cycle));
        stage.awaitQuiet("calculating " + cycle);
    }

    /** An officer proposes the list, and an approver seals it by its hash. */
    void seal(String cycle) {
        CycleSummary summary =
                officer().call(PaymentsApi::new, money -> money.getCycleSummary(cycle));
        String hash =
                stage.disbursement(cast.dispatcher())
                        .call(
                                CyclesApi::new,
                                money ->
                                        money.proposeSeal(
                                                cycle,
                                                newKey(),
                                                new SealProposalRequest()
                                                        .payablePayments(
                                                                summary.getPayablePayments())
                                                        .payableIdr(summary.getPayableIdr())))
                        .getSealProposal()
                        .getListSha256();
        stage.disbursement(cast.sealer())
                .call(
                        CyclesApi::new,
                        money ->
                                money.sealCycle(
                                        cycle, newKey(), new SealRequest().listSha256(hash)));
    }

    /** The bank credits everything that is payable and was not sent yet. */
    void pay(String cycle) {
        pay(cycle, NONE, false);
    }

    /** The bank refuses the payment of this amount. */
    void payBut(String cycle, long refused) {
        pay(cycle, refused, false);
    }

    /** With what the bank refused before. */
    void payAgain(String cycle) {
        pay(cycle, NONE, true);
    }

    private void pay(String cycle, long amount, boolean includeFailed) {
        refused = amount;
        prepare(cycle, new PreparationRequest().includeFailed(includeFailed));
        LocalDate day = null;
        for (PaymentBatch batch : prepared(cycle)) {
            day = send(batch);
            round.receive(batch);
        }
        while (!round.isDone()) {
            round.nextDay(day, (report, again) -> {});
        }
        stage.awaitQuiet("the bank's response");
    }

    private void prepare(String cycle, PreparationRequest request) {
        stage.await(
                "the preparation of " + cycle,
                () -> {
                    Preparation run =
                            officer()
                                    .call(
                                            BanksApi::new,
                                            money -> money.preparePaymentBatches(cycle, request));
                    return run.getStatus() == Preparation.StatusEnum.DONE;
                });
    }

    private List<PaymentBatch> prepared(String cycle) {
        List<PaymentBatch> batches = new ArrayList<>();
        officer()
                .each(
                        BanksApi::new,
                        (money, after) -> money.listPaymentBatchesOfCycle(cycle, after, Stage.PAGE),
                        PaymentBatchPage::getItems,
                        PaymentBatchPage::getNext,
                        batch -> {
                            if (batch.getStatus() == BatchStatus.PREPARED) {
                                batches.add(batch);
                            }
                        });
        return batches;
    }

    /** Returns the day on which the file left. */
    private LocalDate send(PaymentBatch batch) {
        UUID id = batch.getBatchId();
        String hash = batch.getListSha256();
        PkhClient approver = stage.disbursement(cast.approver());
        BatchFindings found = approver.call(BanksApi::new, money -> money.getBatchFindings(id));
        approver.call(
                BanksApi::new,
                money ->
                        money.approvePaymentBatch(
                                id,
                                newKey(),
                                new BatchApprovalRequest()
                                        .listSha256(hash)
                                        .findings(found.getFindings())
                                        .findingsSha256(found.getFindingsSha256())));
        treasury.giveFor(batch);
        return stage.disbursement(cast.dispatcher())
                .call(
                        BanksApi::new,
                        money ->
                                money.recordPaymentBatchSent(
                                        id, newKey(), new BatchSendingRequest().listSha256(hash)))
                .getSending()
                .getAt()
                .atZoneSameInstant(ZONE)
                .toLocalDate();
    }

    /** The payments of a cycle, and families that get none. */
    List<String> payments(String cycle) {
        YearLines lines = new YearLines();
        stage.payments(cycle, payment -> lines.add(written(payment), familyOf(payment)));
        officer()
                .call(
                        PaymentsApi::new,
                        money ->
                                money.listPayments(
                                        cycle,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Stage.PAGE,
                                        PaymentStatus.NOT_ELIGIBLE,
                                        null,
                                        null))
                .getItems()
                .forEach(nothing -> lines.add(written(nothing), familyOf(nothing)));
        return lines.sorted();
    }

    private static String written(Payment payment) {
        boolean compensates = payment.getKind() == PaymentKind.COMPENSATING;
        return (compensates ? "COMPENSATING " : "")
                + payment.getStatus()
                + " "
                + payment.getAmountIdr()
                + (payment.getAttempt() == null ? "" : " " + payment.getAttempt().getStatus());
    }

    /** What the bank credited in the year by family, and together. */
    List<String> credited() {
        Map<String, Long> sums = new TreeMap<>();
        for (String cycle : cycles) {
            stage.payments(
                    cycle,
                    payment -> {
                        if (payment.getAttempt() != null
                                && payment.getAttempt().getStatus() == StatusAtBank.CREDITED) {
                            sums.merge(familyOf(payment), payment.getAmountIdr(), Long::sum);
                        }
                    });
        }
        sums.put("all", sums.values().stream().mapToLong(Long::longValue).sum());
        return sums.entrySet().stream().map(sum -> sum.getKey() + " " + sum.getValue()).toList();
    }

    /** Cycles in which some rupiah is in no state, or in two. */
    List<String> unbalanced() {
        return cycles.stream()
                .filter(
                        cycle ->
                                !officer()
                                        .call(BanksApi::new, money -> money.getCycleMoney(cycle))
                                        .getBalanced())
                .toList();
    }

    private String familyOf(Payment payment) {
        return village.nameOf(payment.getKpmId().toString());
    }

    private PkhClient officer() {
        return stage.disbursement(cast.officer());
    }

    /** Each act of a person is a new one. */
    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        round.close();
    }
}
