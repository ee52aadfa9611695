package id.pkh.platform.files;

import java.util.Map;
import java.util.TreeMap;

/** The running counts of a file. */
final class RunCounts {

    long read;
    long applied;
    long unchanged;
    long refused;
    long refusals;
    long lastRefusedLine = -1;
    boolean boundToAreas;
    final Map<String, String> details = new TreeMap<>();

    RunCounts copy() {
        RunCounts copy = new RunCounts();
        copy.read = read;
        copy.applied = applied;
        copy.unchanged = unchanged;
        copy.refused = refused;
        copy.refusals = refusals;
        copy.lastRefusedLine = lastRefusedLine;
        copy.boundToAreas = boundToAreas;
        copy.details.putAll(details);
        return copy;
    }
}
