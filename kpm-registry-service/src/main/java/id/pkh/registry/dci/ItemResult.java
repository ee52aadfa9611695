package id.pkh.registry.dci;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of one request, without what was found: this is what is remembered readably.
 *
 * @param status succ or rjct; pdng for what waits
 * @param reasonCode null when there is none
 * @param reason null when there is none; a text of this service
 * @param subscription the code of a new one, or null
 */
record ItemResult(
        String referenceId,
        String timestamp,
        String status,
        String reasonCode,
        String reason,
        String subscription) {

    static final String SUCCESS = "succ";
    static final String REJECTED = "rjct";
    static final String PENDING = "pdng";

    static ItemResult success(String referenceId, String timestamp) {
        return new ItemResult(referenceId, timestamp, SUCCESS, null, null, null);
    }

    /** A subscription that waits for an officer. */
    static ItemResult waiting(String referenceId, String timestamp, String subscription) {
        return new ItemResult(
                referenceId,
                timestamp,
                PENDING,
                null,
                "an officer of the ministry approves the subscription first",
                subscription);
    }

    static ItemResult rejected(String referenceId, String timestamp, Rejected rejected) {
        return new ItemResult(
                referenceId, timestamp, REJECTED, rejected.code(), rejected.getMessage(), null);
    }

    /** The same with another status; the code of a reason is not one of it. */
    ItemResult now(String other, String otherReason) {
        return new ItemResult(
                referenceId,
                timestamp,
                other,
                other.equals(status) ? reasonCode : null,
                otherReason,
                subscription);
    }

    /** The status of a subscription is written as that of a search, which has other codes. */
    ItemResult withCodeAsText() {
        return reasonCode == null
                ? this
                : new ItemResult(
                        referenceId,
                        timestamp,
                        status,
                        null,
                        reasonCode + ": " + reason,
                        subscription);
    }

    /** As the standard writes it, without data. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("reference_id", referenceId);
        shown.put("timestamp", timestamp);
        shown.put("status", status);
        if (reasonCode != null) {
            shown.put("status_reason_code", reasonCode);
        }
        if (reason != null) {
            shown.put("status_reason_message", reason);
        }
        return shown;
    }
}
