package id.pkh.registry.identity;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Mask;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;

/**
 * How much of a person an answer shows. Numbers are masked unless a data administrator asks for
 * them and says what for; names are for those who work with the families or check that work.
 *
 * @param purpose what the numbers are read for; null while they stay masked
 */
public record Disclosure(boolean names, String purpose) {

    private static final String IDENTIFIERS = "identifiers";
    private static final int MAX_PURPOSE_CHARS = 200;

    public static Disclosure asked(Caller caller, String reveal, String purpose) {
        boolean names =
                caller.hasRole(Roles.FACILITATOR)
                        || caller.hasRole(Roles.COORDINATOR)
                        || caller.hasRole(Roles.DATA_ADMINISTRATOR)
                        || caller.hasRole(Roles.AUDITOR);
        if (reveal == null) {
            return new Disclosure(names, null);
        }
        if (!reveal.equals(IDENTIFIERS)) {
            throw Refused.because("REVEAL_UNKNOWN").with("known", IDENTIFIERS);
        }
        if (!caller.hasRole(Roles.DATA_ADMINISTRATOR)) {
            throw Refused.because("REVEAL_NOT_ALLOWED");
        }
        if (purpose == null || purpose.isBlank() || purpose.length() > MAX_PURPOSE_CHARS) {
            throw Refused.because("PURPOSE_REQUIRED").with("max_chars", MAX_PURPOSE_CHARS);
        }
        return new Disclosure(names, purpose.strip());
    }

    public boolean identifiers() {
        return purpose != null;
    }

    /** The number, or its end only; null stays null. */
    public String number(String digits) {
        return digits == null || identifiers() ? digits : Mask.digits(digits);
    }
}
