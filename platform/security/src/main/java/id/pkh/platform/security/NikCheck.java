package id.pkh.platform.security;

/**
 * The result of checking a NIK. Only its form is checked; only the civil registry (Dukcapil) knows
 * whether the person exists.
 */
public sealed interface NikCheck {

    /** Sixteen digits, without the characters that spreadsheets put around them. */
    record Valid(String normalised) implements NikCheck {}

    /**
     * Why the NIK was refused, and what was expected instead. Contains nothing of the NIK itself.
     */
    record Refused(String code, String expected) implements NikCheck {}

    default boolean isValid() {
        return this instanceof Valid;
    }

    /** The sixteen digits; only of a valid NIK. */
    default String normalised() {
        if (this instanceof Valid valid) {
            return valid.normalised();
        }
        throw new IllegalStateException("the NIK was refused: " + ((Refused) this).code());
    }

    /** The reason code; only of a refused NIK. */
    default String code() {
        return refused().code();
    }

    /** What was expected; only of a refused NIK. */
    default String expected() {
        return refused().expected();
    }

    private Refused refused() {
        if (this instanceof Refused refused) {
            return refused;
        }
        throw new IllegalStateException("the NIK is valid");
    }
}
