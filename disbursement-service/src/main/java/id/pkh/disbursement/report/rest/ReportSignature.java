package id.pkh.disbursement.report.rest;

import java.util.Base64;

/** The header with the detached signature of an uploaded report. */
final class ReportSignature {

    static final String HEADER = "Report-Signature";

    private static final byte[] UNREADABLE = {};

    private ReportSignature() {}

    /** What is not base64 is a signature that nobody made, so the file goes into quarantine. */
    static byte[] bytes(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(header.strip());
        } catch (IllegalArgumentException notBase64) {
            return UNREADABLE;
        }
    }
}
