package id.pkh.disbursement.bankkey.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A key with which a bank signs its files. One officer records it, and an approver compares its
 * fingerprint with the bank's own statement and approves it. It counts from its first to its last
 * day; two keys may overlap, so that a bank can change from one to the next. Anybody of the
 * ministry withdraws a key at once and permanently.
 *
 * @param content the certificate or public key as it was recorded
 * @param decision null until it is approved or refused
 * @param withdrawal null unless it was withdrawn
 */
public record BankKey(
        UUID keyId,
        Statement statement,
        byte[] content,
        KeyStatus status,
        String recordedBy,
        Instant recordedAt,
        Act decision,
        Act withdrawal) {

    public static final String BANK_KEY_NOT_WAITING = "BANK_KEY_NOT_WAITING";
    public static final String BANK_KEY_SAME_PERSON = "BANK_KEY_SAME_PERSON";
    public static final String BANK_KEY_DIFFERS = "BANK_KEY_DIFFERS";
    public static final String BANK_KEY_NOT_IN_FORCE = "BANK_KEY_NOT_IN_FORCE";

    /** How the bank signs. */
    public enum KeyKind {
        /** A detached CMS (PKCS#7) with the key of this certificate. */
        X509,
        /** A detached signature of OpenPGP with the primary key. */
        OPENPGP
    }

    /** The life of a key; a withdrawn one stays APPROVED, with its withdrawal. */
    public enum KeyStatus {
        RECORDED,
        APPROVED,
        REFUSED
    }

    /**
     * @param fingerprint SHA-256 of the certificate, or the fingerprint of the OpenPGP key, in hex
     * @param owner whom the key names as its owner
     */
    public record Statement(
            String bank,
            KeyKind kind,
            String fingerprint,
            String owner,
            LocalDate validFrom,
            LocalDate validUntil) {}

    /**
     * @param reason null for an approval
     */
    public record Act(String by, Instant at, String reason) {}

    public String bank() {
        return statement.bank();
    }

    /** The code of the refusal if this person may not approve it by this fingerprint. */
    public Optional<String> approvalRefusal(String person, String fingerprint) {
        if (status != KeyStatus.RECORDED) {
            return Optional.of(BANK_KEY_NOT_WAITING);
        }
        if (recordedBy.equals(person)) {
            return Optional.of(BANK_KEY_SAME_PERSON);
        }
        return statement.fingerprint().equals(fingerprint)
                ? Optional.empty()
                : Optional.of(BANK_KEY_DIFFERS);
    }

    /** Also the person who recorded it may take it back before it is approved. */
    public Optional<String> refusalRefusal() {
        return status == KeyStatus.RECORDED ? Optional.empty() : Optional.of(BANK_KEY_NOT_WAITING);
    }

    public Optional<String> withdrawalRefusal() {
        return status == KeyStatus.APPROVED && withdrawal == null
                ? Optional.empty()
                : Optional.of(BANK_KEY_NOT_IN_FORCE);
    }
}
