package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.CyclesApi;
import id.pkh.client.disbursement.PaymentsApi;
import id.pkh.client.disbursement.model.BatchApprovalRequest;
import id.pkh.client.disbursement.model.BatchFindings;
import id.pkh.client.disbursement.model.Cycle;
import id.pkh.client.disbursement.model.CycleSummary;
import id.pkh.client.disbursement.model.PaymentBatch;
import id.pkh.client.disbursement.model.PreparationRequest;
import id.pkh.client.disbursement.model.SealProposalRequest;
import id.pkh.client.disbursement.model.SealRequest;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The files of a cycle, from the list to the approval of each of them: sealed by two persons,
 * prepared, and approved with what looks wrong.
 */
final class BatchesBenchmark implements Benchmark {

    /** A million payments in three minutes. */
    private static final double TARGET = 5_556;

    private static final List<String> COUNTRY = List.of("*");
    private static final int ALL_BATCHES = 500;
    private static final int PAGE = 100;

    @Override
    public String name() {
        return "batches";
    }

    @Override
    public String title() {
        return "a cycle is sealed, prepared and approved; the limit is bare COPY of the same rows";
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (PlayedRegistry registry = PlayedRegistry.start();
                Stack stack =
                        Stacks.ofService(
                                bench,
                                name(),
                                Checkout.DISBURSEMENT,
                                BankStack.HEAP,
                                Map.of("PKH_DISBURSEMENT_REGISTRY_URL", registry.address()))) {
            Path folder = Files.createDirectories(bench.directory().resolve("batches-copy"));
            return List.of(new Measurement(bench, stack, folder).run());
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        } catch (IOException e) {
            throw new CannotRun("no folder for the rows", e);
        }
    }

    /** The rounds on one stack. */
    private static final class Measurement {

        private final Bench bench;
        private final BatchTables tables;
        private final RawCopy copy;
        private final PkhClient officer;
        private final PkhClient sealer;
        private final PkhClient approver;
        private final ServiceProcess service;

        Measurement(Bench bench, Stack stack, Path folder) {
            DataSource database = BankStack.superuser(stack);
            this.bench = bench;
            this.tables = new BatchTables(database, bench.payments());
            this.copy = new RawCopy(database, folder);
            this.officer = person(stack, "officer", "MINISTRY_OFFICER");
            this.sealer = person(stack, "sealer", "MINISTRY_APPROVER");
            this.approver = person(stack, "approver", "MINISTRY_APPROVER");
            this.service = stack.service(Checkout.DISBURSEMENT);
        }

        private static PkhClient person(Stack stack, String subject, String role) {
            return new Clients(stack, stack.token(subject, List.of(role), COUNTRY))
                    .of(Checkout.DISBURSEMENT);
        }

        Figure run() throws SQLException {
            tables.fill();
            CountryBenchmark.calculateCycle(officer);
            bench.progress("%,d payments on the list of a cycle", bench.payments());
            List<Double> done = new ArrayList<>();
            List<Double> limits = new ArrayList<>();
            for (int round = 0; round <= bench.rounds(); round++) {
                tables.forget();
                Map<String, Long> before = copy.counts();
                double seconds = measured(round == 0 ? "warm-up" : "round " + round);
                tables.verify();
                if (round > 0) {
                    done.add(seconds);
                    List<String> grown = RawCopy.grown(before, copy.counts());
                    limits.add(copy.seconds(grown));
                    bench.progress(
                            "bare COPY into %s: %s s",
                            String.join(", ", grown), Numbers.text(limits.get(round - 1)));
                }
            }
            double seconds = Statistics.median(done);
            return new Figure(
                    "batches",
                    bench.payments() / seconds,
                    "payments/s",
                    "bare COPY of the same rows",
                    bench.payments() / Statistics.median(limits),
                    seconds,
                    ProcessMemory.peakMb(service.pid()),
                    Target.valueAtLeast(TARGET));
        }

        private double measured(String round) {
            long start = System.nanoTime();
            seal();
            long sealed = System.nanoTime();
            prepare();
            long prepared = System.nanoTime();
            double slowest = approve();
            long approved = System.nanoTime();
            bench.progress(
                    "%s: sealed within %s s, prepared within %s s, approved within %s s; a page of findings and their summary within %s s at most",
                    round,
                    Numbers.text((sealed - start) / 1e9),
                    Numbers.text((prepared - sealed) / 1e9),
                    Numbers.text((approved - prepared) / 1e9),
                    Numbers.text(slowest));
            return (approved - start) / 1e9;
        }

        private void seal() {
            CycleSummary summary =
                    officer.call(
                            PaymentsApi::new,
                            payments -> payments.getCycleSummary(CycleTables.CYCLE));
            Cycle proposed =
                    officer.call(
                            CyclesApi::new,
                            cycles ->
                                    cycles.proposeSeal(
                                            CycleTables.CYCLE,
                                            key(),
                                            new SealProposalRequest()
                                                    .payablePayments(summary.getPayablePayments())
                                                    .payableIdr(summary.getPayableIdr())));
            sealer.call(
                    CyclesApi::new,
                    cycles ->
                            cycles.sealCycle(
                                    CycleTables.CYCLE,
                                    key(),
                                    new SealRequest()
                                            .listSha256(
                                                    proposed.getSealProposal().getListSha256())));
        }

        private void prepare() {
            officer.call(
                    BanksApi::new,
                    banks ->
                            banks.preparePaymentBatches(
                                    CycleTables.CYCLE,
                                    new PreparationRequest().includeFailed(false)));
            CountryBenchmark.await(
                    () ->
                            officer.call(
                                            BanksApi::new,
                                            banks -> banks.getPreparation(CycleTables.CYCLE))
                                    .getStatus()
                                    .getValue());
        }

        /** Returns the longest time in which the findings of a batch were read. */
        private double approve() {
            double slowest = 0;
            List<PaymentBatch> batches =
                    approver.call(
                                    BanksApi::new,
                                    banks ->
                                            banks.listPaymentBatchesOfCycle(
                                                    CycleTables.CYCLE, null, ALL_BATCHES))
                            .getItems();
            for (PaymentBatch batch : batches) {
                long start = System.nanoTime();
                approver.call(
                        BanksApi::new,
                        banks -> banks.listBatchFindings(batch.getBatchId(), null, null, PAGE));
                BatchFindings findings =
                        approver.call(
                                BanksApi::new, banks -> banks.getBatchFindings(batch.getBatchId()));
                slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
                approver.call(
                        BanksApi::new,
                        banks ->
                                banks.approvePaymentBatch(
                                        batch.getBatchId(),
                                        key(),
                                        new BatchApprovalRequest()
                                                .listSha256(batch.getListSha256())
                                                .findings(findings.getFindings())
                                                .findingsSha256(findings.getFindingsSha256())));
            }
            return slowest;
        }

        private static String key() {
            return UUID.randomUUID().toString();
        }
    }
}
