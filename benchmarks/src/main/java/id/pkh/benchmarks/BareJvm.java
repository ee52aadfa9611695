package id.pkh.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM that only prints a greeting: the least cost of starting any JVM. */
final class BareJvm {

    /** Starts a JVM and waits; {@code seconds} until it responded. */
    record Started(double seconds, double residentMb) {}

    private BareJvm() {}

    public static void main(String[] arguments) throws Exception {
        Orders.serve(order -> new double[] {0});
    }

    static Started start(Bench bench) {
        return startTogether(bench, 1);
    }

    /** Starts several JVMs at once; the time is that of the last one, the memory that of all. */
    static Started startTogether(Bench bench, int count) {
        List<Worker> workers = new ArrayList<>();
        long begin = System.nanoTime();
        try {
            for (int i = 0; i < count; i++) {
                workers.add(
                        Worker.start(
                                BareJvm.class,
                                Jvm.SERVICE_FLAGS,
                                List.of(),
                                Map.of(),
                                bench.directory().resolve("bare-jvm.log")));
            }
            workers.forEach(worker -> worker.ask("hello"));
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Started(seconds, workers.stream().mapToDouble(Worker::residentMb).sum());
        } finally {
            workers.forEach(Worker::close);
        }
    }
}
