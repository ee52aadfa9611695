package id.pkh.disbursement.snap.domain;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a bank says about a transfer, read from its two codes. Source: the SNAP BI standard,
 * services 36 (transfer status) and its table of latestTransactionStatus.
 */
public enum TransferState {
    /** The bank paid. */
    PAID,
    /** The bank is about to pay. */
    IN_PROGRESS,
    /** The bank paid, and the money came back. */
    RETURNED,
    /** The bank did not pay, and will not. */
    NOT_PAID,
    /** The bank has no such transfer. */
    NOT_KNOWN_TO_BANK,
    /** There is no answer that says anything about the transfer. */
    NO_ANSWER;

    private static final Pattern CODE = Pattern.compile("[0-9]{7}");
    private static final String ANSWERED = "200";
    private static final String NO_SUCH_TRANSFER = "404";
    private static final String NO_SUCH_TRANSFER_CASE = "01";
    private static final int CASE = 5;
    private static final int HTTP = 3;

    private static final Map<String, TransferState> LATEST =
            Map.of(
                    "00", PAID,
                    "01", IN_PROGRESS,
                    "02", IN_PROGRESS,
                    "03", IN_PROGRESS,
                    "04", RETURNED,
                    "05", NOT_PAID,
                    "06", NOT_PAID,
                    "07", NOT_KNOWN_TO_BANK);

    /**
     * @param responseCode seven digits: three of HTTP, two of the service, two of the case; null
     *     when there was no answer
     * @param latest latestTransactionStatus, two digits; null when the answer has none
     */
    public static TransferState of(String responseCode, String latest) {
        if (responseCode == null || !CODE.matcher(responseCode).matches()) {
            return NO_ANSWER;
        }
        String http = responseCode.substring(0, HTTP);
        if (http.equals(NO_SUCH_TRANSFER)) {
            return responseCode.substring(CASE).equals(NO_SUCH_TRANSFER_CASE)
                    ? NOT_KNOWN_TO_BANK
                    : NO_ANSWER;
        }
        return http.equals(ANSWERED) && latest != null
                ? LATEST.getOrDefault(latest, NO_ANSWER)
                : NO_ANSWER;
    }
}
