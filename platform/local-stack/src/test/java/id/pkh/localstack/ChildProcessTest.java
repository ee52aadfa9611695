package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path directory;

    private ChildProcess.Plan plan(String... command) {
        return new ChildProcess.Plan(
                "sample",
                List.of(command),
                directory.resolve("sample.log"),
                directory.resolve("sample.pid"),
                command[command.length - 1]);
    }

    @Test
    void logsToAFileAndKnowsTheEnvironmentItWasGiven() throws IOException {
        ChildProcess child =
                ChildProcess.start(
                        plan("sh", "-c", "echo said $WORD; exit 3")
                                .withEnvironment(Map.of("WORD", "hello")));

        assertThat(child.awaitEnd(PATIENCE)).isTrue();
        assertThat(child.exitCode()).isEqualTo(3);
        assertThat(Files.readString(child.log())).isEqualTo("said hello\n");
    }

    @Test
    void leavesAPidFileWhileItRunsAndNoneAfterwards() {
        ChildProcess child = ChildProcess.start(plan("sleep", "611"));

        PidFile file = PidFile.read(directory.resolve("sample.pid")).orElseThrow();
        assertThat(file.pid()).isEqualTo(child.pid());
        await().atMost(PATIENCE).until(file::isRunning);

        child.stop(PATIENCE);

        assertThat(child.isAlive()).isFalse();
        await().atMost(PATIENCE).until(() -> !Files.exists(directory.resolve("sample.pid")));
    }

    @Test
    void whatDoesNotListenIsKilled() {
        ChildProcess child =
                ChildProcess.start(
                        plan("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done"));
        await().atMost(PATIENCE).until(() -> LogTail.of(child.log()).contains("deaf"));

        child.stop(Duration.ofMillis(300));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void anInterruptFromTheTerminalDoesNotReachIt() {
        ChildProcess child =
                ChildProcess.start(plan("sh", "-c", "ps -o sid= -p $$ || echo; exec sleep 612"));
        await().atMost(PATIENCE).until(() -> !LogTail.of(child.log()).isBlank());

        child.signal("INT");

        assertThat(child.awaitEnd(Duration.ofMillis(300))).isFalse();
        child.kill();
    }

    @Test
    void diesWithAJvmThatIsKilledWithoutWarning() throws Exception {
        Process parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                BrokerClasspath.locationOf("id/pkh/localstack/ChildProcess.class")
                                        + ":"
                                        + BrokerClasspath.locationOf(
                                                "id/pkh/localstack/SleepingParent.class"),
                                SleepingParent.class.getName(),
                                directory.toString())
                        .inheritIO()
                        .start();
        Path pidFile = directory.resolve("sleeper.pid");
        await().atMost(PATIENCE)
                .until(() -> PidFile.read(pidFile).filter(PidFile::isRunning).isPresent());
        PidFile child = PidFile.read(pidFile).orElseThrow();

        parent.destroyForcibly().waitFor();

        await().atMost(PATIENCE).until(() -> !child.isRunning());
    }
}
