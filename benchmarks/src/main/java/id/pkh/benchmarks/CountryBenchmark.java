package id.pkh.benchmarks;

import id.pkh.client.PkhClient;
import id.pkh.client.disbursement.CyclesApi;
import id.pkh.client.disbursement.model.OpenCycleRequest;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A service goes through all families of the country: it closes a period, from the facts to what
 * follows from them and its events, or replays past ones. The first time warms the service up.
 *
 * @param role of the person who asks for it
 * @param target families per second
 * @param work asks for it and returns when it is done
 */
record CountryBenchmark(
        String name,
        String title,
        String service,
        String role,
        double target,
        BiFunction<DataSource, Integer, CountryTables> tables,
        Consumer<PkhClient> work)
        implements Benchmark {

    private static final String COUNTRY = "*";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    static CountryBenchmark ofMonth() {
        return new CountryBenchmark(
                "month-close",
                "a month of all groups is closed; the limit is the bare statements",
                Checkout.MEETING,
                "DATA_ADMINISTRATOR",
                40_000,
                MonthTables::new,
                CountryBenchmark::closeMonth);
    }

    static CountryBenchmark ofQuarter() {
        return new CountryBenchmark(
                "quarter-close",
                "a quarter of all families is closed; the limit is the bare statements",
                Checkout.VERIFICATION,
                "MINISTRY_OFFICER",
                15_000,
                QuarterTables::new,
                CountryBenchmark::closeQuarter);
    }

    static CountryBenchmark ofReplay() {
        return new CountryBenchmark(
                "replay",
                "a draft of the commitments is replayed over four quarters; the limit is the bare statements",
                Checkout.VERIFICATION,
                "MINISTRY_OFFICER",
                3_334,
                ReplayTables::new,
                ReplayOfDraft::run);
    }

    static CountryBenchmark ofCycle() {
        return new CountryBenchmark(
                "cycle",
                "the entitlements of all families are calculated; the limit is the bare statements",
                Checkout.DISBURSEMENT,
                "MINISTRY_OFFICER",
                20_000,
                CycleTables::new,
                CountryBenchmark::calculateCycle);
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (Stack stack = Stacks.ofService(bench, name, service, BankStack.HEAP)) {
            CountryTables facts =
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
            Bench bench, ServiceProcess process, CountryTables facts, PkhClient person)
            throws SQLException {
        BareStatements bare = facts.bare();
        List<Double> done = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round <= bench.rounds(); round++) {
            facts.forget();
            double seconds = timed(() -> work.accept(person));
            facts.verify();
            bench.progress(
                    "%s: done within %s s, %s families/s",
                    round == 0 ? "warm-up" : "round " + round,
                    Numbers.text(seconds),
                    Numbers.text(bench.families() / seconds));
            if (round > 0) {
                done.add(seconds);
                bare.keep();
                facts.forget();
                limits.add(bare.write());
                bench.progress("bare statements within %s s", Numbers.text(limits.get(round - 1)));
            }
        }
        double seconds = Statistics.median(done);
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

    /** Opens a cycle and calculates it. */
    static void calculateCycle(PkhClient person) {
        person.call(
                CyclesApi::new,
                cycles ->
                        cycles.openCycle(
                                new OpenCycleRequest()
                                        .cycleCode(CycleTables.CYCLE)
                                        .coversFrom(LocalDate.parse(CycleTables.FROM))
                                        .coversUntil(LocalDate.parse(CycleTables.UNTIL))
                                        .channel(OpenCycleRequest.ChannelEnum.BANK)
                                        .verificationPeriod(CycleTables.QUARTER)));
        person.call(CyclesApi::new, cycles -> cycles.calculateCycle(CycleTables.CYCLE));
        await(
                () ->
                        person.call(CyclesApi::new, cycles -> cycles.getCycle(CycleTables.CYCLE))
                                .getCalculation()
                                .getStatus()
                                .getValue());
    }

    /** Returns when the work is done. */
    static void await(Supplier<String> state) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String seen = state.get();
        while (!seen.equals("DONE")) {
            if (!seen.equals("RUNNING") || System.nanoTime() > until) {
                throw new CannotRun("the work is " + seen);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            seen = state.get();
        }
    }
}
