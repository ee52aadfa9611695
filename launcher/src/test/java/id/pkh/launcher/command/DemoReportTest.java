package id.pkh.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.district.story.StoryResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportTest {

    @TempDir Path directory;

    private final StringWriter out = new StringWriter();

    @Test
    void theFileHoldsTheSummaryTheSecondsAndTheFailures() throws IOException {
        Path file = directory.resolve("out/demo.json");
        StoryResult result =
                new StoryResult(Map.of("families", 1500), List.of("one warning too many"));

        new DemoReport(result, 71.26).write(file);

        JsonNode report = new ObjectMapper().readTree(file.toFile());
        assertThat(report.path("families").asInt()).isEqualTo(1500);
        assertThat(report.path("seconds").asDouble()).isEqualTo(71.3);
        assertThat(report.path("failures").get(0).asText()).isEqualTo("one warning too many");
    }

    @Test
    void aReaderIsToldWhetherItCameOutRight() {
        new DemoReport(new StoryResult(Map.of("rows_read", 9), List.of()), 1)
                .print(new PrintWriter(out));
        assertThat(out.toString()).contains("rows read", "All results are as expected");

        DemoReport.failed("meeting does not respond", 1).print(new PrintWriter(out));
        assertThat(out.toString()).contains("  - meeting does not respond");
    }

    @Test
    void progressIsALineAQuarterWhereThereIsNoTerminal() {
        Narrator narrator = new Narrator(new PrintWriter(out, true), false);

        for (int i = 1; i <= 100; i++) {
            narrator.progress("sheets", i, 100);
        }
        narrator.step("January is closed.");

        assertThat(out.toString().lines())
                .containsExactly(
                        "    sheets 1 of 100",
                        "    sheets 25 of 100",
                        "    sheets 50 of 100",
                        "    sheets 75 of 100",
                        "    sheets 100 of 100",
                        "January is closed.");
    }

    @Test
    void progressStaysOnOneLineInATerminal() {
        Narrator narrator = new Narrator(new PrintWriter(out, true), true);

        narrator.progress("sheets", 1, 2);
        narrator.progress("sheets", 2, 2);
        narrator.step("January is closed.");

        assertThat(out.toString().lines()).hasSize(4); // \r counts as an end of line
        assertThat(out.toString()).contains("2 of 2 \nJanuary");
    }
}
