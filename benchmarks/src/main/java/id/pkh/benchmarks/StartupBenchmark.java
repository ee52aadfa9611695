package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceProcess;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.localstack.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How soon each service is ready when it starts alone on the machine, and how much memory it uses
 * at rest.
 */
final class StartupBenchmark implements Benchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final double TARGET_SECONDS = 10;
    private static final double TARGET_MB = 400;
    private static final String LIMIT = "a JVM that prints a greeting";

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String title() {
        return "each service alone until it is ready; the limit is a JVM that prints a greeting";
    }

    @Override
    public List<Figure> run(Bench bench) {
        try (Stack stack =
                Stacks.start(bench, name(), new Checkout(bench.root()).builtServices())) {
            stack.services().forEach(ServiceProcess::stop); // creates their tables
            List<Figure> figures = new ArrayList<>();
            for (ServiceProcess service : stack.services()) {
                figures.addAll(measure(bench, service));
            }
            return figures;
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private List<Figure> measure(Bench bench, ServiceProcess service) {
        List<Double> ready = new ArrayList<>();
        List<Double> hello = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        List<Double> helloResident = new ArrayList<>();
        double peak = 0;
        for (int round = 1; round <= bench.rounds(); round++) {
            try {
                ready.add(secondsUntilReady(service));
                if (round == bench.rounds()) {
                    Waiting.until(REST, REST, () -> false);
                    resident.add(ProcessMemory.residentMb(service.pid()));
                }
                peak = Math.max(peak, ProcessMemory.peakMb(service.pid()));
            } finally {
                service.stop();
            }
            BareJvm.Started bare = BareJvm.start(bench);
            hello.add(bare.seconds());
            helloResident.add(bare.residentMb());
        }
        double seconds = Statistics.median(ready);
        double memory = Statistics.median(resident);
        bench.progress(
                "%s ready after %s s, %s MB at rest",
                service.name(), Numbers.text(seconds), Numbers.text(memory));
        return List.of(
                new Figure(
                        name() + "." + service.name(),
                        seconds,
                        "s",
                        LIMIT,
                        Statistics.median(hello),
                        seconds,
                        peak,
                        Target.valueBelow(TARGET_SECONDS)),
                new Figure(
                        name() + "." + service.name() + ".memory",
                        memory,
                        "MB",
                        LIMIT,
                        Statistics.median(helloResident),
                        REST.toSeconds(),
                        peak,
                        Target.valueBelow(TARGET_MB)));
    }

    private static double secondsUntilReady(ServiceProcess service) {
        long start = System.nanoTime();
        service.start();
        boolean isReady =
                Waiting.until(PATIENCE, LOOK_EVERY, () -> !service.isAlive() || service.isReady());
        if (!isReady || !service.isAlive()) {
            throw new CannotRun(service.name() + " did not start; see " + service.log());
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
