package id.pkh.disbursement.reason;

import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;

/** A reason as a person has typed it: not empty, not long, and without numbers of people. */
public record Reason(String text) {

    public static final int MAX_CHARS = 500;

    public Reason {
        if (text == null || text.isBlank() || text.length() > MAX_CHARS) {
            throw Refused.because("REASON_REQUIRED").with("max_chars", MAX_CHARS);
        }
        FreeTextRule.require("reason", text);
        text = text.strip();
    }
}
