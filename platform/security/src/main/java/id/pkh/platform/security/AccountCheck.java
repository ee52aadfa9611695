package id.pkh.platform.security;

/** The result of checking the number of an account as somebody wrote it. */
public sealed interface AccountCheck {

    /** The digits, with the zeros in front that were written. */
    record Valid(String digits) implements AccountCheck {

        @Override
        public String toString() {
            return "Valid[]";
        }
    }

    /** Why it was refused, and what was expected instead. Contains nothing of the number itself. */
    record Refused(String code, String expected) implements AccountCheck {}
}
