package id.pkh.registry.identity;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Mask;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;

/**
 * The personal data that a response shows. Numbers are masked unless a data administrator requests
 * them and states a purpose. Names are shown only to people who work with the families or who audit
 * that work.
 *
 * @param purpose purpose for which the numbers are read; null when they stay masked
 */
public record Disclosure(boolean names, String purpose) {

    private static final String IDENTIFIERS = "identifiers";
    private static final int MAX_PURPOSE_CHARS = 200;

    /** What the caller sees without a purpose. */
    public static Disclosure masked(Caller caller) {
        return new Disclosure(
                caller.hasRole(Roles.FACILITATOR)
                        || caller.hasRole(Roles.COORDINATOR)
                        || caller.hasRole(Roles.DATA_ADMINISTRATOR)
                        || caller.hasRole(Roles.AUDITOR),
                null);
    }

    public static Disclosure asked(Caller caller, String reveal, String purpose) {
        if (reveal == null) {
            return masked(caller);
        }
        if (!reveal.equals(IDENTIFIERS)) {
            throw Refused.because("REVEAL_UNKNOWN").with("known", IDENTIFIERS);
        }
        if (!caller.hasRole(Roles.DATA_ADMINISTRATOR)) {
            throw Refused.because("REVEAL_NOT_ALLOWED");
        }
        return new Disclosure(masked(caller).names(), purposeOf(purpose));
    }

    /** The purpose as it is logged; refuses a read that states none. */
    public static String purposeOf(String stated) {
        if (stated == null || stated.isBlank() || stated.length() > MAX_PURPOSE_CHARS) {
            throw Refused.because("PURPOSE_REQUIRED").with("max_chars", MAX_PURPOSE_CHARS);
        }
        FreeTextRule.require("purpose", stated);
        return stated.strip();
    }

    public boolean identifiers() {
        return purpose != null;
    }

    /** Returns the number, or only its last digits; null stays null. */
    public String number(String digits) {
        return digits == null || identifiers() ? digits : Mask.digits(digits);
    }
}
