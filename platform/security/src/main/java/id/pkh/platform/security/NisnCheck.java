package id.pkh.platform.security;

/** The result of checking a pupil number. Only its form is checked. */
public sealed interface NisnCheck {

    /** Ten digits, without the characters that spreadsheets put around them. */
    record Valid(String digits) implements NisnCheck {}

    /**
     * A spreadsheet may have dropped the zeros at the beginning. Whether it did, nobody can see
     * from the number, so it is never used without a person who decides.
     *
     * @param digits the ten digits that it would then be
     */
    record Shortened(String digits) implements NisnCheck {}

    /** Nothing is written. */
    record NotStated() implements NisnCheck {}

    /** What was expected instead; contains nothing of the number itself. */
    record Refused(String expected) implements NisnCheck {}
}
