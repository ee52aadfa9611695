package id.pkh.benchmarks;

import id.pkh.benchmarks.PostedReport.Expected;
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
import java.util.function.IntFunction;
import javax.sql.DataSource;

/** A bank's report from the upload until every outcome and its event are in the database. */
final class ReportBenchmark implements Benchmark {

    private static final double TARGET_RATIO = 0.4;
    private static final String LIMIT = "the bare statements";

    /** Writes a report with so many lines. */
    private interface Report {
        void write(Path file, int lines) throws IOException;
    }

    private final String name;
    private final String title;
    private final Report inOrder;
    private final Report inNoOrder;
    private final IntFunction<Expected> expected;

    /**
     * @param inNoOrder the same lines in no order; null where that is not measured
     */
    private ReportBenchmark(
            String name,
            String title,
            Report inOrder,
            Report inNoOrder,
            IntFunction<Expected> expected) {
        this.name = name;
        this.title = title;
        this.inOrder = inOrder;
        this.inNoOrder = inNoOrder;
        this.expected = expected;
    }

    static ReportBenchmark ofStatuses() {
        return new ReportBenchmark(
                "pain002",
                "a bank's report until every outcome and its event are written; the limit is the bare statements",
                AnswerFile::write,
                AnswerFile::writeUnordered,
                AnswerFile::expected);
    }

    static ReportBenchmark ofBookings() {
        return new ReportBenchmark(
                "camt054",
                "a bank's notification until every booking and its event are written; the limit is the bare statements",
                NoticeFile::write,
                null,
                NoticeFile::expected);
    }

    /** Lines in no order may take twice as long. */
    private static final double TARGET_UNORDERED = 0.5;

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
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
            inOrder.write(ordered, payments);
            if (inNoOrder != null) {
                inNoOrder.write(unordered, payments);
            }
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
            List<Double> seconds = new ArrayList<>();
            List<Double> unorderedSeconds = new ArrayList<>();
            List<Double> limits = new ArrayList<>();
            upload(ordered);
            for (int round = 1; round <= bench.rounds(); round++) {
                startOver();
                seconds.add(upload(ordered));
                double again = upload(ordered);
                bare.keep();
                startOver();
                limits.add(bare.write());
                bench.progress(
                        "round %d: posted within %s s, by bare statements within %s s; sent again, nothing changes: %s s",
                        round,
                        Numbers.text(seconds.get(round - 1)),
                        Numbers.text(limits.get(round - 1)),
                        Numbers.text(again));
                if (inNoOrder != null) {
                    startOver();
                    unorderedSeconds.add(upload(unordered));
                    bench.progress(
                            "in no order within %s s",
                            Numbers.text(unorderedSeconds.get(round - 1)));
                }
            }
            double median = Statistics.median(seconds);
            List<Figure> figures = new ArrayList<>();
            figures.add(
                    figure(
                            "",
                            median,
                            LIMIT,
                            Statistics.median(limits),
                            Target.ratioAtLeast(TARGET_RATIO)));
            if (inNoOrder != null) {
                figures.add(
                        figure(
                                ".unordered",
                                Statistics.median(unorderedSeconds),
                                "the same lines in order",
                                median,
                                Target.ratioAtLeast(TARGET_UNORDERED)));
            }
            return figures;
        }

        private Figure figure(
                String part, double seconds, String limitName, double limit, Target target) {
            return new Figure(
                    name + part,
                    payments / seconds,
                    "lines/s",
                    limitName,
                    payments / limit,
                    seconds,
                    ProcessMemory.peakMb(service.pid()),
                    target);
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
            posted.verify(expected.apply(payments));
            return seconds;
        }

        /** When no event is under way any more, everything is put back. */
        private void startOver() throws SQLException {
            RelayedEvents.await(database);
            tables.forgetReports();
        }
    }
}
