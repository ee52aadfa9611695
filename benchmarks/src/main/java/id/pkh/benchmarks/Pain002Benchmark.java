package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.model.BankReport;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A bank's report from the upload until every outcome and its event are in the database. */
final class Pain002Benchmark implements Benchmark {

    private static final double TARGET_RATIO = 0.4;

    /** Lines in no order may take twice as long. */
    private static final double TARGET_UNORDERED = 0.5;

    @Override
    public String name() {
        return "pain002";
    }

    @Override
    public String title() {
        return "a bank's report until every outcome and its event are written; the limit is the bare statements";
    }

    @Override
    public List<Figure> run(Bench bench) {
        int payments = bench.payments();
        Path ordered = bench.directory().resolve("answer.xml");
        Path unordered = bench.directory().resolve("unordered.xml");
        try (Stack stack = BankStack.start(bench, name())) {
            BankTables tables = new BankTables(BankStack.superuser(stack), payments);
            tables.fill(BankStack.seal(stack));
            tables.send();
            AnswerFile.write(ordered, payments);
            AnswerFile.writeUnordered(unordered, payments);
            bench.progress(
                    "%,d payments at the bank, its report has %,d bytes",
                    payments, ordered.toFile().length());
            return new Measurement(bench, stack, tables).run(ordered, unordered);
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        } catch (IOException e) {
            throw new CannotRun("the report could not be written", e);
        }
    }

    /** The rounds on one stack. */
    private final class Measurement {

        private final Bench bench;
        private final PkhClient bank;
        private final BankTables tables;
        private final DataSource database;
        private final PostedReport posted;
        private final BareStatements bare;
        private final ServiceProcess service;
        private final int payments;

        Measurement(Bench bench, Stack stack, BankTables tables) {
            this.bench = bench;
            this.bank =
                    new Clients(
                                    stack,
                                    stack.token(
                                            "bench", List.of("BANK"), List.of(), MadePayments.BANK))
                            .of(Checkout.DISBURSEMENT);
            this.tables = tables;
            this.database = BankStack.superuser(stack);
            this.posted = new PostedReport(database);
            this.bare = posted.bare();
            this.service = stack.service(Checkout.DISBURSEMENT);
            this.payments = bench.payments();
        }

        List<Figure> run(Path ordered, Path unordered) throws SQLException {
            List<Double> inOrder = new ArrayList<>();
            List<Double> inNoOrder = new ArrayList<>();
            List<Double> limits = new ArrayList<>();
            upload(ordered);
            for (int round = 1; round <= bench.rounds(); round++) {
                startOver();
                inOrder.add(upload(ordered));
                double again = upload(ordered);
                bare.keep();
                startOver();
                limits.add(bare.write());
                startOver();
                inNoOrder.add(upload(unordered));
                bench.progress(
                        "round %d: posted within %s s, in no order within %s s, by bare statements within %s s; sent again, nothing changes: %s s",
                        round,
                        Numbers.text(inOrder.get(round - 1)),
                        Numbers.text(inNoOrder.get(round - 1)),
                        Numbers.text(limits.get(round - 1)),
                        Numbers.text(again));
            }
            return figures(
                    Statistics.median(inOrder),
                    Statistics.median(inNoOrder),
                    Statistics.median(limits));
        }

        private List<Figure> figures(double inOrder, double inNoOrder, double limit) {
            double peak = ProcessMemory.peakMb(service.pid());
            return List.of(
                    new Figure(
                            name(),
                            payments / inOrder,
                            "lines/s",
                            "the bare statements",
                            payments / limit,
                            inOrder,
                            peak,
                            Target.ratioAtLeast(TARGET_RATIO)),
                    new Figure(
                            name() + ".unordered",
                            payments / inNoOrder,
                            "lines/s",
                            "the same lines in order",
                            payments / inOrder,
                            inNoOrder,
                            peak,
                            Target.ratioAtLeast(TARGET_UNORDERED)));
        }

        /** Returns the seconds until the report was posted; verifies what it has left. */
        private double upload(Path report) throws SQLException {
            long start = System.nanoTime();
            BankReport answer =
                    bank.call(
                            BanksApi::new,
                            banks -> banks.sendBankReport(report.toFile(), null, null, null));
            double seconds = (System.nanoTime() - start) / 1e9;
            Counts.require("lines applied", (long) payments, (long) answer.getLines());
            posted.verify(payments);
            return seconds;
        }

        /** When no event is under way any more, everything is put back. */
        private void startOver() throws SQLException {
            RelayedEvents.await(database);
            tables.forgetReports();
        }
    }
}
