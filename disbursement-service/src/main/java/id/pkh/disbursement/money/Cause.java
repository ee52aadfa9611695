package id.pkh.disbursement.money;

import java.time.Instant;

/**
 * Why instructions moved on.
 *
 * @param cause SENDING, BANK_REPORT or SILENCE
 * @param causeId who sent it, which report, or which batch was not answered
 */
public record Cause(String cause, String causeId, Instant at) {

    public static final String SENDING = "SENDING";
    public static final String BANK_REPORT = "BANK_REPORT";
    public static final String SILENCE = "SILENCE";
}
