package id.pkh.launcher.command;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Run benchmarks; each figure is shown next to the limit of this machine.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./pkh bench                     every benchmark",
            "  ./pkh bench relay --json b.json one of them, figures also to a file"
        })
final class BenchCommand implements Callable<Integer> {

    private static final String MAIN_CLASS = "id.pkh.benchmarks.Main";

    private final Checkout checkout;

    @Mixin private HelpOption help;

    @Parameters(paramLabel = "NAME", description = "Benchmarks by name; all by default.")
    private List<String> names = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to a file.")
    private Path json;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds; the median counts.")
    private Integer rounds;

    @Option(names = "--size", paramLabel = "N", description = "Rows or events per round.")
    private Integer size;

    @Option(
            names = "--warnings",
            paramLabel = "N",
            description = "Number of warnings that the latency benchmark waits for.")
    private Integer warnings;

    BenchCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path target = checkout.root().resolve("benchmarks/target");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dpkh.root=" + checkout.root());
        command.add("-cp");
        command.add(jar(target) + ":" + target.resolve("lib") + "/*");
        command.add(MAIN_CLASS);
        command.addAll(names);
        if (json != null) {
            command.addAll(List.of("--json", json.toString()));
        }
        addNumber(command, "--rounds", rounds);
        addNumber(command, "--size", size);
        addNumber(command, "--warnings", warnings);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void addNumber(List<String> command, String option, Integer value) {
        if (value != null) {
            command.addAll(List.of(option, value.toString()));
        }
    }

    private Path jar(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars =
                    Files.newDirectoryStream(target, "benchmarks-*.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new StackFailure(
                "the benchmarks are not built: mvn -DskipTests package -pl benchmarks -am");
    }
}
