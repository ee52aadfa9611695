package id.pkh.disbursement.bankkey.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.bankkey.RecordBankKey.NewKey;
import id.pkh.disbursement.bankkey.domain.BankKey.KeyKind;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.web.Refused;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests about the keys of banks. */
final class BankKeyRequests {

    private static final String BASE64 = "^[A-Za-z0-9+/]{1,16000}={0,2}$";

    private BankKeyRequests() {}

    @Schema(name = "BankKeyRequest", description = "The key of a bank, and its days.")
    record RecordRequest(
            @NotNull @Pattern(regexp = BankCode.FORM) String bank,
            @NotNull
                    @Schema(
                            enumeration = {"X509", "OPENPGP"},
                            description =
                                    "X509: a certificate, for detached CMS signatures; OPENPGP: a"
                                            + " public key, whose primary key signs")
                    String kind,
            @NotNull
                    @Pattern(regexp = BASE64)
                    @Schema(
                            description =
                                    "The file of the certificate (DER or PEM) or of the public key"
                                            + " (binary or armoured), in base64")
                    String keyBase64,
            @NotNull LocalDate validFrom,
            @NotNull LocalDate validUntil) {

        NewKey newKey() {
            KeyKind known =
                    Arrays.stream(KeyKind.values())
                            .filter(one -> one.name().equals(kind))
                            .findFirst()
                            .orElseThrow(() -> Refused.because("BANK_KEY_KIND_UNKNOWN"));
            return new NewKey(bank, known, content(known), validFrom, validUntil);
        }

        private byte[] content(KeyKind known) {
            try {
                return Base64.getDecoder().decode(keyBase64);
            } catch (IllegalArgumentException notBase64) {
                throw Refused.because("BANK_KEY_UNREADABLE").with("kind", known.name());
            }
        }
    }

    @Schema(
            name = "BankKeyApprovalRequest",
            description = "The fingerprint that the bank has stated to the approver.")
    record ApprovalRequest(@NotNull String fingerprint) {}

    @Schema(name = "BankKeyReasonRequest", description = "Why the key does not count.")
    record ReasonRequest(@Schema(required = true, maxLength = Reason.MAX_CHARS) String reason) {}
}
