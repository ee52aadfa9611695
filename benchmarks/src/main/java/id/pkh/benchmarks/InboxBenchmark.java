package id.pkh.benchmarks;

import java.util.List;

final class InboxBenchmark implements Benchmark {
    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public String title() {
        return "todo";
    }

    @Override
    public List<Figure> run(Bench bench) {
        throw new CannotRun("later");
    }
}
