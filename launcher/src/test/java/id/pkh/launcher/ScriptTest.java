package id.pkh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the script {@code ./pkh} does before a Java program runs, in a checkout with nothing built.
 */
class ScriptTest {

    private static final List<String> TOOLS =
            List.of(
                    "awk",
                    "basename",
                    "bash",
                    "cat",
                    "dirname",
                    "env",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "tee",
                    "touch");

    @TempDir Path root;
    private Path programs;
    private int exitCode;

    @BeforeEach
    void aCheckoutAndAPathWithoutMaven() throws IOException {
        Files.copy(Path.of("..", "pkh"), root.resolve("pkh"), StandardCopyOption.COPY_ATTRIBUTES);
        Path help = Files.createDirectories(root.resolve("launcher/help"));
        try (Stream<Path> texts = Files.list(Path.of("help"))) {
            for (Path text : texts.toList()) {
                Files.copy(text, help.resolve(text.getFileName()));
            }
        }
        programs = Files.createDirectories(root.resolve("programs"));
        for (String tool : TOOLS) {
            Path found =
                    Stream.of("/usr/bin", "/bin")
                            .map(dir -> Path.of(dir, tool))
                            .filter(Files::exists)
                            .findFirst()
                            .orElseThrow();
            Files.createSymbolicLink(programs.resolve(tool), found);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo", "up", "dev", "token", "env", "load", "images", "test", "bench", "status",
                "stop"
            })
    void helpNeedsNeitherJavaNorMavenAndBuildsNothing(String command) throws Exception {
        assertThat(run(command, "--help")).contains("Usage: ./pkh " + command);

        assertThat(exitCode).isZero();
        assertThat(root.resolve(".pkh")).doesNotExist();
    }

    @Test
    void programsThatTestsNeedAreNamedWithTheCommandThatInstallsThem() throws Exception {
        mavenThatPrints("[INFO] Tests run: 7, Failures: 0, Errors: 0, Skipped: 0");

        String output = run("test");

        assertThat(output)
                .contains(
                        "Not installed: kubectl.",
                        ".ci/install-kubectl installs it",
                        "Not installed: chromium chromium-driver prometheus curl python3 libreoffice-calc.",
                        "apt-get install --no-install-recommends chromium chromium-driver prometheus curl python3 libreoffice-calc",
                        "All modules: 7 tests run, 0 failures, 0 errors, 0 left out");
        assertThat(output.indexOf("Not installed")).isLessThan(output.indexOf("Tests run"));
    }

    @ParameterizedTest
    @CsvSource({"--verbose, 0", "--complete, 3"})
    void testsThatWereLeftOutAreCountedAndFailACompleteRun(String option, int code)
            throws Exception {
        mavenThatPrints(
                "[INFO] Tests run: 7, Failures: 0, Errors: 0, Skipped: 0",
                "[WARNING] Tests run: 2, Failures: 0, Errors: 0, Skipped: 2, Time elapsed: 0.01 s -- in id.pkh.systemtests.AlertRulesTest",
                "[WARNING] Tests run: 12, Failures: 0, Errors: 0, Skipped: 2");

        assertThat(run("test", option))
                .contains(
                        "All modules: 17 tests run, 0 failures, 0 errors, 2 left out",
                        "Left out: AlertRulesTest (2)");
        assertThat(exitCode).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instances", "keycloak", "year", "situation"})
    void aScenarioThatIsNotInTheNormalRunHasAProfileOfItsOwn(String scenario) throws Exception {
        maven("echo \"mvn $*\"");

        assertThat(run("test", "--verbose", "--" + scenario))
                .containsPattern("mvn .* -P" + scenario + " -pl system-tests -am ");
    }

    @Test
    void imagesWithoutDockerFailBeforeAnythingIsBuilt() throws Exception {
        assertThat(run("images", "--push", "registry.example.org"))
                .contains("images needs a Docker engine");
        assertThat(exitCode).isOne();
        assertThat(run("images", "--puhs")).contains("./pkh images --help");
        assertThat(root.resolve(".pkh")).doesNotExist();
    }

    private void mavenThatPrints(String... lines) throws IOException {
        maven("cat <<'EOF'\n" + String.join("\n", lines) + "\nEOF");
    }

    private void maven(String script) throws IOException {
        Path maven = programs.resolve("mvn");
        Files.writeString(maven, "#!/usr/bin/env bash\n" + script + "\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", root.resolve("pkh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", programs.toString());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().remove("PKH_MAVEN");
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        exitCode = running.waitFor();
        return output;
    }
}
