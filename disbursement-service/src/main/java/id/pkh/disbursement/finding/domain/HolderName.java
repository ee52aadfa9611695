package id.pkh.disbursement.finding.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares the caretaker's name with the one under which the bank has last credited the account. A
 * bank writes names in capital letters, leaves signs out, shortens them and cuts long ones.
 */
public enum HolderName {
    EQUAL,
    /** The same words in another order, shortened or cut, or a letter or two written otherwise. */
    NEARLY,
    DIFFERENT,
    /** The bank has credited the account under no name yet. */
    NOT_KNOWN;

    private static final int MIN_CUT_CHARS = 8;
    private static final int MIN_CHARS_OF_A_SLIP = 6;
    private static final int MAX_SLIPS = 2;

    /**
     * @param credited the name under which the account was last credited; null for none
     * @param present the name under which it would be paid now
     */
    public static HolderName of(String credited, String present) {
        if (credited == null || present == null) {
            return NOT_KNOWN;
        }
        List<String> before = words(credited);
        List<String> now = words(present);
        if (before.isEmpty() || now.isEmpty()) {
            return NOT_KNOWN;
        }
        if (before.equals(now)) {
            return EQUAL;
        }
        return isNear(before, now) ? NEARLY : DIFFERENT;
    }

    private static boolean isNear(List<String> before, List<String> now) {
        String one = String.join("", before);
        String other = String.join("", now);
        return one.equals(other)
                || before.stream().sorted().toList().equals(now.stream().sorted().toList())
                || isCut(one, other)
                || isCut(other, one)
                || areShortened(before, now)
                || Math.min(one.length(), other.length()) >= MIN_CHARS_OF_A_SLIP
                        && distance(one, other) <= MAX_SLIPS;
    }

    private static boolean isCut(String shorter, String longer) {
        return shorter.length() >= MIN_CUT_CHARS && longer.startsWith(shorter);
    }

    /** As many words, each the beginning of the other, as in M. for MUHAMMAD. */
    private static boolean areShortened(List<String> before, List<String> now) {
        if (before.size() != now.size() || before.size() < 2) {
            return false;
        }
        int whole = 0;
        for (int i = 0; i < before.size(); i++) {
            String one = before.get(i);
            String other = now.get(i);
            if (!one.startsWith(other) && !other.startsWith(one)) {
                return false;
            }
            whole += one.equals(other) ? 1 : 0;
        }
        return whole > 0;
    }

    /** In capital letters, without signs; words by the spaces and signs between them. */
    private static List<String> words(String name) {
        String plain =
                name.replaceAll("['\u2018\u2019`]", "")
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
    }

    /** How many letters are added, left out or written otherwise. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + same);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
