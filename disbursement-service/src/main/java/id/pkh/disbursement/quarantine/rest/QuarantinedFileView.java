package id.pkh.disbursement.quarantine.rest;

import id.pkh.disbursement.bankkey.domain.SignatureResult;
import id.pkh.disbursement.quarantine.QuarantinedFiles.QuarantinedFile;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "QuarantinedFile",
        description = "A file of a bank without the signature that it needs; it changed nothing.")
record QuarantinedFileView(
        UUID fileId,
        String bank,
        String filename,
        @Schema(description = "SHA-256 of its bytes") String sha256,
        long bytes,
        @Schema(enumeration = {"BANK", "INBOX", "MINISTRY"}) String channel,
        String receivedBy,
        Instant receivedAt,
        @Schema(
                        implementation = SignatureResult.class,
                        description =
                                "MISSING; INVALID: unreadable, of no known key, or of other bytes;"
                                        + " WRONG_BANK, EXPIRED, NOT_YET_VALID, WITHDRAWN: of such a"
                                        + " key; ALGORITHM_WEAK")
                String signature,
        @Schema(nullable = true, description = "The key that made the signature, if it is proved")
                UUID keyId,
        @Schema(description = "The exception that two people settle") UUID exceptionId,
        @Schema(nullable = true, description = "The report, if the same bytes were accepted later")
                UUID acceptedAs) {

    static QuarantinedFileView of(QuarantinedFile file) {
        return new QuarantinedFileView(
                file.fileId(),
                file.bank(),
                file.filename(),
                file.sha256(),
                file.bytes(),
                file.channel(),
                file.receivedBy(),
                file.receivedAt(),
                file.signature().name(),
                file.keyId(),
                file.exceptionId(),
                file.acceptedAs());
    }
}
