package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts as Prometheus evaluates them: each one firing once, and silent once. */
@NeedsPrograms(Program.PROMTOOL)
class AlertRulesTest {

    @TempDir Path folder;

    @Test
    void prometheusAcceptsItsConfiguration() throws Exception {
        promtool("check", "config", "prometheus.yml");
    }

    @Test
    void everyAlertFiresAndIsSilentWhenItShould() throws Exception {
        promtool("test", "rules", "alerts-test.yml", "alerts-of-hours-test.yml");
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("promtool.txt");
        ProcessBuilder command = new ProcessBuilder(Program.PROMTOOL.path().toString());
        command.command().addAll(List.of(arguments));
        command.directory(Tree.ROOT.resolve("deploy/monitoring").toFile());
        command.redirectErrorStream(true).redirectOutput(output.toFile());
        int exitCode = command.start().waitFor();
        assertThat(exitCode).as(Tree.read(output)).isZero();
    }
}
