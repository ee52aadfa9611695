package id.pkh.registry.dci;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of one request, without what was found: this is what is remembered readably.
 *
 * @param status succ or rjct
 * @param reasonCode null when there is none
 * @param reason null when there is none; a text of this service
 */
record ItemResult(
        String referenceId, String timestamp, String status, String reasonCode, String reason) {

    static final String SUCCESS = "succ";
    static final String REJECTED = "rjct";
    static final String PENDING = "pdng";

    static ItemResult success(String referenceId, String timestamp) {
        return new ItemResult(referenceId, timestamp, SUCCESS, null, null);
    }

    static ItemResult rejected(String referenceId, String timestamp, Rejected rejected) {
        return new ItemResult(
                referenceId, timestamp, REJECTED, rejected.code(), rejected.getMessage());
    }

    boolean isRejected() {
        return status.equals(REJECTED);
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
