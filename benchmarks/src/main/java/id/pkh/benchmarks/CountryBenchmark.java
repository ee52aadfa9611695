package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.client.meeting.MonthClosingsApi;
import id.pkh.client.meeting.model.MonthClosing;
import id.pkh.client.meeting.model.MonthClosingRequest;
import id.pkh.client.verification.QuarterClosingsApi;
import id.pkh.client.verification.model.QuarterClosing;
import id.pkh.client.verification.model.QuarterClosingRequest;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.Stack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A period of the whole country is closed: from the facts to what follows from them and its events.
 * The first closing warms the service up.
 *
 * @param role of the person who closes it
 * @param target families per second
 * @param close closes the period and returns when it is closed
 */
record ClosingBenchmark(
        String name,
        String title,
        String service,
        String role,
        double target,
        BiFunction<DataSource, Integer, ClosingTables> tables,
        Consumer<PkhClient> close)
        implements Benchmark {

    private static final String COUNTRY = "*";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    static ClosingBenchmark ofMonth() {
        return new ClosingBenchmark(
                "month-close",
                "a month of all groups is closed; the limit is the bare statements",
                Checkout.MEETING,
                "DATA_ADMINISTRATOR",
                40_000,
                MonthTables::new,
                ClosingBenchmark::closeMonth);
    }

    static ClosingBenchmark ofQuarter() {
        return new ClosingBenchmark(
                "quarter-close",
                "a quarter of all families is closed; the limit is the bare statements",
                Checkout.VERIFICATION,
                "MINISTRY_OFFICER",
                15_000,
                QuarterTables::new,
                ClosingBenchmark::closeQuarter);
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (Stack stack = Stacks.ofService(bench, name, service, BankStack.HEAP)) {
            ClosingTables facts =
                    tables.apply(stack.postgres().superuser(service), bench.families());
            facts.fill();
            bench.progress("%,d families with the facts of the period", bench.families());
            PkhClient person =
                    new Clients(stack, stack.token("bench", List.of(role), List.of(COUNTRY)))
                            .of(service);
            return List.of(measure(bench, stack.service(service), facts, person));
        } catch (SQLException e) {
            throw new CannotRun("the database refused a statement of the benchmark", e);
        }
    }

    private Figure measure(
            Bench bench, ServiceProcess process, ClosingTables facts, PkhClient person)
            throws SQLException {
        BareStatements bare = facts.bare();
        List<Double> closed = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round <= bench.rounds(); round++) {
            facts.forgetClosing();
            double seconds = timed(() -> close.accept(person));
            facts.verify();
            bench.progress(
                    "%s: closed within %s s, %s families/s",
                    round == 0 ? "warm-up" : "round " + round,
                    Numbers.text(seconds),
                    Numbers.text(bench.families() / seconds));
            if (round > 0) {
                closed.add(seconds);
                bare.keep();
                facts.forgetClosing();
                limits.add(bare.write());
                bench.progress("bare statements within %s s", Numbers.text(limits.get(round - 1)));
            }
        }
        double seconds = Statistics.median(closed);
        return new Figure(
                name,
                bench.families() / seconds,
                "families/s",
                "the bare statements",
                bench.families() / Statistics.median(limits),
                seconds,
                ProcessMemory.peakMb(process.pid()),
                Target.valueAtLeast(target));
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void closeMonth(PkhClient person) {
        MonthClosing closing =
                person.call(
                        MonthClosingsApi::new,
                        closings ->
                                closings.closeMonth(
                                        new MonthClosingRequest()
                                                .month(MonthTables.MONTH)
                                                .areaCode(COUNTRY)));
        await(
                () ->
                        person.call(
                                        MonthClosingsApi::new,
                                        closings ->
                                                closings.getMonthClosing(closing.getClosingId()))
                                .getStatus()
                                .getValue());
    }

    private static void closeQuarter(PkhClient person) {
        QuarterClosing closing =
                person.call(
                        QuarterClosingsApi::new,
                        closings ->
                                closings.closeQuarter(
                                        new QuarterClosingRequest()
                                                .quarter(QuarterTables.QUARTER)
                                                .areaCode(COUNTRY)));
        await(
                () ->
                        person.call(
                                        QuarterClosingsApi::new,
                                        closings ->
                                                closings.getQuarterClosing(closing.getClosingId()))
                                .getState()
                                .getValue());
    }

    private static void await(Supplier<String> state) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String seen = state.get();
        while (!seen.equals("DONE")) {
            if (!seen.equals("RUNNING") || System.nanoTime() > until) {
                throw new CannotRun("the closing is " + seen);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            seen = state.get();
        }
    }
}
