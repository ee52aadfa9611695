package id.pkh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.PidFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    @TempDir Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    private CommandLine commandLine() {
        return Main.commandLine(root)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo", "up", "dev", "token", "env", "load", "test", "bench", "status", "stop"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString())
                .contains("Usage: ./pkh " + command, "Example", "  ./pkh " + command);
    }

    @Test
    void theHelpOfTheScriptKnowsTheSameCommands() throws IOException {
        String script = Files.readString(Path.of("..", "pkh"));
        String help = script.substring(script.indexOf("Commands:"), script.indexOf("Examples:"));
        TreeSet<String> named = new TreeSet<>();
        for (String line : help.lines().skip(1).toList()) {
            if (!line.isBlank()) {
                named.add(line.strip().split("\\s+")[0]);
            }
        }

        assertThat(named.remove("images")).as("a command of the script alone").isTrue();
        assertThat(named).isEqualTo(new TreeSet<>(commandLine().getSubcommands().keySet()));
    }

    /** The script shows these files, because help needs no build. */
    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "token", "env", "load", "bench", "status", "stop"})
    void theStoredHelpOfACommandIsItsHelp(String command) throws IOException {
        run(command, "--help");

        Path stored = Path.of("help", command + ".txt");
        if (Boolean.getBoolean("pkh.help.write")) {
            Files.createDirectories(stored.getParent());
            Files.writeString(stored, out.toString());
        }
        assertThat(out.toString())
                .as("mvn test -pl launcher -Dtest=MainTest -Dpkh.help.write=true writes it")
                .isEqualTo(Files.readString(stored));
    }

    @Test
    void aServiceThatDoesNotExistCannotBeLeftOut() {
        assertThat(run("up", "--without", "payments")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains("payments", "registry", "console");
    }

    @Test
    void withoutACommandThereIsHelp() {
        assertThat(run()).isZero();

        assertThat(out.toString()).contains("Commands:", "demo", "Examples:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "upp"})
    void whatIsNotKnownIsRefusedWithHelp(String argument) {
        assertThat(run(argument)).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains(argument);
    }

    @Test
    void aTokenCarriesWhatWasAskedForAndIsAllThatIsPrinted() {
        assertThat(
                        run(
                                "token",
                                "--role",
                                "FACILITATOR",
                                "--role",
                                "auditor",
                                "--area",
                                "17.71.08.1001",
                                "17.71.08.1002",
                                "--subject",
                                "F-001"))
                .isZero();

        String[] lines = out.toString().split("\n");
        assertThat(lines).hasSize(1);
        assertThat(claims(lines[0]))
                .contains(
                        "\"sub\":\"F-001\"",
                        "\"groups\":[\"FACILITATOR\",\"AUDITOR\"]",
                        "\"areas\":[\"17.71.08.1001\",\"17.71.08.1002\"]");
    }

    @Test
    void aTokenIsForTheWholeCountryUnlessAnAreaIsGiven() {
        assertThat(run("token", "--role", "DATA_ADMINISTRATOR")).isZero();

        assertThat(claims(out.toString().strip()))
                .contains("\"areas\":[\"*\"]", "\"sub\":\"local-data-administrator\"");
    }

    @Test
    void aRoleThatDoesNotExistIsRefusedWithTheRolesThatDo() {
        assertThat(run("token", "--role", "KING")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains("KING", "FACILITATOR", "MINISTRY_OFFICER");
    }

    @Test
    void servicesThatAreNotBuiltAreNamed() {
        assertThat(run("up")).isEqualTo(CommandLine.ExitCode.SOFTWARE);

        assertThat(err.toString())
                .contains(
                        "the registry service is not built",
                        "kpm-registry-service/target/kpm-registry-service-runner.jar")
                .doesNotContain("Exception");
    }

    @Test
    void benchmarksThatAreNotBuiltAreNamed() {
        assertThat(run("bench")).isEqualTo(CommandLine.ExitCode.SOFTWARE);

        assertThat(err.toString()).contains("the benchmarks are not built: mvn");
    }

    @Test
    void nothingCanBeSentToAStackThatIsNotThere() {
        assertThat(run("load", "--families", "30", "--send"))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);

        assertThat(err.toString()).contains("./pkh up");
    }

    @ParameterizedTest
    @CsvSource({"demo,0", "demo,10000001", "load,0", "load,10000001"})
    void aDistrictHasOneToTenMillionFamilies(String command, String families) {
        assertThat(run(command, "--families", families)).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains("--families has to be 1 to 10,000,000");
    }

    @Test
    void theDemoUnpacksTheCommittedDistrictBeforeAnythingStarts() {
        run("demo", "--exit");

        assertThat(root.resolve(".pkh/district/story.json")).exists();
        assertThat(root.resolve(".pkh/district/families.csv")).exists();
        assertThat(err.toString()).contains("the registry service is not built");
    }

    @Test
    void aDemoThatCannotStartSaysSoInItsFileToo() throws IOException {
        Path file = root.resolve("demo.json");

        assertThat(run("demo", "--exit", "--families", "60", "--json", file.toString()))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);

        assertThat(file).content().contains("\"failures\"", "is not built", "\"seconds\"");
    }

    @Test
    void loadWritesTheSameFilesForTheSameSeed() throws IOException {
        Path first = root.resolve("first");
        Path second = root.resolve("second");
        run("load", "--families", "60", "--seed", "7", "--out", first.toString());
        run("load", "--families", "60", "--seed", "7", "--out", second.toString());

        assertThat(first.resolve("families.csv"))
                .hasSameBinaryContentAs(second.resolve("families.csv"));
        assertThat(first.resolve("story.json")).exists();
    }

    @Test
    void loadDoesNotWriteIntoAFolderThatHoldsSomething() throws IOException {
        Path full = Files.createDirectories(root.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");

        assertThat(run("load", "--families", "60", "--out", full.toString()))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);

        assertThat(err.toString()).contains("is not empty");
        assertThat(full.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void statusAndStopSayThatNothingIsRunning() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(run("stop")).isZero();

        assertThat(out.toString())
                .contains("No part of the stack is ready here", "Nothing was running here");
    }

    @Test
    void stopEndsWhatACrashLeftAndStatusShowsIt() throws Exception {
        Process left = new ProcessBuilder("sleep", "622").start();
        PidFile.write(root.resolve(".pkh/pids/kafka.pid"), left.pid(), "sleep 622");

        run("status");
        assertThat(out.toString()).contains("kafka (process " + left.pid());
        assertThat(run("stop")).isZero();

        left.waitFor();
        assertThat(out.toString()).contains("Ended the processes of an earlier run: kafka");
    }

    private static String claims(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
