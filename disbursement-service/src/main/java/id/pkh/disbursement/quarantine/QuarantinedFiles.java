package id.pkh.disbursement.quarantine;

import id.pkh.disbursement.bankkey.domain.SignatureResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of banks whose signature was missing or not right; nothing in them was read. */
public interface QuarantinedFiles {

    /**
     * @param channel a {@link id.pkh.disbursement.report.Reports.Channel}
     * @param keyId the key that made the signature; null unless that is proved
     * @param exceptionId the exception that two people settle
     * @param acceptedAs the report with the same bytes that was accepted later; null for none
     */
    record QuarantinedFile(
            UUID fileId,
            String bank,
            String sha256,
            long bytes,
            String filename,
            String channel,
            String receivedBy,
            Instant receivedAt,
            SignatureResult signature,
            UUID keyId,
            UUID exceptionId,
            UUID acceptedAs) {}

    /** Waits for other transactions that receive the same bytes. */
    void lock(String bank, String sha256);

    /** The file with these bytes that was refused for the same reason. */
    Optional<UUID> known(String bank, String sha256, SignatureResult signature);

    /**
     * @param signature as it was received; null where there was none
     */
    void add(QuarantinedFile file, byte[] signature);

    /**
     * Returns the latest first; one more than the limit when there are more.
     *
     * @param bank null for all banks
     */
    List<QuarantinedFile> page(String bank, UUID before, int limit);

    /** The number of files whose exception is not settled. */
    long countUnsettled();
}
