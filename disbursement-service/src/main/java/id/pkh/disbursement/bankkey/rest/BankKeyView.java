package id.pkh.disbursement.bankkey.rest;

import id.pkh.disbursement.bankkey.domain.BankKey;
import id.pkh.disbursement.bankkey.domain.BankKey.Act;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyKind;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BankKey", description = "A key with which a bank signs its files.")
record BankKeyView(
        UUID keyId,
        String bank,
        @Schema(implementation = KeyKind.class) String kind,
        @Schema(
                        description =
                                "SHA-256 of the certificate, or the fingerprint of the OpenPGP"
                                        + " key, in lower-case hex")
                String fingerprint,
        @Schema(nullable = true, description = "Whom the key names as its owner") String owner,
        LocalDate validFrom,
        LocalDate validUntil,
        @Schema(implementation = KeyStatus.class) String status,
        String recordedBy,
        Instant recordedAt,
        @Schema(nullable = true, description = "The person who approved or refused it")
                String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String refusalReason,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason) {

    private static final Act NONE = new Act(null, null, null);

    static BankKeyView of(BankKey key) {
        var statement = key.statement();
        Act decision = key.decision() == null ? NONE : key.decision();
        Act withdrawal = key.withdrawal() == null ? NONE : key.withdrawal();
        return new BankKeyView(
                key.keyId(),
                statement.bank(),
                statement.kind().name(),
                statement.fingerprint(),
                statement.owner(),
                statement.validFrom(),
                statement.validUntil(),
                key.status().name(),
                key.recordedBy(),
                key.recordedAt(),
                decision.by(),
                decision.at(),
                decision.reason(),
                withdrawal.by(),
                withdrawal.at(),
                withdrawal.reason());
    }
}
