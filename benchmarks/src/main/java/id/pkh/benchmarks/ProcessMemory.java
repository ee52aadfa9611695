package id.pkh.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resident memory of a process as Linux measures it, in MB; NaN where there is no /proc. */
final class ProcessMemory {

    private static final double KB_IN_MB = 1024;

    private ProcessMemory() {}

    /** The most memory it ever used. */
    static double peakMb(long pid) {
        return of(pid, "VmHWM");
    }

    static double residentMb(long pid) {
        return of(pid, "VmRSS");
    }

    private static double of(long pid, String field) {
        try {
            return parse(Files.readString(Path.of("/proc", String.valueOf(pid), "status")), field);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    static double parse(String status, String field) {
        Matcher line =
                Pattern.compile("^" + field + ":\\s+(\\d+) kB$", Pattern.MULTILINE).matcher(status);
        return line.find() ? Long.parseLong(line.group(1)) / KB_IN_MB : Double.NaN;
    }
}
