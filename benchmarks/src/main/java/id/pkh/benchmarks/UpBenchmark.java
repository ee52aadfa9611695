package id.pkh.benchmarks;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.StackFailure;
import id.pkh.localstack.ChildProcess;
import id.pkh.localstack.LogTail;
import id.pkh.localstack.PidFile;
import id.pkh.localstack.Ports;
import id.pkh.localstack.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long {@code ./pkh up} takes on fresh data after the build. It runs in its own directory, so
 * that the data of the user's stack is not changed.
 */
final class UpBenchmark implements Benchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final double TARGET_SECONDS = 60;
    private static final String READY = "Everything is ready";
    private static final List<String> PORTS =
            List.of(
                    "registry",
                    "meeting",
                    "verification",
                    "disbursement",
                    "console",
                    "kafka",
                    "postgres",
                    "issuer");

    /** The launcher, the broker, the four services and the console. */
    private static final int JVMS = 7;

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String title() {
        return "./pkh up on fresh data; the limit is as many JVMs that say hello";
    }

    @Override
    public List<Figure> run(Bench bench) {
        List<Double> up = new ArrayList<>();
        List<Double> hello = new ArrayList<>();
        double peak = 0;
        for (int round = 1; round <= bench.rounds(); round++) {
            Path root = bench.directory().resolve("up" + round);
            linkServices(new Checkout(bench.root()), root);
            long start = System.nanoTime();
            ChildProcess launcher = launch(root);
            try {
                awaitReady(launcher);
                up.add((System.nanoTime() - start) / 1e9);
                peak = Math.max(peak, peakOfAll(root, launcher));
            } finally {
                launcher.stop(STOP_LIMIT);
            }
            hello.add(BareJvm.startTogether(bench, JVMS).seconds());
            bench.progress("round %d: ready after %s s", round, Numbers.text(up.get(round - 1)));
        }
        double seconds = Statistics.median(up);
        return List.of(
                new Figure(
                        name(),
                        seconds,
                        "s",
                        JVMS + " JVMs that say hello",
                        Statistics.median(hello),
                        seconds,
                        peak,
                        Target.valueBelow(TARGET_SECONDS)));
    }

    private static void linkServices(Checkout checkout, Path root) {
        try {
            Files.createDirectories(root);
            checkout.builtServices();
            for (String module :
                    List.of(
                            "kpm-registry-service",
                            "meeting-service",
                            "verification-service",
                            "disbursement-service",
                            "operations-console")) {
                Files.createSymbolicLink(root.resolve(module), checkout.root().resolve(module));
            }
        } catch (IOException e) {
            throw new CannotRun("cannot prepare " + root, e);
        } catch (StackFailure e) {
            throw new CannotRun(e.getMessage());
        }
    }

    /** Starts it as the script {@code pkh} does, on free ports. */
    private static ChildProcess launch(Path root) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.JAVA.toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Dpkh.root=" + root, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("id.pkh.launcher.Main", "up"));
        for (String name : PORTS) {
            command.addAll(List.of("--" + name + "-port", String.valueOf(Ports.free())));
        }
        return ChildProcess.start(
                new ChildProcess.Plan(
                        "pkh-up",
                        command,
                        root.resolve("up.log"),
                        root.resolve("up.pid"),
                        "-Dpkh.root=" + root));
    }

    private static void awaitReady(ChildProcess launcher) {
        boolean isReady =
                Waiting.until(
                        PATIENCE, LOOK_EVERY, () -> !launcher.isAlive() || says(launcher, READY));
        if (!isReady || !launcher.isAlive()) {
            throw new CannotRun("./pkh up did not get ready:\n" + LogTail.of(launcher.log()));
        }
    }

    private static boolean says(ChildProcess launcher, String words) {
        return LogTail.of(launcher.log()).contains(words);
    }

    private static double peakOfAll(Path root, ChildProcess launcher) {
        return ProcessMemory.peakMb(launcher.pid())
                + PidFile.in(root.resolve(".pkh/pids")).stream()
                        .mapToDouble(file -> ProcessMemory.peakMb(file.pid()))
                        .sum();
    }
}
