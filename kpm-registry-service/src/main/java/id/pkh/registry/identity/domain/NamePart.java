package id.pkh.registry.identity.domain;

/**
 * One part of a name, in one spelling.
 *
 * @param text in capital letters, the old spelling written as the new one, without double letters
 */
public record NamePart(String text) {

    private static final int SEARCHABLE_LETTERS = 3;
    private static final int KEY_LETTERS = 3;
    private static final int SHORT_LETTERS = 4;

    private static final String VOWELS = "AIUH";

    /** How a recorded part compares with one that is looked for. */
    public enum Likeness {
        EXACT,
        NEAR,
        OTHER
    }

    /** The old spelling (before 1972) as the new one; letters that are written twice, once. */
    static String spelled(String word) {
        String renewed = word.replace("OE", "U").replace("DJ", "J").replace("TJ", "C");
        return once(renewed.replace("SJ", "SY"));
    }

    boolean isSearchable() {
        return text.length() >= SEARCHABLE_LETTERS;
    }

    public Likeness comparedWith(NamePart recorded) {
        if (text.equals(recorded.text)) {
            return Likeness.EXACT;
        }
        boolean isShort = Math.min(text.length(), recorded.text.length()) <= SHORT_LETTERS;
        return key().equals(recorded.key())
                        && distance(folded(), recorded.folded()) <= (isShort ? 1 : 2)
                ? Likeness.NEAR
                : Likeness.OTHER;
    }

    /** The consonants by their sound; for a short part also the vowels. */
    String key() {
        String folded = folded();
        StringBuilder consonants = new StringBuilder(folded.length()).append(folded.charAt(0));
        for (int i = 1; i < folded.length(); i++) {
            if (VOWELS.indexOf(folded.charAt(i)) < 0) {
                consonants.append(folded.charAt(i));
            }
        }
        String key = once(consonants);
        return key.length() < KEY_LETTERS ? folded : key;
    }

    /** The same letter for what sounds alike, or is often written for one another. */
    private String folded() {
        String sound =
                text.replace("KH", "H")
                        .replace("CH", "H")
                        .replace("SY", "S")
                        .replace("SH", "S")
                        .replace("TH", "T")
                        .replace("DH", "D")
                        .replace("DZ", "Z")
                        .replace("PH", "P")
                        .replace('V', 'P')
                        .replace('F', 'P')
                        .replace('Q', 'K')
                        .replace("X", "KS")
                        .replace('Z', 'S')
                        .replace('J', 'Y')
                        .replace('E', 'I')
                        .replace('O', 'U');
        String vowels = sound.charAt(0) + sound.substring(1).replace('Y', 'I');
        String open =
                vowels.length() > SEARCHABLE_LETTERS && vowels.endsWith("H")
                        ? vowels.substring(0, vowels.length() - 1)
                        : vowels;
        return once(open);
    }

    /** Without the second of two equal letters. */
    private static String once(CharSequence letters) {
        StringBuilder single = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            if (i == 0 || letters.charAt(i) != letters.charAt(i - 1)) {
                single.append(letters.charAt(i));
            }
        }
        return single.toString();
    }

    /** The number of letters that are put in, left out or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
