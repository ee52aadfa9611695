package id.pkh.benchmarks;

import java.util.List;

/** All benchmarks, in the order in which they run. */
final class Benchmarks {

    private Benchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                new RelayBenchmark(),
                new InboxBenchmark(),
                CountryBenchmark.ofMonth(),
                CountryBenchmark.ofQuarter(),
                CountryBenchmark.ofReplay(),
                CountryBenchmark.ofCycle(),
                new BatchesBenchmark(),
                new Pain001Benchmark(),
                ReportBenchmark.ofStatuses(),
                ReportBenchmark.ofBookings(),
                new RegistryBenchmark(),
                new BadListBenchmark(),
                new WebhooksBenchmark(),
                new SheetsBenchmark(),
                new ReportsBenchmark(),
                new WorkbookBenchmark(),
                new TailBenchmark(),
                new LatencyBenchmark(),
                new StartupBenchmark(),
                new UpBenchmark());
    }
}
