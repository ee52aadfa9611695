package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

    private final List<String> ran = new ArrayList<>();
    private Bench seen;

    @Test
    void withoutANameEverythingRunsInItsOrder() {
        assertThat(execute()).isZero();
        assertThat(ran).containsExactly("one", "two");
    }

    @Test
    void onlyTheNamedRunHoweverTheyAreOrdered() {
        assertThat(execute("two")).isZero();
        assertThat(ran).containsExactly("two");
        ran.clear();
        assertThat(execute("two", "one")).isZero();
        assertThat(ran).containsExactly("one", "two");
    }

    @Test
    void anUnknownNameIsToldWithThoseThereAre() {
        StringWriter told = new StringWriter();
        CommandLine main = main().setErr(new PrintWriter(told, true));
        assertThat(main.execute("three")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(told.toString()).contains("no benchmark is called three; there are one, two");
        assertThat(ran).isEmpty();
    }

    @Test
    void roundsAndSizesAreThoseAskedForOrTheUsual() {
        execute("one");
        assertThat(List.of(seen.rounds(), seen.events(), seen.payments(), seen.warnings()))
                .containsExactly(3, 300_000, 1_000_000, 100);
        execute("one", "--rounds", "5", "--size", "1000", "--warnings", "10");
        assertThat(List.of(seen.rounds(), seen.events(), seen.payments(), seen.warnings()))
                .containsExactly(5, 1000, 1000, 10);
    }

    @Test
    void aNumberBelowOneIsRefused() {
        for (String option : List.of("--rounds", "--size", "--warnings")) {
            assertThat(execute("one", option, "0")).isEqualTo(CommandLine.ExitCode.USAGE);
        }
        assertThat(ran).isEmpty();
    }

    @Test
    void aMissedTargetIsNoError() {
        CommandLine main =
                Main.commandLine(List.of(benchmark("slow", FigureFixture.relay(1, 100))));
        assertThat(main.execute()).isZero();
    }

    @Test
    void whatCannotRunIsAnErrorAndTheOthersRunAllTheSame(@TempDir Path directory)
            throws IOException {
        Path json = directory.resolve("figures.json");
        Benchmark broken =
                new Stub("broken", FigureFixture.withoutTarget()) {
                    @Override
                    public List<Figure> run(Bench bench) {
                        throw new CannotRun("nothing is built");
                    }
                };
        CommandLine main =
                Main.commandLine(List.of(broken, benchmark("one", FigureFixture.latency(3))));
        assertThat(main.execute("--json", json.toString())).isEqualTo(Main.SOME_COULD_NOT_RUN);
        assertThat(ran).containsExactly("one");
        assertThat(Files.readString(json)).contains("latency.median");
    }

    @Test
    void theBenchmarksOfTheCommandLineHaveDifferentNames() {
        assertThat(Benchmarks.all().stream().map(Benchmark::name).toList())
                .containsExactly(
                        "relay",
                        "inbox",
                        "month-close",
                        "quarter-close",
                        "replay",
                        "cycle",
                        "batches",
                        "pain001",
                        "pain002",
                        "camt054",
                        "registry",
                        "bad-list",
                        "webhooks",
                        "sheets",
                        "reports",
                        "workbook",
                        "tail",
                        "latency",
                        "startup",
                        "up");
    }

    private int execute(String... arguments) {
        return main().setErr(new PrintWriter(new StringWriter())).execute(arguments);
    }

    private CommandLine main() {
        return Main.commandLine(
                List.of(
                        benchmark("one", FigureFixture.latency(3)),
                        benchmark("two", FigureFixture.withoutTarget())));
    }

    private Benchmark benchmark(String name, Figure figure) {
        return new Stub(name, figure);
    }

    private class Stub implements Benchmark {

        private final String name;
        private final Figure figure;

        Stub(String name, Figure figure) {
            this.name = name;
            this.figure = figure;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String title() {
            return "a benchmark that measures nothing";
        }

        @Override
        public List<Figure> run(Bench bench) {
            ran.add(name);
            seen = bench;
            return List.of(figure);
        }
    }
}
