package id.pkh.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.pkh.district.story.StoryResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of a demo, for people and for programs. */
final class DemoReport {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final StoryResult result;
    private final double seconds;

    DemoReport(StoryResult result, double seconds) {
        this.result = result;
        this.seconds = seconds;
    }

    /** The report of a demo that ended without a result. */
    static DemoReport failed(String reason, double seconds) {
        return new DemoReport(new StoryResult(Map.of(), List.of(reason)), seconds);
    }

    boolean passed() {
        return result.failures().isEmpty();
    }

    void print(PrintWriter out) {
        out.println();
        result.summary()
                .forEach((name, value) -> out.println("  %-40s %s".formatted(words(name), value)));
        out.println("  %-40s %.0f".formatted("seconds", seconds));
        out.println();
        if (passed()) {
            out.println("All results are as expected.");
        } else {
            out.println("Some results are not as expected:");
            result.failures().forEach(failure -> out.println("  - " + failure));
        }
        out.flush();
    }

    void write(Path file) {
        Map<String, Object> report = new LinkedHashMap<>(result.summary());
        report.put("seconds", Math.round(seconds * 10) / 10.0);
        report.put("failures", result.failures());
        try {
            Path parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            JSON.writeValue(file.toFile(), report);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}
