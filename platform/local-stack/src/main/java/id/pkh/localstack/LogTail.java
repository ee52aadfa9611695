package id.pkh.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for an error message. */
public final class LogTail {

    private static final int LINES = 25;

    private LogTail() {}

    public static String of(Path log) {
        return of(log, LINES);
    }

    public static String of(Path log, int lines) {
        try {
            // ISO-8859-1 reads any bytes; a log that is not UTF-8 must not hide the reason
            List<String> all = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }
}
