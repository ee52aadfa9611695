package id.pkh.disbursement.report.domain;

/** What became of a line of a bank's report. */
public enum LineOutcome {
    MATCHED('M'),
    AMOUNT_DIFFERS('A'),
    /** The bank said it before, or has said more since. */
    DUPLICATE('D'),
    UNKNOWN_REFERENCE('U'),
    /** It takes back what the bank has said. */
    CONTRADICTS('C'),
    STATUS_UNKNOWN('S'),
    /** The file as a whole cannot be relied on. */
    WITHHELD('W');

    private final char letter;

    LineOutcome(char letter) {
        this.letter = letter;
    }

    /** As it stands for the outcome where thousands of them are kept together. */
    public char letter() {
        return letter;
    }

    public static LineOutcome of(char letter) {
        for (LineOutcome outcome : values()) {
            if (outcome.letter == letter) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome has the letter " + (int) letter);
    }
}
