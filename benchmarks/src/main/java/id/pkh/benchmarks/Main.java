package id.pkh.benchmarks;

import id.pkh.client.RefusedCall;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pkh bench}: measures, and prints each figure next to the limit of this machine. */
@Command(
        name = "pkh bench",
        description =
                "Measures the system; each figure is shown next to the limit of this machine.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Main implements Callable<Integer> {

    static final int SOME_COULD_NOT_RUN = 1;

    private static final int EVENTS = 300_000;
    private static final int BACKLOG = 1_000_000;
    private static final int PAYMENTS = 1_000_000;
    private static final int FAMILIES = 1_000_000;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "What to measure: relay, inbox, month-close, quarter-close, replay, batches, pain001, pain002, camt054, registry, bad-list, webhooks, sheets, reports, workbook, tail, latency, startup, up. All of them when left out.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the figures to FILE as JSON.")
    private Path json;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of which the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--size",
            paramLabel = "N",
            description =
                    "Events of relay and tail (default: 300000), of webhooks (at most 10000), events of inbox, families of month-close, bad-list,"
                            + " quarter-close, replay and reports, payments of batches, pain001, pain002 and camt054 (default: 1000000).")
    private Integer size;

    @Option(
            names = "--warnings",
            paramLabel = "N",
            defaultValue = "100",
            description = "Warnings of latency (default: ${DEFAULT-VALUE}).")
    private int warnings;

    @Spec private CommandSpec spec;

    private final List<Benchmark> known;

    Main(List<Benchmark> known) {
        this.known = known;
    }

    public static void main(String[] arguments) {
        // before anything is logged: the Quarkus libraries on the class path bring their own log
        // manager
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(commandLine(Benchmarks.all()).execute(arguments));
    }

    static CommandLine commandLine(List<Benchmark> known) {
        return new CommandLine(new Main(known));
    }

    @Override
    public Integer call() throws IOException {
        List<Benchmark> chosen = chosen();
        atLeastOne("--rounds", rounds);
        atLeastOne("--size", size == null ? 1 : size);
        atLeastOne("--warnings", warnings);
        List<Figure> figures = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        Path directory = Files.createTempDirectory("pkh-bench");
        for (Benchmark benchmark : chosen) {
            System.out.println(benchmark.name() + ": " + benchmark.title());
            try {
                figures.addAll(benchmark.run(bench(directory)));
            } catch (CannotRun | RefusedCall reason) {
                failures.add(benchmark.name() + " could not run: " + told(reason));
            }
        }
        System.out.println();
        System.out.print(FigureTable.of(figures));
        failures.forEach(System.out::println);
        if (json != null) {
            Files.writeString(json, FigureJson.of(figures));
        }
        if (failures.isEmpty() || Trees.isEmpty(directory)) {
            Trees.delete(directory);
        } else {
            System.out.println("Logs are in " + directory);
        }
        return failures.isEmpty() ? CommandLine.ExitCode.OK : SOME_COULD_NOT_RUN;
    }

    private Bench bench(Path directory) {
        Path target = target();
        Path root = target.getParent().getParent();
        return new Bench(
                root,
                target,
                directory,
                rounds,
                size == null ? EVENTS : size,
                size == null ? BACKLOG : size,
                size == null ? PAYMENTS : size,
                size == null ? FAMILIES : size,
                warnings,
                System.out);
    }

    private List<Benchmark> chosen() {
        if (names.isEmpty()) {
            return known;
        }
        Set<String> wanted = new LinkedHashSet<>(names);
        known.forEach(benchmark -> wanted.remove(benchmark.name()));
        if (!wanted.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no benchmark is called %s; there are %s"
                            .formatted(
                                    String.join(", ", wanted),
                                    known.stream()
                                            .map(Benchmark::name)
                                            .collect(Collectors.joining(", "))));
        }
        return known.stream().filter(benchmark -> names.contains(benchmark.name())).toList();
    }

    private void atLeastOne(String option, int number) {
        if (number < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1");
        }
    }

    private static String told(RuntimeException reason) {
        Throwable cause = reason.getCause();
        return cause == null ? reason.getMessage() : reason.getMessage() + " (" + cause + ")";
    }

    /** The module's {@code target}, from which this class was loaded. */
    private static Path target() {
        try {
            return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
