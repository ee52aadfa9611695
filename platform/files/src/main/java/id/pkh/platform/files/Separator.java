package id.pkh.platform.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the separator of a text file: declared by Excel's {@code sep=} line, or guessed. */
final class Separator {

    private static final char[] CANDIDATES = {';', ',', '\t', '|'};
    private static final Pattern DECLARED = Pattern.compile("\"?sep=(.)\"?\\s*");

    private Separator() {}

    /**
     * The separator that a {@code sep=} line declares, or 0 if the line is not such a declaration.
     */
    static char declaredBy(String firstLine) {
        Matcher declared =
                DECLARED.matcher(firstLine == null ? "" : firstLine.stripTrailing() + " ");
        Matcher tab =
                Pattern.compile("\"?sep=\t\"?\\s*").matcher(firstLine == null ? "" : firstLine);
        if (tab.matches()) {
            return '\t';
        }
        return declared.matches() && declared.group(1).charAt(0) != ' '
                ? declared.group(1).charAt(0)
                : 0;
    }

    /**
     * The candidate that splits the most lines into the same number of cells. Lines with many cells
     * have more weight, so a comma in addresses loses against the semicolon between columns.
     */
    static char guessedFrom(List<String> lines) {
        char best = CANDIDATES[0];
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(lines, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(List<String> lines, char candidate) {
        Map<Integer, Integer> linesByCount = new HashMap<>();
        for (String line : lines) {
            int count = countOutsideQuotes(line, candidate);
            if (count > 0) {
                linesByCount.merge(count, 1, Integer::sum);
            }
        }
        return linesByCount.entrySet().stream()
                .mapToLong(entry -> (long) entry.getKey() * entry.getValue())
                .max()
                .orElse(0);
    }

    private static int countOutsideQuotes(String line, char candidate) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += !quoted && c == candidate ? 1 : 0;
        }
        return count;
    }
}
