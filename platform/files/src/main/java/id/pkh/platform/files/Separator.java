package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the separator of a text file: declared by Excel's {@code sep=} line, or guessed. */
final class Separator {

    private static final char[] CANDIDATES = {';', ',', '\t', '|'};
    private static final Pattern DECLARATION =
            Pattern.compile("\"?sep=(.*?)\"?[ \\r]*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Separator() {}

    /**
     * The separator that a {@code sep=} line declares, or 0 if the line is not such a declaration.
     * A declaration is believed, as spreadsheets do; one that cannot be meant is refused.
     */
    static char declaredBy(String firstLine) {
        Matcher declaration = DECLARATION.matcher(firstLine == null ? "" : firstLine);
        if (!declaration.matches()) {
            return 0;
        }
        String declared = declaration.group(1);
        if (declared.length() != 1 || !canSeparate(declared.charAt(0))) {
            throw Refused.because(FileRefusals.FILE_SEPARATOR_INVALID);
        }
        return declared.charAt(0);
    }

    private static boolean canSeparate(char c) {
        boolean isOfValues = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
        return c == '\t' || !(isOfValues || c == '"' || c == ' ' || Character.isISOControl(c));
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
